/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-duplicates.h"
#include "zg-list-table.h"

G_BEGIN_DECLS

GtkWidget *zg_duplicate_row_new (const ZgDuplicate   *pair,
                                 const ZgCustomerRow *a,
                                 const ZgCustomerRow *b) G_GNUC_WARN_UNUSED_RESULT;
const ZgDuplicate *zg_duplicate_row_get_pair (GtkListBoxRow *row);

G_END_DECLS

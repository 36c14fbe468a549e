/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_DUPLICATES_PILL (zg_duplicates_pill_get_type ())
G_DECLARE_FINAL_TYPE (ZgDuplicatesPill, zg_duplicates_pill, ZG, DUPLICATES_PILL, GtkWidget)

GtkWidget *zg_duplicates_pill_new (ZgSession *session) G_GNUC_WARN_UNUSED_RESULT;
void zg_duplicates_pill_look (ZgDuplicatesPill *self);

G_END_DECLS

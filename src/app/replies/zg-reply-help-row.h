/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-brace.h"
#include "zg-fill-context.h"

G_BEGIN_DECLS

GtkWidget *zg_reply_help_row_new (const ZgBrace *brace,
                                  ZgFillContext *context) G_GNUC_WARN_UNUSED_RESULT;
const char *zg_reply_help_row_get_text (GtkListBoxRow *row);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-paste.h"

G_BEGIN_DECLS

#define ZG_TYPE_PASTE_VIEW (zg_paste_view_get_type ())
G_DECLARE_FINAL_TYPE (ZgPasteView, zg_paste_view, ZG, PASTE_VIEW, GtkWidget)

char *zg_paste_view_dup_text (ZgPasteView *self);
void zg_paste_view_set_text (ZgPasteView *self,
                             const char  *text);
void zg_paste_view_show (ZgPasteView   *self,
                         const ZgPaste *paste);

G_END_DECLS

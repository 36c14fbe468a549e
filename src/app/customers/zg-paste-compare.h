/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-paste-fill.h"

G_BEGIN_DECLS

#define ZG_TYPE_PASTE_COMPARE (zg_paste_compare_get_type ())
G_DECLARE_FINAL_TYPE (ZgPasteCompare, zg_paste_compare, ZG, PASTE_COMPARE, GtkWidget)

void zg_paste_compare_show (ZgPasteCompare *self,
                            GPtrArray      *items);

G_END_DECLS

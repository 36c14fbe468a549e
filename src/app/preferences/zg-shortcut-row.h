/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-global-shortcut.h"

G_BEGIN_DECLS

#define ZG_TYPE_SHORTCUT_ROW (zg_shortcut_row_get_type ())
G_DECLARE_FINAL_TYPE (ZgShortcutRow, zg_shortcut_row, ZG, SHORTCUT_ROW, AdwActionRow)

GtkWidget *zg_shortcut_row_new (ZgGlobalShortcut *shortcut) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

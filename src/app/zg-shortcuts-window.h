/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ZG_TYPE_SHORTCUTS_WINDOW (zg_shortcuts_window_get_type ())
G_DECLARE_FINAL_TYPE (ZgShortcutsWindow, zg_shortcuts_window, ZG, SHORTCUTS_WINDOW, AdwWindow)

ZgShortcutsWindow *zg_shortcuts_window_new (GtkWindow *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

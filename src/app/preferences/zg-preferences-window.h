/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-global-shortcut.h"
#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_PREFERENCES_WINDOW (zg_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (ZgPreferencesWindow, zg_preferences_window, ZG, PREFERENCES_WINDOW, AdwPreferencesWindow)

ZgPreferencesWindow *zg_preferences_window_new (GtkWindow        *parent,
                                                ZgSession        *session,
                                                ZgGlobalShortcut *shortcut) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

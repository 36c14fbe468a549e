/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_LEVELS_WINDOW (zg_levels_window_get_type ())
G_DECLARE_FINAL_TYPE (ZgLevelsWindow, zg_levels_window, ZG, LEVELS_WINDOW, AdwWindow)

GtkWindow *zg_levels_window_new (GtkWindow *parent,
                                 ZgSession *session);

G_END_DECLS

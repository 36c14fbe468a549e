/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-session.h"
#include "zg-toast-area.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

#define ZG_TYPE_WORDING_WINDOW (zg_wording_window_get_type ())
G_DECLARE_FINAL_TYPE (ZgWordingWindow, zg_wording_window, ZG, WORDING_WINDOW, AdwWindow)

ZgWordingWindow *zg_wording_window_new (GtkWindow *parent,
                                        ZgSession *session);
ZgToastArea *zg_wording_window_get_toasts (ZgWordingWindow *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-order-desk.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

#define ZG_TYPE_SHIP_WINDOW (zg_ship_window_get_type ())
G_DECLARE_FINAL_TYPE (ZgShipWindow, zg_ship_window, ZG, SHIP_WINDOW, AdwWindow)

void zg_ship_window_open (GtkWindow         *parent,
                          ZgSession         *session,
                          ZgToastArea       *toasts,
                          const ZgOrderFile *file);

G_END_DECLS

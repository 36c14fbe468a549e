/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-customer.h"
#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_ERASE_WINDOW (zg_erase_window_get_type ())
G_DECLARE_FINAL_TYPE (ZgEraseWindow, zg_erase_window, ZG, ERASE_WINDOW, AdwWindow)

GtkWindow *zg_erase_window_new (GtkWindow        *parent,
                                ZgSession        *session,
                                const ZgCustomer *customer);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-record-screen.h"

G_BEGIN_DECLS

#define ZG_TYPE_ORDERS_SCREEN (zg_orders_screen_get_type ())
G_DECLARE_FINAL_TYPE (ZgOrdersScreen, zg_orders_screen, ZG, ORDERS_SCREEN, ZgRecordScreen)

G_END_DECLS

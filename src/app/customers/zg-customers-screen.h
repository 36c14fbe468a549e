/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-record-screen.h"

G_BEGIN_DECLS

#define ZG_TYPE_CUSTOMERS_SCREEN (zg_customers_screen_get_type ())
G_DECLARE_FINAL_TYPE (ZgCustomersScreen, zg_customers_screen, ZG, CUSTOMERS_SCREEN, ZgRecordScreen)

G_END_DECLS

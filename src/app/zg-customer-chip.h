/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_CUSTOMER_CHIP (zg_customer_chip_get_type ())
G_DECLARE_FINAL_TYPE (ZgCustomerChip, zg_customer_chip, ZG, CUSTOMER_CHIP, GtkWidget)

void zg_customer_chip_set_session (ZgCustomerChip *self,
                                   ZgSession      *session);
void zg_customer_chip_set_slim (ZgCustomerChip *self,
                                gboolean        slim);
void zg_customer_chip_popup (ZgCustomerChip *self);

G_END_DECLS

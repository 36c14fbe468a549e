/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-adaptive-bin.h"
#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_CUSTOMER_HEAD (zg_customer_head_get_type ())
G_DECLARE_FINAL_TYPE (ZgCustomerHead, zg_customer_head, ZG, CUSTOMER_HEAD, GtkWidget)

void zg_customer_head_show (ZgCustomerHead   *self,
                            const ZgCustomer *customer,
                            ZgSession        *session);
void zg_customer_head_set_column_mode (ZgCustomerHead *self,
                                       ZgColumnMode    mode);

G_END_DECLS

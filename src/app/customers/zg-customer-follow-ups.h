/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-customer-desk.h"
#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_CUSTOMER_FOLLOW_UPS (zg_customer_follow_ups_get_type ())
G_DECLARE_FINAL_TYPE (ZgCustomerFollowUps, zg_customer_follow_ups, ZG, CUSTOMER_FOLLOW_UPS, GtkWidget)

void zg_customer_follow_ups_show (ZgCustomerFollowUps *self,
                                  GPtrArray           *follow_ups,
                                  gint64               customer_id,
                                  ZgSession           *session);

G_END_DECLS

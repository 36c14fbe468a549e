/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-payment.h"

G_BEGIN_DECLS

gboolean zg_order_payment_add (ZgDatabase  *db,
                               ZgPayment   *payment,
                               GError     **error);
gboolean zg_order_payment_undo (ZgDatabase  *db,
                                gint64       payment_id,
                                ZgTime       now,
                                GError     **error);

G_END_DECLS

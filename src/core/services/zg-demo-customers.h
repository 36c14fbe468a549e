/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"
#include "zg-demo-book.h"

G_BEGIN_DECLS

ZgCustomer *zg_demo_customer_read (JsonObject *person) G_GNUC_WARN_UNUSED_RESULT;
ZgCustomer *zg_demo_customer_invent (ZgDemoBook *book,
                                     int         index) G_GNUC_WARN_UNUSED_RESULT;
const char *zg_demo_customer_level (ZgDemoBook *book,
                                    int         n_orders);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"

G_BEGIN_DECLS

gboolean zg_customer_assign (ZgCustomer  *customer,
                             const char  *field,
                             const char  *value,
                             GError     **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"
#include "zg-database.h"

G_BEGIN_DECLS

gboolean zg_customer_parts_load (ZgDatabase  *db,
                                 ZgCustomer  *customer,
                                 GError     **error);
gboolean zg_customer_parts_save (ZgDatabase  *db,
                                 ZgCustomer  *customer,
                                 gboolean     is_new,
                                 gint64       import_id,
                                 GError     **error);

G_END_DECLS

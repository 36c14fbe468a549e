/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"
#include "zg-database.h"
#include "zg-statement.h"

G_BEGIN_DECLS

gboolean zg_customer_parts_load (ZgDatabase  *db,
                                 ZgCustomer  *customer,
                                 GError     **error);
gboolean zg_customer_parts_save (ZgDatabase  *db,
                                 ZgCustomer  *customer,
                                 gboolean     is_new,
                                 gint64       import_id,
                                 GError     **error);
gboolean zg_customer_parts_gather (ZgDatabase     *db,
                                   ZgStatement   **phones_out,
                                   ZgStatement   **accounts_out,
                                   ZgStatement   **addresses_out,
                                   GError        **error);
void zg_customer_parts_add (ZgStatement      *phones,
                            ZgStatement      *accounts,
                            ZgStatement      *addresses,
                            const ZgCustomer *customer,
                            gint64            import_id);

G_END_DECLS

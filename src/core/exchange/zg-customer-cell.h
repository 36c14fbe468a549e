/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"

G_BEGIN_DECLS

/* What a customer has several of, in one cell of our own table: see zg-export-table.c, which writes them. */

GPtrArray *zg_customer_cell_split (const char *cell) G_GNUC_WARN_UNUSED_RESULT;
void zg_customer_cell_read_phones (ZgCustomer *customer,
                                   const char *cell);
void zg_customer_cell_read_accounts (ZgCustomer *customer,
                                     const char *cell);
void zg_customer_cell_read_addresses (ZgCustomer *customer,
                                      const char *cell);
void zg_customer_cell_read_tags (ZgCustomer *customer,
                                 const char *cell);

G_END_DECLS

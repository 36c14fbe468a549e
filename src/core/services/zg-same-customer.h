/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"
#include "zg-database.h"

G_BEGIN_DECLS

/**
 * ZgSameCustomer:
 * @id: the other customer, 0 when there is none
 * @call_name: what to show them as
 * @value: the phone or account that both have
 *
 * Somebody who may be the same person.
 */
typedef struct {
  gint64 id;
  char *call_name;
  char *value;
} ZgSameCustomer;

gboolean zg_same_customer_find (ZgDatabase        *db,
                                const ZgCustomer  *customer,
                                ZgSameCustomer    *same_out,
                                GError           **error);
gboolean zg_same_customer_refuse (ZgDatabase        *db,
                                  const ZgCustomer  *customer,
                                  GError           **error);
void zg_same_customer_clear (ZgSameCustomer *same);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZgSameCustomer, zg_same_customer_clear)

G_END_DECLS

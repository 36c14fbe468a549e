/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"

G_BEGIN_DECLS

/**
 * ZgNewCustomer:
 * @customer: somebody who is not in the shop file
 * @sort_key: what names are sorted by
 * @names: the words of the search index, column by column
 * @keys: (element-type utf8): the pinyin keys of all names
 *
 * A new customer with all that is written of them, worked out before a connection is needed: in an import the writing
 * thread has the most to do.
 */
typedef struct {
  ZgCustomer *customer;
  char *sort_key;
  char *names;
  char *phones;
  char *addresses;
  char *note;
  GPtrArray *keys;
} ZgNewCustomer;

ZgNewCustomer *zg_new_customer_new (ZgCustomer *customer) G_GNUC_WARN_UNUSED_RESULT;
void zg_new_customer_free (ZgNewCustomer *fresh);
void zg_new_customer_refresh (ZgNewCustomer *fresh);
char *zg_customer_sort_key (const char *name,
                            const char *call_name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgNewCustomer, zg_new_customer_free)

G_END_DECLS

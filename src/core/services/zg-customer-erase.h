/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"
#include "zg-store.h"
#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgErased:
 * @n_orders: how many orders the customer had
 * @orders_kept: whether they are still there, without anything about who bought them
 * @copies: (element-type ZgShopCopy): backups and other copies of the shop file that may still hold the customer; see
 *   zg_shop_copies_rewrite()
 *
 * What erasing a customer came to.
 */
typedef struct {
  gint64 n_orders;
  gboolean orders_kept;
  GPtrArray *copies;
} ZgErased;

void zg_erased_free (ZgErased *erased);
char *zg_erased_to_text (const ZgErased *erased);

gboolean zg_customer_erase_confirms (const ZgCustomer *customer,
                                     const char       *typed);
ZgErased *zg_customer_erase (ZgStore       *store,
                             gint64         customer_id,
                             const char    *confirmation,
                             gboolean       keep_orders,
                             ZgClock       *clock,
                             GCancellable  *cancellable,
                             GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_customer_erase_is_due (ZgDatabase *db);
gboolean zg_customer_erase_finish (ZgStore       *store,
                                   GCancellable  *cancellable,
                                   GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgErased, zg_erased_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer-erase.h"
#include "zg-session.h"
#include "zg-shop-copies.h"

G_BEGIN_DECLS

void zg_erase_task_run_async (ZgSession           *session,
                              gint64               customer_id,
                              const char          *confirmation,
                              gboolean             keep_orders,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
ZgErased *zg_erase_task_run_finish (GAsyncResult  *result,
                                    GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_erase_task_rewrite_async (ZgSession           *session,
                                  const ZgShopCopy    *copy,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);
gboolean zg_erase_task_rewrite_finish (GAsyncResult  *result,
                                       gboolean      *was_changed_out,
                                       GError       **error);

G_END_DECLS

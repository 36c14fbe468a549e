/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order-desk.h"
#include "zg-session.h"

G_BEGIN_DECLS

void zg_order_load_async (ZgSession           *session,
                          gint64               order_id,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data);
ZgOrderFile *zg_order_load_finish (GAsyncResult  *result,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

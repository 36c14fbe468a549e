/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order-create.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

void zg_new_order_job_run_async (ZgNewOrder          *order,
                                 ZgSession           *session,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
ZgNewOrder *zg_new_order_job_run_finish (GAsyncResult  *result,
                                         GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_new_order_job_offer_undo (ZgNewOrder  *order,
                                  ZgSession   *session,
                                  ZgToastArea *toasts);

G_END_DECLS

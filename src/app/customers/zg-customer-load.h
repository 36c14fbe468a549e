/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer-desk.h"
#include "zg-session.h"

G_BEGIN_DECLS

void zg_customer_load_async (ZgSession            *session,
                             gint64                customer_id,
                             const ZgTimelineSpan *span,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data);
ZgCustomerFile *zg_customer_load_finish (GAsyncResult    *result,
                                         ZgTimelineSpan  *span_out,
                                         GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_timeline_load_async (ZgSession            *session,
                             gint64                customer_id,
                             const ZgTimelineSpan *span,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data);
ZgTimeline *zg_timeline_load_finish (GAsyncResult    *result,
                                     ZgTimelineSpan  *span_out,
                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

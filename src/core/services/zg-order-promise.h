/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-promise.h"

G_BEGIN_DECLS

gboolean zg_order_promise_add (ZgDatabase  *db,
                               ZgPromise   *promise,
                               ZgClock     *clock,
                               GError     **error);
gboolean zg_order_promise_change (ZgDatabase  *db,
                                  ZgPromise   *promise,
                                  GError     **error);
gboolean zg_order_promise_end (ZgDatabase      *db,
                               ZgPromise       *promise,
                               ZgPromiseState   state,
                               gint64           staff_id,
                               ZgClock         *clock,
                               GError         **error);
gboolean zg_order_promise_take_back (ZgDatabase       *db,
                                     const ZgPromise  *before,
                                     const ZgPromise  *saved,
                                     GError          **error);
gboolean zg_order_promise_remove (ZgDatabase       *db,
                                  const ZgPromise  *saved,
                                  GError          **error);

G_END_DECLS

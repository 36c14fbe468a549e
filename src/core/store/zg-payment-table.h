/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-order.h"
#include "zg-payment.h"

G_BEGIN_DECLS

gboolean zg_payment_table_insert (ZgDatabase  *db,
                                  ZgPayment   *payment,
                                  GError     **error);
ZgPayment *zg_payment_table_load (ZgDatabase  *db,
                                  gint64       id,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_payment_table_list (ZgDatabase  *db,
                                  gint64       order_id,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_payment_table_join_step (ZgDatabase  *db,
                                     ZgPayment   *payment,
                                     GError     **error);
gboolean zg_payment_table_undo (ZgDatabase  *db,
                                gint64       id,
                                ZgTime       at,
                                GError     **error);
gboolean zg_payment_table_undo_step (ZgDatabase  *db,
                                     gint64       history_id,
                                     ZgTime       at,
                                     gint64      *amount_out,
                                     GError     **error);
gboolean zg_payment_table_write_paid (ZgDatabase  *db,
                                      ZgOrder     *order,
                                      gint64       paid,
                                      GError     **error);

G_END_DECLS

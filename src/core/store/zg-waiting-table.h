/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgWaiting:
 * @call_name: what the customer is called
 * @due_at: when they were promised an answer for
 * @reply_id: what told them to wait, or 0
 *
 * A customer who was told to wait a moment.
 */
typedef struct {
  gint64 customer_id;
  char *call_name;
  ZgTime started_at;
  ZgTime due_at;
  gint64 reply_id;
} ZgWaiting;

void zg_waiting_free (ZgWaiting *waiting);
gboolean zg_waiting_table_put (ZgDatabase       *db,
                               const ZgWaiting  *waiting,
                               GError          **error);
gboolean zg_waiting_table_remove (ZgDatabase  *db,
                                  gint64       customer_id,
                                  GError     **error);
GPtrArray *zg_waiting_table_load (ZgDatabase  *db,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_waiting_table_find_last_wait (ZgDatabase  *db,
                                          gint64       customer_id,
                                          gint64      *reply_id_out,
                                          ZgTime      *at_out,
                                          GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgWaiting, zg_waiting_free)

G_END_DECLS

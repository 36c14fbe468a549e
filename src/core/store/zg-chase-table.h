/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-chase.h"
#include "zg-database.h"

G_BEGIN_DECLS

/* A payment counts as the chase's work for so long after the last reminder. */
#define ZG_CHASE_RECOVERY (3 * ZG_TIME_DAY)

/**
 * ZgChaseRecovery:
 * @step: the last reminder before the payment, from 0
 * @reminded_at: when that was
 * @customer: (nullable): what to show the customer as
 *
 * An order that was paid after a reminder.
 */
typedef struct {
  gint64 order_id;
  char *number;
  gint64 customer_id;
  char *customer;
  gint64 amount;
  char *currency;
  ZgChaseCause cause;
  int step;
  ZgTime reminded_at;
  ZgTime paid_at;
} ZgChaseRecovery;

void zg_chase_recovery_free (ZgChaseRecovery *recovery);

ZgChaseLadder *zg_chase_table_load_ladder (ZgDatabase  *db,
                                           const char  *platform,
                                           GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_chase_table_save_ladder (ZgDatabase           *db,
                                     const char           *platform,
                                     const ZgChaseLadder  *ladder,
                                     GError              **error);
GPtrArray *zg_chase_table_load_done (ZgDatabase  *db,
                                     gint64       order_id,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *zg_chase_table_load_reminded (ZgDatabase  *db,
                                      gint64       customer_id,
                                      ZgTime       since,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_chase_table_insert_step (ZgDatabase         *db,
                                     gint64              order_id,
                                     const ZgChaseDone  *done,
                                     gint64              staff_id,
                                     gint64              contact_id,
                                     GError            **error);
gboolean zg_chase_table_delete_step (ZgDatabase  *db,
                                     gint64       order_id,
                                     int          step,
                                     GError     **error);
gboolean zg_chase_table_set_cause (ZgDatabase    *db,
                                   gint64         order_id,
                                   ZgChaseCause   cause,
                                   GError       **error);
gboolean zg_chase_table_set_stopped (ZgDatabase  *db,
                                     gint64       order_id,
                                     ZgTime       at,
                                     GError     **error);
GArray *zg_chase_table_list_unpaid (ZgDatabase  *db,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_chase_table_list_recovered (ZgDatabase  *db,
                                          ZgTime       from,
                                          ZgTime       until,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgChaseRecovery, zg_chase_recovery_free)

G_END_DECLS

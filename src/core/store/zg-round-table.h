/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer-filter.h"
#include "zg-database.h"
#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgRound:
 * @filter: the text of the #ZgCustomerFilter that it was started with
 * @reply_id: what is copied for each customer; 0 when that reply is gone
 * @marketing: whether it invites to buy, which the budget and the consent limit; order service is never limited
 * @finished_at: when it came to its end or was stopped, %ZG_TIME_NONE while it goes on
 *
 * A walk through a segment, one customer after the other.
 */
typedef struct {
  gint64 id;
  char *uid;
  char *name;
  char *filter;
  gint64 reply_id;
  gboolean marketing;
  gint64 staff_id;
  ZgTime started_at;
  ZgTime finished_at;
} ZgRound;

typedef enum {
  ZG_ROUND_TO_DO = 0,
  ZG_ROUND_COPIED = 1,
  ZG_ROUND_SKIPPED = 2,
  ZG_ROUND_NOT_ALLOWED = 3,
} ZgRoundState;

#define ZG_N_ROUND_STATES 4

/**
 * ZgRoundMember:
 * @position: their place in the round, from 1
 * @customer_id: 0 once they were erased
 * @order_id: what it is about, or 0
 * @reason: why they were skipped, in a person's words, or the word of a #ZgRoundLimit
 * @contact_id: the line of the timeline that a copy made, or 0
 *
 * A customer of a round, and what was done about them.
 */
typedef struct {
  gint64 round_id;
  gint64 position;
  gint64 customer_id;
  gint64 order_id;
  ZgRoundState state;
  char *reason;
  ZgTime at;
  gint64 staff_id;
  gint64 contact_id;
} ZgRoundMember;

/**
 * ZgRoundReason:
 *
 * How many customers of a round were skipped or not allowed for a reason.
 */
typedef struct {
  ZgRoundState state;
  char *reason;
  gint64 count;
} ZgRoundReason;

void zg_round_free (ZgRound *round);
void zg_round_member_free (ZgRoundMember *member);
void zg_round_reason_free (ZgRoundReason *reason);

gboolean zg_round_table_insert (ZgDatabase  *db,
                                ZgRound     *round,
                                GError     **error);
gboolean zg_round_table_add_members (ZgDatabase              *db,
                                     gint64                   round_id,
                                     const ZgCustomerFilter  *filter,
                                     ZgClock                 *clock,
                                     gint64                  *n_members_out,
                                     GError                 **error);
gboolean zg_round_table_add_customers (ZgDatabase  *db,
                                       gint64       round_id,
                                       GArray      *customer_ids,
                                       gboolean     with_orders,
                                       gint64      *n_members_out,
                                       GError     **error);
ZgRound *zg_round_table_load (ZgDatabase  *db,
                              gint64       id,
                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_round_table_load_all (ZgDatabase  *db,
                                    gboolean     only_open,
                                    GError     **error);
gboolean zg_round_table_set_finished (ZgDatabase  *db,
                                      gint64       id,
                                      ZgTime       at,
                                      GError     **error);

gboolean zg_round_table_find_next (ZgDatabase     *db,
                                   gint64          round_id,
                                   ZgRoundMember **member_out,
                                   GError        **error);
gboolean zg_round_table_find_last_step (ZgDatabase     *db,
                                        gint64          round_id,
                                        ZgRoundMember **member_out,
                                        GError        **error);
ZgRoundMember *zg_round_table_load_member (ZgDatabase  *db,
                                           gint64       round_id,
                                           gint64       position,
                                           GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_round_table_update_member (ZgDatabase           *db,
                                       const ZgRoundMember  *member,
                                       GError              **error);
gboolean zg_round_table_reopen_behind (ZgDatabase  *db,
                                       gint64       round_id,
                                       gint64       position,
                                       GError     **error);
gboolean zg_round_table_has_copy (ZgDatabase  *db,
                                  gint64       round_id,
                                  gint64       customer_id,
                                  gboolean    *has_copy_out,
                                  GError     **error);
gboolean zg_round_table_count (ZgDatabase  *db,
                               gint64       round_id,
                               gint64       counts[ZG_N_ROUND_STATES],
                               gint64      *n_gone_out,
                               GError     **error);
GPtrArray *zg_round_table_load_reasons (ZgDatabase  *db,
                                        gint64       round_id,
                                        GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgRound, zg_round_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgRoundMember, zg_round_member_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgRoundReason, zg_round_reason_free)

G_END_DECLS

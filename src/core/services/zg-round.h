/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-fill-context.h"
#include "zg-marketing-table.h"
#include "zg-reply.h"
#include "zg-round-table.h"
#include "zg-segment-table.h"

G_BEGIN_DECLS

#define ZG_MARKETING_DEFAULT_BUDGET 2
#define ZG_MARKETING_MAX_BUDGET 99

/**
 * ZgRoundLimit:
 * @ZG_ROUND_LIMIT_CONSENT: they do not want to be contacted
 * @ZG_ROUND_LIMIT_BUDGET: they had as many invitations this month as the shop allows itself
 * @ZG_ROUND_LIMIT_TWICE: a merge made them somebody for whom this round's reply was copied already
 *
 * Why a round passes a customer over.
 */
typedef enum {
  ZG_ROUND_LIMIT_NONE,
  ZG_ROUND_LIMIT_CONSENT,
  ZG_ROUND_LIMIT_BUDGET,
  ZG_ROUND_LIMIT_TWICE,
} ZgRoundLimit;

/**
 * ZgRoundStep:
 * @round: the round
 * @member: (nullable): whose turn it is; %NULL at the end
 * @n_passed_over: how many were passed over on the way because it is not allowed
 * @is_unasked: whether nobody asked them yet if they may be contacted: allowed, but say so
 *
 * Where a round stands.
 */
typedef struct {
  ZgRound *round;
  ZgRoundMember *member;
  gint64 n_passed_over;
  gboolean is_unasked;
} ZgRoundStep;

/**
 * ZgRoundSum:
 * @counts: members in each #ZgRoundState
 * @n_gone: erased before their turn
 * @reasons: (element-type ZgRoundReason): why members were skipped or passed over
 *
 * What came of a round.
 */
typedef struct {
  ZgRound *round;
  gint64 counts[ZG_N_ROUND_STATES];
  gint64 n_gone;
  GPtrArray *reasons;
} ZgRoundSum;

void zg_round_step_free (ZgRoundStep *step);
void zg_round_sum_free (ZgRoundSum *sum);
const char *zg_round_state_to_word (ZgRoundState state);
const char *zg_round_limit_to_word (ZgRoundLimit limit);
char *zg_round_reason_to_text (ZgRoundState  state,
                               const char   *reason) G_GNUC_WARN_UNUSED_RESULT;
char *zg_round_sum_to_text (const ZgRoundSum *sum) G_GNUC_WARN_UNUSED_RESULT;
gint64 zg_round_sum_get_n_members (const ZgRoundSum *sum);
gboolean zg_round_is_marketing (const ZgCustomerFilter *filter);

gint64 zg_round_start (ZgDatabase       *db,
                       const ZgSegment  *segment,
                       gint64            reply_id,
                       gboolean          marketing,
                       gint64            staff_id,
                       ZgClock          *clock,
                       GError          **error);
gint64 zg_round_start_for (ZgDatabase  *db,
                           const char  *name,
                           GArray      *customer_ids,
                           gint64       reply_id,
                           gboolean     marketing,
                           gint64       staff_id,
                           ZgClock     *clock,
                           GError     **error);
ZgRoundStep *zg_round_next (ZgDatabase  *db,
                            gint64       round_id,
                            ZgClock     *clock,
                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;
ZgReply *zg_round_load_reply (ZgDatabase     *db,
                              const ZgRound  *round,
                              GError        **error) G_GNUC_WARN_UNUSED_RESULT;
ZgFill *zg_round_fill (ZgDatabase         *db,
                       const ZgRoundStep  *step,
                       gint64              staff_id,
                       ZgClock            *clock,
                       GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 zg_round_copied (ZgDatabase  *db,
                        gint64       round_id,
                        gint64       position,
                        const char  *text,
                        gint64       staff_id,
                        ZgClock     *clock,
                        GError     **error);
gboolean zg_round_skip (ZgDatabase  *db,
                        gint64       round_id,
                        gint64       position,
                        const char  *reason,
                        gint64       staff_id,
                        ZgClock     *clock,
                        GError     **error);
gboolean zg_round_stop (ZgDatabase  *db,
                        gint64       round_id,
                        ZgClock     *clock,
                        GError     **error);
gboolean zg_round_take_back (ZgDatabase  *db,
                             gint64       round_id,
                             GError     **error);
ZgRoundSum *zg_round_sum_up (ZgDatabase  *db,
                             gint64       round_id,
                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* zg-marketing.c: how often customers are invited to buy */
gint64 zg_marketing_get_budget (ZgDatabase  *db,
                                GError     **error);
gboolean zg_marketing_set_budget (ZgDatabase  *db,
                                  gint64       budget,
                                  GError     **error);
gboolean zg_marketing_check (ZgDatabase    *db,
                             gint64         customer_id,
                             ZgClock       *clock,
                             ZgRoundLimit  *limit_out,
                             gboolean      *is_unasked_out,
                             GError       **error);
gboolean zg_marketing_count (ZgDatabase              *db,
                             const ZgCustomerFilter  *filter,
                             GArray                  *customer_ids,
                             ZgClock                 *clock,
                             ZgMarketingCounts       *counts_out,
                             GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgRoundStep, zg_round_step_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgRoundSum, zg_round_sum_free)

G_END_DECLS

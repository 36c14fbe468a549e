/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer-merge.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

/**
 * ZgMergePair:
 * @plan: what a merge of the two would do
 * @kept: the customer who would stay
 * @other: the one who would go into them
 * @moves: what of @other goes along
 *
 * Two customers side by side.
 */
typedef struct {
  ZgMergePlan *plan;
  ZgCustomer *kept;
  ZgCustomer *other;
  ZgMergeMoves moves;
} ZgMergePair;

/**
 * ZgMergeJob:
 * @same: whether they are one person: else it is noted that they are not
 * @plan: (nullable): the merge of one person
 * @name: what the one who stays is called
 * @merge_id: the merge that was done
 *
 * What was found about two customers, and how to take it back.
 */
typedef struct {
  ZgSession *session;
  ZgClock *clock;
  gint64 staff_id;
  gint64 kept_id;
  gint64 other_id;
  gboolean same;
  ZgMergePlan *plan;
  char *name;
  gint64 merge_id;
} ZgMergeJob;

void zg_merge_pair_free (ZgMergePair *pair);
void zg_merge_pair_load_async (ZgSession           *session,
                               gint64               kept_id,
                               gint64               other_id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
ZgMergePair *zg_merge_pair_load_finish (GAsyncResult  *result,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;

ZgMergeJob *zg_merge_job_new (ZgSession   *session,
                              ZgMergePair *pair,
                              gboolean     same) G_GNUC_WARN_UNUSED_RESULT;
void zg_merge_job_free (ZgMergeJob *job);
void zg_merge_job_run_async (ZgMergeJob          *job,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);
ZgMergeJob *zg_merge_job_run_finish (GAsyncResult  *result,
                                     GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_merge_job_offer_undo (ZgMergeJob  *job,
                              ZgToastArea *toasts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgMergePair, zg_merge_pair_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgMergeJob, zg_merge_job_free)

G_END_DECLS

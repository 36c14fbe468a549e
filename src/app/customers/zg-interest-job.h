/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer-interest.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

typedef enum {
  ZG_INTEREST_JOB_ADD,
  ZG_INTEREST_JOB_CHANGE,
  ZG_INTEREST_JOB_REMOVE,
  ZG_INTEREST_JOB_TAKE_BACK,
  ZG_INTEREST_JOB_PUT_BACK,
} ZgInterestJobKind;

/**
 * ZgInterestJob:
 * @before: (nullable): what was shown, or was removed
 * @after: (nullable): what it should be, or was made
 *
 * One write of what a customer asked for and did not buy.
 */
typedef struct {
  ZgInterestJobKind kind;
  ZgSession *session;
  ZgClock *clock;
  ZgInterest *before;
  ZgInterest *after;
} ZgInterestJob;

ZgInterestJob *zg_interest_job_new (ZgInterestJobKind  kind,
                                    ZgSession         *session,
                                    const ZgInterest  *before,
                                    const ZgInterest  *after) G_GNUC_WARN_UNUSED_RESULT;
void zg_interest_job_free (ZgInterestJob *job);
void zg_interest_job_run_async (ZgInterestJob       *job,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);
ZgInterestJob *zg_interest_job_run_finish (GAsyncResult  *result,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_interest_job_offer_undo (ZgInterestJob *job,
                                 ZgToastArea   *toasts,
                                 const char    *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgInterestJob, zg_interest_job_free)

G_END_DECLS

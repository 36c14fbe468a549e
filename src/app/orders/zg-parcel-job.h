/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

/**
 * ZgParcelJobKind:
 * @ZG_PARCEL_JOB_MERGE: puts all of its orders in one parcel
 * @ZG_PARCEL_JOB_SPLIT: takes the parcel of its first order apart
 * @ZG_PARCEL_JOB_APART: its first order does not go with the others
 * @ZG_PARCEL_JOB_RESTORE: takes one of these back
 */
typedef enum {
  ZG_PARCEL_JOB_MERGE,
  ZG_PARCEL_JOB_SPLIT,
  ZG_PARCEL_JOB_APART,
  ZG_PARCEL_JOB_RESTORE,
} ZgParcelJobKind;

typedef struct _ZgParcelJob ZgParcelJob;

ZgParcelJob *zg_parcel_job_new (ZgParcelJobKind  kind,
                                ZgSession       *session) G_GNUC_WARN_UNUSED_RESULT;
void zg_parcel_job_free (ZgParcelJob *job);
void zg_parcel_job_add (ZgParcelJob *job,
                        gint64       order_id);
void zg_parcel_job_add_all (ZgParcelJob *job,
                            GPtrArray   *orders);
void zg_parcel_job_run (ZgParcelJob *job,
                        ZgToastArea *toasts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgParcelJob, zg_parcel_job_free)

G_END_DECLS

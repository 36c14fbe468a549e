/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-segment.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

/**
 * ZgSegmentCount:
 * @n: how many customers are in it, -1 when its filter can't be read
 */
typedef struct {
  ZgSegment *segment;
  gint64 n;
} ZgSegmentCount;

typedef enum {
  ZG_SEGMENT_JOB_SAVE,
  ZG_SEGMENT_JOB_MOVE,
  ZG_SEGMENT_JOB_DELETE,
} ZgSegmentJobKind;

/**
 * ZgSegmentJob:
 * @segment: what to save, move or delete
 * @before: (nullable): what it was, for one that was there
 * @place: where to move it, among the saved ones from 0
 *
 * One write about a saved segment, which can be taken back.
 */
typedef struct {
  ZgSegmentJobKind kind;
  ZgSession *session;
  ZgSegment *segment;
  ZgSegment *before;
  guint place;
  guint place_before;
} ZgSegmentJob;

void zg_segment_count_free (ZgSegmentCount *count);
void zg_segment_counts_load_async (ZgSession           *session,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
GPtrArray *zg_segment_counts_load_finish (GAsyncResult  *result,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;

ZgSegmentJob *zg_segment_job_new (ZgSegmentJobKind  kind,
                                  ZgSession        *session,
                                  const ZgSegment  *segment) G_GNUC_WARN_UNUSED_RESULT;
void zg_segment_job_free (ZgSegmentJob *job);
void zg_segment_job_run_async (ZgSegmentJob        *job,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
ZgSegmentJob *zg_segment_job_run_finish (GAsyncResult  *result,
                                         GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_segment_job_offer_undo (ZgSegmentJob *job,
                                ZgToastArea  *toasts);

G_END_DECLS

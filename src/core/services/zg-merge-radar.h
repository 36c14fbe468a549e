/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-order.h"

G_BEGIN_DECLS

/**
 * ZgMergeGroup:
 * @order_ids: (element-type gint64): orders that may go in one parcel, the oldest first; two at least
 * @parcel_id: a parcel in which some of them are already, or 0
 *
 * A suggestion of the radar.
 */
typedef struct {
  GArray *order_ids;
  gint64 parcel_id;
} ZgMergeGroup;

void zg_merge_group_free (ZgMergeGroup *group);

GPtrArray *zg_merge_radar_list (ZgDatabase  *db,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_merge_radar_count (ZgDatabase  *db,
                               guint       *n_out,
                               GError     **error);
GArray *zg_merge_radar_find (ZgDatabase  *db,
                             gint64       order_id,
                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_merge_radar_load (ZgDatabase          *db,
                                const ZgMergeGroup  *group,
                                GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_merge_radar_set_apart (ZgDatabase  *db,
                                   gint64       order_id,
                                   gint64       other_id,
                                   gboolean     is_apart,
                                   gint64       staff_id,
                                   ZgTime       now,
                                   GError     **error);

G_END_DECLS

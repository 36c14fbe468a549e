/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer-filter.h"
#include "zg-segment-table.h"
#include "zg-time.h"

G_BEGIN_DECLS

#define ZG_LOST_DEFAULT_DAYS 90
#define ZG_LOST_MAX_DAYS 3650

GPtrArray *zg_segment_load_ready (ZgDatabase  *db,
                                  GError     **error);
GPtrArray *zg_segment_load_all (ZgDatabase  *db,
                                GError     **error);
ZgSegment *zg_segment_find (ZgDatabase  *db,
                            const char  *name,
                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char *zg_segment_describe (const ZgSegment *segment) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_segment_count (ZgDatabase       *db,
                           const ZgSegment  *segment,
                           ZgClock          *clock,
                           gint64           *count_out,
                           GError          **error);

gboolean zg_segment_save (ZgDatabase  *db,
                          ZgSegment   *segment,
                          GError     **error);
gboolean zg_segment_move (ZgDatabase  *db,
                          gint64       id,
                          guint        place,
                          guint       *place_before_out,
                          GError     **error);
gboolean zg_segment_delete (ZgDatabase  *db,
                            gint64       id,
                            GError     **error);
gboolean zg_segment_restore (ZgDatabase       *db,
                             const ZgSegment  *before,
                             GError          **error);

gint64 zg_segment_get_lost_days (ZgDatabase  *db,
                                 GError     **error);
gboolean zg_segment_set_lost_days (ZgDatabase  *db,
                                   gint64       days,
                                   GError     **error);

G_END_DECLS

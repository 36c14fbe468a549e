/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZgTime:
 *
 * A moment: microseconds since 1970-01-01T00:00:00Z, the form in which the shop file keeps time.
 * %ZG_TIME_NONE means that no time is known.
 */
typedef gint64 ZgTime;

#define ZG_TIME_NONE ((ZgTime) 0)
#define ZG_TIME_SECOND ((ZgTime) G_USEC_PER_SEC)
#define ZG_TIME_MINUTE (60 * ZG_TIME_SECOND)
#define ZG_TIME_HOUR (60 * ZG_TIME_MINUTE)
#define ZG_TIME_DAY (24 * ZG_TIME_HOUR)

/**
 * ZgClock:
 *
 * What time it is and where. Rules that depend on time are given a clock and never ask the system themselves,
 * so that tests and `zhangguictl --now` can say what time it is.
 */
typedef struct _ZgClock ZgClock;

ZgClock *zg_clock_new_system (void) G_GNUC_WARN_UNUSED_RESULT;
ZgClock *zg_clock_new_fixed (ZgTime     now,
                             GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
ZgClock *zg_clock_ref (ZgClock *clock);
void zg_clock_unref (ZgClock *clock);
ZgTime zg_clock_now (ZgClock *clock);
GTimeZone *zg_clock_get_zone (ZgClock *clock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgClock, zg_clock_unref)

GTimeZone *zg_time_zone_china (void);
gboolean zg_time_parse_iso (const char  *text,
                            GTimeZone   *zone,
                            ZgTime      *time_out,
                            GError     **error);
gboolean zg_time_parse_export (const char *text,
                               GTimeZone  *zone,
                               ZgTime     *time_out);
char *zg_time_to_iso (ZgTime     time,
                      GTimeZone *zone);
char *zg_time_to_text (ZgTime     time,
                       ZgTime     now,
                       GTimeZone *zone);
GDateTime *zg_time_to_date_time (ZgTime     time,
                                 GTimeZone *zone);

G_END_DECLS

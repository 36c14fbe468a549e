/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order.h"
#include "zg-timeline-table.h"

G_BEGIN_DECLS

/**
 * ZgTimelineEntry:
 * @at: when it was
 * @order: (nullable): the order that was placed then
 * @contact: (nullable): what was copied, noted, said or changed then; exactly one of the two is there
 *
 * One thing that happened between the shop and a customer.
 */
typedef struct {
  ZgTime at;
  ZgOrder *order;
  ZgContact *contact;
} ZgTimelineEntry;

/**
 * ZgTimelineSpan:
 * @kinds: which lines to read, %ZG_TIMELINE_ALL or one kind
 * @after: the line that they stand behind; no place for the newest
 * @until: a line that was seen; what is read reaches it, however much came before it since; no place for none
 * @limit: how many at a time
 *
 * A part of a timeline to read.
 */
typedef struct {
  ZgTimelineKinds kinds;
  ZgTimelinePlace after;
  ZgTimelinePlace until;
  int limit;
} ZgTimelineSpan;

/**
 * ZgTimeline:
 * @kinds: which lines were read: all where there is none of the kinds that were asked for
 * @available: of what there is anything at all
 * @entries: (element-type ZgTimelineEntry): what happened, newest first
 * @has_earlier: whether there is more behind the last of them
 *
 * A part of a customer's timeline.
 */
typedef struct {
  ZgTimelineKinds kinds;
  ZgTimelineKinds available;
  GPtrArray *entries;
  gboolean has_earlier;
} ZgTimeline;

/**
 * ZgTimelinePeriod:
 *
 * The headings of a timeline.
 */
typedef enum {
  ZG_TIMELINE_TODAY,
  ZG_TIMELINE_THIS_MONTH,
  ZG_TIMELINE_EARLIER,
} ZgTimelinePeriod;

ZgTimeline *zg_timeline_load (ZgDatabase            *db,
                              gint64                 customer_id,
                              const ZgTimelineSpan  *span,
                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_timeline_free (ZgTimeline *timeline);
void zg_timeline_entry_free (ZgTimelineEntry *entry);
ZgTimelinePlace zg_timeline_entry_get_place (const ZgTimelineEntry *entry);
gboolean zg_timeline_entry_equal (const ZgTimelineEntry *a,
                                  const ZgTimelineEntry *b);
ZgTimelinePeriod zg_timeline_get_period (ZgTime     at,
                                         ZgTime     now,
                                         GTimeZone *zone);
char *zg_timeline_period_to_label (ZgTimelinePeriod  period,
                                   ZgTime            now,
                                   GTimeZone        *zone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgTimeline, zg_timeline_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgTimelineEntry, zg_timeline_entry_free)

G_END_DECLS

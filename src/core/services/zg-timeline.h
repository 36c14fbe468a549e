/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-contact.h"
#include "zg-database.h"
#include "zg-order.h"

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
 * ZgTimelinePeriod:
 *
 * The headings of a timeline.
 */
typedef enum {
  ZG_TIMELINE_TODAY,
  ZG_TIMELINE_THIS_MONTH,
  ZG_TIMELINE_EARLIER,
} ZgTimelinePeriod;

GPtrArray *zg_timeline_load (ZgDatabase  *db,
                             gint64       customer_id,
                             int          limit,
                             GError     **error);
GPtrArray *zg_timeline_merge (GPtrArray *orders,
                              GPtrArray *contacts,
                              int        limit);
void zg_timeline_entry_free (ZgTimelineEntry *entry);
ZgTimelinePeriod zg_timeline_get_period (ZgTime     at,
                                         ZgTime     now,
                                         GTimeZone *zone);
char *zg_timeline_period_to_label (ZgTimelinePeriod  period,
                                   ZgTime            now,
                                   GTimeZone        *zone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgTimelineEntry, zg_timeline_entry_free)

G_END_DECLS

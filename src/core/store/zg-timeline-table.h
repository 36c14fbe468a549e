/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-contact.h"
#include "zg-database.h"

G_BEGIN_DECLS

/**
 * ZgTimelineKinds:
 *
 * What a timeline has lines of: orders, and the kinds of #ZgContactKind.
 */
typedef enum {
  ZG_TIMELINE_ORDERS = 1 << 0,
  ZG_TIMELINE_COPIES = 1 << 1,
  ZG_TIMELINE_NOTES = 1 << 2,
  ZG_TIMELINE_CALLS = 1 << 3,
  ZG_TIMELINE_CHANGES = 1 << 4,
} ZgTimelineKinds;

#define ZG_TIMELINE_ALL ((ZgTimelineKinds) 0x1f)

/**
 * ZgTimelinePlace:
 * @at: when it was, 0 for an order that has no time
 * @is_order: whether it is an order; else a line of the contact log
 * @id: the order or the line, 0 for no place
 *
 * Where something stands in a timeline: newest first, of the same moment what was said before the order, for it came after it,
 * and then what was written last.
 */
typedef struct {
  ZgTime at;
  gboolean is_order;
  gint64 id;
} ZgTimelinePlace;

int zg_timeline_place_compare (const ZgTimelinePlace *a,
                               const ZgTimelinePlace *b);
gboolean zg_timeline_table_get_kinds (ZgDatabase       *db,
                                      gint64            customer_id,
                                      ZgTimelineKinds  *kinds_out,
                                      GError          **error);
gboolean zg_timeline_table_read (ZgDatabase             *db,
                                 gint64                  customer_id,
                                 ZgTimelineKinds         kinds,
                                 const ZgTimelinePlace  *after,
                                 int                     limit,
                                 GArray                 *places,
                                 GError                **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-list-table.h"
#include "zg-row-list.h"
#include "zg-session.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   loaded (ids, same_list)   a GArray of the ids to show: take them with zg_row_list_set_ids(); @same_list says that it
 *                             is the list that was shown before, with what has changed since
 *   counted (counts)          a gint64 for each filter
 *   failed (GError *)         the list could not be read
 */
#define ZG_TYPE_ORDER_FEED (zg_order_feed_get_type ())
G_DECLARE_FINAL_TYPE (ZgOrderFeed, zg_order_feed, ZG, ORDER_FEED, GObject)

ZgOrderFeed *zg_order_feed_new (ZgSession *session) G_GNUC_WARN_UNUSED_RESULT;
ZgRowList *zg_order_feed_get_rows (ZgOrderFeed *self);
const char *zg_order_feed_get_text (ZgOrderFeed *self);
void zg_order_feed_set_text (ZgOrderFeed *self,
                             const char  *text);
ZgOrderFilter zg_order_feed_get_filter (ZgOrderFeed *self);
void zg_order_feed_set_filter (ZgOrderFeed   *self,
                               ZgOrderFilter  filter);
void zg_order_feed_set_sort (ZgOrderFeed *self,
                             ZgOrderSort  sort,
                             gboolean     descending);
void zg_order_feed_set_watched (ZgOrderFeed *self,
                                gboolean     watched);
gboolean zg_order_feed_is_loading (ZgOrderFeed *self);
gint64 zg_order_feed_get_customer_id (ZgOrderFeed *self,
                                      gint64       id);
gint64 zg_order_feed_get_neighbour (ZgOrderFeed *self,
                                    gint64       id,
                                    int          step);

G_END_DECLS

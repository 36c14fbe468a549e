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
#define ZG_TYPE_CUSTOMER_FEED (zg_customer_feed_get_type ())
G_DECLARE_FINAL_TYPE (ZgCustomerFeed, zg_customer_feed, ZG, CUSTOMER_FEED, GObject)

ZgCustomerFeed *zg_customer_feed_new (ZgSession *session) G_GNUC_WARN_UNUSED_RESULT;
ZgRowList *zg_customer_feed_get_rows (ZgCustomerFeed *self);
const char *zg_customer_feed_get_text (ZgCustomerFeed *self);
void zg_customer_feed_set_text (ZgCustomerFeed *self,
                                const char     *text);
ZgCustomerFilter zg_customer_feed_get_filter (ZgCustomerFeed *self);
void zg_customer_feed_set_filter (ZgCustomerFeed   *self,
                                  ZgCustomerFilter  filter);
void zg_customer_feed_set_sort (ZgCustomerFeed *self,
                                ZgCustomerSort  sort,
                                gboolean        descending);
void zg_customer_feed_set_watched (ZgCustomerFeed *self,
                                   gboolean        watched);
gboolean zg_customer_feed_is_loading (ZgCustomerFeed *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-list-source.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   loaded (ids, same_list)   a GArray of the ids to show: take them with zg_row_list_set_ids(); @same_list says that it
 *                             is the list that was shown before, with what has changed since
 *   counted (counts)          a gint64 for each filter
 *   failed (GError *)         the list could not be read
 */
#define ZG_TYPE_LIST_FEED (zg_list_feed_get_type ())
G_DECLARE_FINAL_TYPE (ZgListFeed, zg_list_feed, ZG, LIST_FEED, GObject)

ZgListFeed *zg_list_feed_new (const ZgListSource *source,
                              ZgStore            *store,
                              ZgClock            *clock,
                              gint64              current) G_GNUC_WARN_UNUSED_RESULT;
void zg_list_feed_set_current (ZgListFeed *self,
                               gint64      id);
ZgRowList *zg_list_feed_get_rows (ZgListFeed *self);
const char *zg_list_feed_get_text (ZgListFeed *self);
void zg_list_feed_set_text (ZgListFeed *self,
                            const char *text);
int zg_list_feed_get_filter (ZgListFeed *self);
void zg_list_feed_set_filter (ZgListFeed *self,
                              int         filter);
void zg_list_feed_set_segment (ZgListFeed *self,
                               const char *segment);
void zg_list_feed_set_sort (ZgListFeed *self,
                            int         sort,
                            gboolean    descending);
void zg_list_feed_set_watched (ZgListFeed *self,
                               gboolean    watched);
gboolean zg_list_feed_is_loading (ZgListFeed *self);
gint64 zg_list_feed_get_neighbour (ZgListFeed *self,
                                   gint64      id,
                                   int         step);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * ZgRowFeed:
 *
 * Rows that wait to be inserted by one statement. To SQLite it is the table zg_rows (c0, c1, …) of whoever is given the
 * feed as the table's argument.
 */
typedef struct _ZgRowFeed ZgRowFeed;

/* No table is wider. */
#define ZG_ROW_FEED_MAX_COLUMNS 64

ZgRowFeed *zg_row_feed_new (int n_columns);
void zg_row_feed_free (ZgRowFeed *feed);
void zg_row_feed_set_int64 (ZgRowFeed *feed,
                            int        column,
                            gint64     value);
void zg_row_feed_set_text (ZgRowFeed  *feed,
                           int         column,
                           const char *value);
void zg_row_feed_end_row (ZgRowFeed *feed);
guint zg_row_feed_get_n_rows (const ZgRowFeed *feed);
void zg_row_feed_clear (ZgRowFeed *feed);
int zg_row_feed_bind (ZgRowFeed    *feed,
                      sqlite3_stmt *statement,
                      int           parameter);
int zg_row_feed_register (sqlite3 *handle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgRowFeed, zg_row_feed_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-timeline-table.h"

#include "zg-statement.h"

/*
 * Where the lines of a customer's timeline stand, over both tables that it is made of. A page is found by the last line of the
 * page before it, so that the thousandth is as quick as the first. Each kind has a range of an index of its own, from which no
 * more than a page is read.
 */

/* ?2 the kinds, ?3 and ?4 or ?5 what the lines stand behind, ?6 how many at the most. */
#define CONTACTS_SQL(kind, bit) \
  "SELECT * FROM (SELECT at, 0 AS is_order, id FROM contact WHERE customer_id = ?1 AND kind = " kind " AND (?2 & " bit ") " \
  "AND (at, id) < (?3, ?4) ORDER BY at DESC, id DESC LIMIT ?6) "

#define ORDERS_SQL(time, condition) \
  "SELECT * FROM (SELECT " time ", 1, id FROM shop_order WHERE customer_id = ?1 AND ordered_at " condition " AND (?2 & 1) " \
  "AND (" time ", id) < (?3, ?5) ORDER BY " time " DESC, id DESC LIMIT ?6) "

static const char read_sql[] =
  CONTACTS_SQL ("0", "2")
  "UNION ALL " CONTACTS_SQL ("1", "4")
  "UNION ALL " CONTACTS_SQL ("2", "8")
  "UNION ALL " CONTACTS_SQL ("3", "16")
  "UNION ALL " ORDERS_SQL ("ordered_at", "IS NOT NULL")
  /* Few have no such time; they stand where they were paid. */
  "UNION ALL " ORDERS_SQL ("coalesce(paid_at, 0)", "IS NULL")
  "ORDER BY 1 DESC, 2, 3 DESC LIMIT ?6";

/**
 * zg_timeline_place_compare:
 * @a: a place
 * @b: another one
 *
 * Returns: less than 0 when @a stands above @b, 0 when they are the same
 */
int
zg_timeline_place_compare (const ZgTimelinePlace *a,
                           const ZgTimelinePlace *b)
{
  if (a->at != b->at)
    return a->at > b->at ? -1 : 1;
  if (a->is_order != b->is_order)
    return a->is_order ? 1 : -1;
  return a->id > b->id ? -1 : a->id < b->id ? 1 : 0;
}

/**
 * zg_timeline_table_get_kinds:
 * @db: a connection
 * @customer_id: a customer
 * @kinds_out: (out): of what there is anything
 * @error: return location for an error
 *
 * Returns: whether the shop file could be read
 */
gboolean
zg_timeline_table_get_kinds (ZgDatabase       *db,
                             gint64            customer_id,
                             ZgTimelineKinds  *kinds_out,
                             GError          **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT EXISTS (SELECT 1 FROM shop_order WHERE customer_id = ?1) "
    "| (EXISTS (SELECT 1 FROM contact WHERE customer_id = ?1 AND kind = 0) << 1) "
    "| (EXISTS (SELECT 1 FROM contact WHERE customer_id = ?1 AND kind = 1) << 2) "
    "| (EXISTS (SELECT 1 FROM contact WHERE customer_id = ?1 AND kind = 2) << 3) "
    "| (EXISTS (SELECT 1 FROM contact WHERE customer_id = ?1 AND kind = 3) << 4)", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, customer_id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  *kinds_out = (ZgTimelineKinds) zg_statement_get_int64 (statement, 0);
  return TRUE;
}

static void
bind_after (ZgStatement           *statement,
            const ZgTimelinePlace *after)
{
  gboolean is_first = after == NULL || after->id == 0;

  zg_statement_bind_int64 (statement, 2, is_first ? G_MAXINT64 : after->at);
  /* All orders of the same moment stand behind a line of the log, and none of the lines behind an order. */
  zg_statement_bind_int64 (statement, 3, is_first ? G_MAXINT64 : after->is_order ? 0 : after->id);
  zg_statement_bind_int64 (statement, 4, is_first || !after->is_order ? G_MAXINT64 : after->id);
}

/**
 * zg_timeline_table_read:
 * @db: a connection
 * @customer_id: a customer
 * @kinds: which lines count
 * @after: (nullable): the line that they stand behind; %NULL or no place for the newest
 * @limit: how many at the most
 * @places: (element-type ZgTimelinePlace): what is found is appended to these, newest first
 * @error: return location for an error
 *
 * Returns: whether the shop file could be read
 */
gboolean
zg_timeline_table_read (ZgDatabase             *db,
                        gint64                  customer_id,
                        ZgTimelineKinds         kinds,
                        const ZgTimelinePlace  *after,
                        int                     limit,
                        GArray                 *places,
                        GError                **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, read_sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, customer_id);
  zg_statement_bind_int64 (statement, 1, kinds);
  bind_after (statement, after);
  zg_statement_bind_int64 (statement, 5, limit);
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgTimelinePlace place;

      if (!has_row)
        return TRUE;
      place.at = zg_statement_get_int64 (statement, 0);
      place.is_order = zg_statement_get_int64 (statement, 1) != 0;
      place.id = zg_statement_get_int64 (statement, 2);
      g_array_append_val (places, place);
    }
  return FALSE;
}

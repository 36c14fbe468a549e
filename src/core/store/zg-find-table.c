/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-find-table.h"

#include <string.h>

#include "zg-fold.h"
#include "zg-match.h"
#include "zg-statement.h"

/*
 * Search as you type, at a million rows. Each way to find somebody is one query over one index that already has the
 * right order; they are asked in the order of how well such a hit fits until there are enough. Nothing is ever sorted
 * or counted over all hits: the search indexes hand out their rows newest first.
 */

/* The texts of an index, to look at a hit. */
static const char customer_name_texts[] = "SELECT name FROM customer_name_document WHERE id = ?";
static const char customer_texts[] = "SELECT name, phone, address, note, tag FROM customer_document WHERE id = ?";
static const char order_texts[] = "SELECT item, recipient, tracking, note FROM order_document WHERE id = ?";

#define MAX_TEXTS 5

/* What a search has found so far. */
typedef struct {
  GArray *ids;
  GHashTable *seen;
  guint limit;
} Hits;

static void
hits_init (Hits *hits,
           int   limit)
{
  hits->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  hits->seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  hits->limit = MAX (limit, 0);
}

static void
hits_add (Hits   *hits,
          gint64  id)
{
  if (g_hash_table_add (hits->seen, GSIZE_TO_POINTER ((gsize) id)))
    g_array_append_val (hits->ids, id);
}

static gboolean
hits_have (Hits   *hits,
           gint64  id)
{
  return g_hash_table_contains (hits->seen, GSIZE_TO_POINTER ((gsize) id));
}

static gboolean
is_digits (const char *text)
{
  return text[0] != '\0' && text[strspn (text, "0123456789")] == '\0';
}

/* Letters and digits alone: what a pinyin key is made of. */
static gboolean
is_latin_key (const char *text)
{
  return text[0] != '\0' && text[strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789")] == '\0';
}

/*
 * Runs a query for ids with two or three parameters: a text, the end of the range that begins with it, the limit.
 */
static gboolean
collect (ZgDatabase  *db,
         const char  *sql,
         const char  *text,
         gboolean     is_range,
         Hits        *hits,
         GError     **error)
{
  g_autoptr(ZgStatement) statement = NULL;
  g_autofree char *end = NULL;
  gboolean has_row;
  int index = 0;

  if (hits->ids->len >= hits->limit)
    return TRUE;

  statement = zg_statement_new (db, sql, error);
  if (statement == NULL)
    return FALSE;

  zg_statement_bind_text (statement, index++, text);
  if (is_range)
    {
      /* Keys are ASCII or Han: nothing sorts behind this but what does not begin with the text. */
      end = g_strconcat (text, "\xf4\x8f\xbf\xbf", NULL);
      zg_statement_bind_text (statement, index++, end);
    }
  /* Some of them may be found already, and then they do not count. */
  zg_statement_bind_int64 (statement, index, (gint64) hits->limit + hits->ids->len);

  while (hits->ids->len < hits->limit)
    {
      if (!zg_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      hits_add (hits, zg_statement_get_int64 (statement, 0));
    }
  return TRUE;
}

/* Whether a row that the index found has what was typed: the index does not know whether tokens stand together. */
static gboolean
check_hit (ZgStatement   *texts,
           const ZgMatch *match,
           gint64         id,
           gboolean      *is_hit_out,
           GError       **error)
{
  const char *values[MAX_TEXTS + 1] = { NULL };
  gboolean has_row;

  *is_hit_out = FALSE;
  zg_statement_reset (texts);
  zg_statement_bind_int64 (texts, 0, id);
  if (!zg_statement_step (texts, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;

  for (int i = 0; i < zg_statement_get_n_columns (texts); i++)
    values[i] = zg_statement_get_text (texts, i);
  *is_hit_out = zg_match_check (match, values);
  return TRUE;
}

static ZgStatement *
start_search (ZgDatabase  *db,
              const char  *sql,
              const char  *expression,
              GError     **error)
{
  ZgStatement *statement = zg_statement_new (db, sql, error);

  if (statement != NULL)
    zg_statement_bind_text (statement, 0, expression);
  return statement;
}

/*
 * Moves @search to the next row that is also one of @names, if there is such a search; both come newest first. Returns
 * %FALSE for an error; @id_out is 0 at the end.
 */
static gboolean
next_common (ZgStatement  *search,
             ZgStatement  *names,
             gint64       *id_out,
             GError      **error)
{
  gint64 other = G_MAXINT64;
  gboolean has_row;

  if (!zg_statement_step (search, &has_row, error))
    return FALSE;
  *id_out = has_row ? zg_statement_get_int64 (search, 0) : 0;

  while (names != NULL && *id_out != 0 && other != *id_out)
    {
      ZgStatement *behind = other > *id_out ? names : search;

      if (!zg_statement_step (behind, &has_row, error))
        return FALSE;
      if (!has_row)
        *id_out = 0;
      else if (behind == names)
        other = zg_statement_get_int64 (names, 0);
      else
        *id_out = zg_statement_get_int64 (search, 0);
    }
  return TRUE;
}

/* Takes the rows of a search, newest first, that are also found by @names (nullable) and have what was typed. */
static gboolean
collect_matches (ZgDatabase     *db,
                 ZgStatement    *search,
                 ZgStatement    *names,
                 const ZgMatch  *match,
                 const char     *texts_sql,
                 Hits           *hits,
                 GError        **error)
{
  g_autoptr(ZgStatement) texts = NULL;
  gint64 id;

  if (!zg_match_is_exact (match))
    {
      texts = zg_statement_new (db, texts_sql, error);
      if (texts == NULL)
        return FALSE;
    }

  while (hits->ids->len < hits->limit)
    {
      gboolean is_hit = TRUE;

      if (!next_common (search, names, &id, error))
        return FALSE;
      if (id == 0)
        return TRUE;
      if (hits_have (hits, id))
        continue;
      if (texts != NULL && !check_hit (texts, match, id, &is_hit, error))
        return FALSE;
      if (is_hit)
        hits_add (hits, id);
    }
  return TRUE;
}

static gboolean
find_by_phone (ZgDatabase  *db,
               const char  *digits,
               Hits        *hits,
               GError     **error)
{
  g_autofree char *reversed = g_utf8_strreverse (digits, -1);

  if (!collect (db, "SELECT customer_id FROM customer_phone WHERE reversed >= ? AND reversed < ? "
                    "ORDER BY reversed LIMIT ?", reversed, TRUE, hits, error))
    return FALSE;
  return strlen (digits) < 3
         || collect (db, "SELECT customer_id FROM customer_phone WHERE digits >= ? AND digits < ? "
                         "ORDER BY digits LIMIT ?", digits, TRUE, hits, error);
}

#define SEARCH_NAMES \
  "SELECT rowid FROM customer_name_index WHERE customer_name_index MATCH ? ORDER BY rowid DESC"

static gboolean
find_by_name (ZgDatabase     *db,
              const char     *folded,
              const ZgMatch  *match,
              Hits           *hits,
              GError        **error)
{
  g_autoptr(ZgStatement) search = NULL;

  if (is_latin_key (folded) && !is_digits (folded)
      && !collect (db, "SELECT customer_id FROM customer_key WHERE key >= ? AND key < ? "
                       "ORDER BY key, customer_id DESC LIMIT ?", folded, TRUE, hits, error))
    return FALSE;
  if (match == NULL || hits->ids->len >= hits->limit)
    return TRUE;

  search = start_search (db, SEARCH_NAMES, match->all, error);
  return search != NULL && collect_matches (db, search, NULL, match, customer_name_texts, hits, error);
}

/* By anything that is known of a customer; but short pieces of what was typed have to be in the name. */
static gboolean
find_by_text (ZgDatabase     *db,
              const ZgMatch  *match,
              Hits           *hits,
              GError        **error)
{
  g_autoptr(ZgStatement) search = NULL;
  g_autoptr(ZgStatement) names = NULL;

  if (match->long_pieces == NULL || hits->ids->len >= hits->limit)
    return TRUE;

  search = start_search (db, "SELECT rowid FROM customer_index WHERE customer_index MATCH ? ORDER BY rowid DESC",
                         match->long_pieces, error);
  if (search == NULL)
    return FALSE;
  if (match->short_pieces != NULL)
    {
      names = start_search (db, SEARCH_NAMES, match->short_pieces, error);
      if (names == NULL)
        return FALSE;
    }
  return collect_matches (db, search, names, match, customer_texts, hits, error);
}

/**
 * zg_find_table_customers:
 * @db: a connection
 * @query: what was typed, in any script: part of a name, nick, account, phone, address, note or tag, pinyin, initials
 * @limit: how many at the most
 * @error: return location for an error
 *
 * Finds customers: by the tail of a phone, then by name, then by anything else, newest first within each. One Han
 * character or one or two letters or digits search names and phone tails alone.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the best hits first; the newest customers for an empty
 *   query
 */
GArray *
zg_find_table_customers (ZgDatabase  *db,
                         const char  *query,
                         int          limit,
                         GError     **error)
{
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GHashTable) seen = NULL;
  g_autofree char *folded = zg_fold (query);
  g_autoptr(ZgMatch) match = NULL;
  gboolean ok;
  Hits hits;

  hits_init (&hits, limit);
  ids = hits.ids;
  seen = hits.seen;
  g_strstrip (folded);

  if (folded[0] == '\0')
    {
      ok = collect (db, "SELECT id FROM customer WHERE ?1 = '' ORDER BY id DESC LIMIT ?2", "", FALSE, &hits, error);
      return ok ? g_steal_pointer (&ids) : NULL;
    }

  match = zg_match_new (query);
  ok = (!is_digits (folded) || find_by_phone (db, folded, &hits, error))
       && (is_digits (folded) && strlen (folded) < 3 ? TRUE : find_by_name (db, folded, match, &hits, error))
       && (match == NULL || find_by_text (db, match, &hits, error));
  return ok ? g_steal_pointer (&ids) : NULL;
}

/* Orders of the customers whose names fit, the customers in the order of the search. */
static gboolean
find_orders_of_customers (ZgDatabase  *db,
                          const char  *query,
                          Hits        *hits,
                          GError     **error)
{
  g_autoptr(GArray) customers = zg_find_table_customers (db, query, 20, error);

  if (customers == NULL)
    return FALSE;

  for (guint i = 0; i < customers->len && hits->ids->len < hits->limit; i++)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (customers, gint64, i));

      if (!collect (db, "SELECT id FROM shop_order WHERE customer_id = CAST(? AS INTEGER) "
                        "ORDER BY ordered_at DESC LIMIT ?", id, FALSE, hits, error))
        return FALSE;
    }
  return TRUE;
}

/* By goods, tracking number, recipient, notes. A size is one letter: beside a longer piece a short one counts too. */
static gboolean
find_orders_by_text (ZgDatabase     *db,
                     const ZgMatch  *match,
                     Hits           *hits,
                     GError        **error)
{
  g_autoptr(ZgStatement) search = NULL;

  if (match->long_pieces == NULL || hits->ids->len >= hits->limit)
    return TRUE;

  search = start_search (db, "SELECT rowid FROM order_index WHERE order_index MATCH ? ORDER BY rowid DESC", match->all,
                         error);
  return search != NULL && collect_matches (db, search, NULL, match, order_texts, hits, error);
}

/**
 * zg_find_table_orders:
 * @db: a connection
 * @query: what was typed: part of a number, a tracking number, goods, colour, size, recipient, note, or what finds
 *   the customer
 * @limit: how many at the most
 * @error: return location for an error
 *
 * Finds orders: by the tail or beginning of the number, then by their customer's name, then by their goods and notes.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the best hits first; the newest orders for an empty query
 */
GArray *
zg_find_table_orders (ZgDatabase  *db,
                      const char  *query,
                      int          limit,
                      GError     **error)
{
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GHashTable) seen = NULL;
  g_autofree char *folded = zg_fold (query);
  g_autoptr(ZgMatch) match = NULL;
  gboolean ok = TRUE;
  Hits hits;

  hits_init (&hits, limit);
  ids = hits.ids;
  seen = hits.seen;
  g_strstrip (folded);

  if (folded[0] == '\0')
    {
      ok = collect (db, "SELECT id FROM shop_order WHERE ?1 = '' ORDER BY ordered_at DESC, id DESC LIMIT ?2", "", FALSE,
                    &hits, error);
      return ok ? g_steal_pointer (&ids) : NULL;
    }

  if (is_digits (folded))
    {
      g_autofree char *reversed = g_utf8_strreverse (folded, -1);

      ok = collect (db, "SELECT id FROM shop_order WHERE number_reversed >= ? AND number_reversed < ? "
                        "ORDER BY number_reversed LIMIT ?", reversed, TRUE, &hits, error)
           && (strlen (folded) < 3
               || collect (db, "SELECT id FROM shop_order WHERE number >= ? AND number < ? ORDER BY number LIMIT ?",
                           folded, TRUE, &hits, error));
    }

  match = zg_match_new (query);
  ok = ok && find_orders_of_customers (db, query, &hits, error);
  ok = ok && (match == NULL || find_orders_by_text (db, match, &hits, error));
  return ok ? g_steal_pointer (&ids) : NULL;
}

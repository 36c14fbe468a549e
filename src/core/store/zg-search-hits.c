/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-search-hits.h"

#include "zg-statement.h"

/* How a search gathers its hits: from a range of an ordinary index, or from a full text index, which is FTS5's part. */

#define MAX_TEXTS 5

/* So many rows are read for a short piece (18 µs each) before the index is asked for all tokens that begin with it, which
 * takes as long as a few thousand rows do where it is a common one. */
#define MAX_READ_FOR_SHORT 1000

/* How the rows of an index are found, newest first, and where their texts are. */
static const struct {
  const char *search;
  const char *texts;
} indexes[] = {
  [ZG_SEARCH_NAMES] = {
    "SELECT rowid FROM customer_name_index WHERE customer_name_index MATCH ? ORDER BY rowid DESC",
    "SELECT name FROM customer_name_document WHERE id = ?",
  },
  [ZG_SEARCH_CUSTOMERS] = {
    "SELECT rowid FROM customer_index WHERE customer_index MATCH ? ORDER BY rowid DESC",
    "SELECT name, phone, address, note, tag FROM customer_document WHERE id = ?",
  },
  [ZG_SEARCH_ORDERS] = {
    "SELECT rowid FROM order_index WHERE order_index MATCH ? ORDER BY rowid DESC",
    "SELECT item, recipient, tracking, note FROM order_document WHERE id = ?",
  },
};

/**
 * zg_search_hits_init:
 * @hits: (out caller-allocates): none yet
 * @limit: how many are wanted
 */
void
zg_search_hits_init (ZgSearchHits *hits,
                     int           limit)
{
  hits->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  hits->seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  hits->limit = MAX (limit, 0);
}

/**
 * zg_search_hits_clear:
 * @hits: hits
 *
 * Frees what is in @hits, unless @ids were stolen.
 */
void
zg_search_hits_clear (ZgSearchHits *hits)
{
  g_clear_pointer (&hits->ids, g_array_unref);
  g_clear_pointer (&hits->seen, g_hash_table_unref);
  g_clear_pointer (&hits->check, zg_customer_check_free);
}

/* Whether @id is new and passes the check. One that does not is not looked at again. */
static gboolean
is_wanted (ZgSearchHits  *hits,
           gint64         id,
           gboolean      *is_wanted_out,
           GError       **error)
{
  *is_wanted_out = !g_hash_table_contains (hits->seen, GSIZE_TO_POINTER ((gsize) id));
  if (!*is_wanted_out || hits->check == NULL)
    return TRUE;
  if (!zg_customer_check_run (hits->check, id, is_wanted_out, error))
    return FALSE;
  if (!*is_wanted_out)
    g_hash_table_add (hits->seen, GSIZE_TO_POINTER ((gsize) id));
  return TRUE;
}

static void
add_hit (ZgSearchHits *hits,
         gint64        id)
{
  if (g_hash_table_add (hits->seen, GSIZE_TO_POINTER ((gsize) id)))
    g_array_append_val (hits->ids, id);
}

static gboolean
collect_ids (ZgSearchHits  *hits,
             ZgDatabase    *db,
             const char    *sql,
             const char    *text,
             const char    *end,
             GError       **error)
{
  g_autoptr(ZgStatement) statement = NULL;
  gboolean has_row;
  int index = 0;

  if (hits->ids->len >= hits->limit)
    return TRUE;

  statement = zg_statement_new (db, sql, error);
  if (statement == NULL)
    return FALSE;

  zg_statement_bind_text (statement, index++, text);
  if (end != NULL)
    zg_statement_bind_text (statement, index++, end);
  /* Some of them may be found already, and then they do not count; of those that are checked any number. */
  zg_statement_bind_int64 (statement, index,
                           hits->check != NULL ? G_MAXINT64 : (gint64) hits->limit + hits->ids->len);

  while (hits->ids->len < hits->limit)
    {
      gboolean wanted;

      if (!zg_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (!is_wanted (hits, zg_statement_get_int64 (statement, 0), &wanted, error))
        return FALSE;
      if (wanted)
        add_hit (hits, zg_statement_get_int64 (statement, 0));
    }
  return TRUE;
}

/**
 * zg_search_hits_collect:
 * @hits: hits
 * @db: a connection
 * @sql: a literal query for ids; its parameters are a text and a limit
 * @text: the text
 * @error: return location for an error
 *
 * Returns: whether the query ran
 */
gboolean
zg_search_hits_collect (ZgSearchHits  *hits,
                        ZgDatabase    *db,
                        const char    *sql,
                        const char    *text,
                        GError       **error)
{
  return collect_ids (hits, db, sql, text, NULL, error);
}

/**
 * zg_search_hits_collect_range:
 * @hits: hits
 * @db: a connection
 * @sql: a literal query for ids; its parameters are a text, the end of the range that begins with it, and a limit
 * @text: the text, of ASCII or Han characters
 * @error: return location for an error
 *
 * Returns: whether the query ran
 */
gboolean
zg_search_hits_collect_range (ZgSearchHits  *hits,
                              ZgDatabase    *db,
                              const char    *sql,
                              const char    *text,
                              GError       **error)
{
  /* Nothing sorts behind this but what does not begin with the text. */
  g_autofree char *end = g_strconcat (text, "\xf4\x8f\xbf\xbf", NULL);

  return collect_ids (hits, db, sql, text, end, error);
}

/* Whether a row that the index found has what was typed: the index does not know whether tokens stand together. */
static gboolean
check_hit (ZgStatement    *texts,
           const ZgMatch  *match,
           gboolean        with_short,
           gint64          id,
           gboolean       *is_hit_out,
           GError        **error)
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
  *is_hit_out = zg_match_check (match, with_short, values);
  return TRUE;
}

static ZgStatement *
start_search (ZgDatabase     *db,
              ZgSearchIndex   index,
              const char     *expression,
              GError        **error)
{
  ZgStatement *statement = zg_statement_new (db, indexes[index].search, error);

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

/*
 * Takes the rows of @index for @expression, newest first, that are also found by @names (nullable) and have what was
 * typed. With @n_reads (nullable) the short pieces are not in @expression but read, in so many rows at the most; it is 0
 * when that was not enough.
 */
static gboolean
collect_matches (ZgDatabase     *db,
                 ZgSearchIndex   index,
                 const char     *expression,
                 ZgStatement    *names,
                 const ZgMatch  *match,
                 guint          *n_reads,
                 ZgSearchHits   *hits,
                 GError        **error)
{
  g_autoptr(ZgStatement) search = start_search (db, index, expression, error);
  g_autoptr(ZgStatement) texts = zg_statement_new (db, indexes[index].texts, error);
  gboolean has_to_read = match->phrases->len > 0 || n_reads != NULL;
  gint64 id;

  if (search == NULL || texts == NULL)
    return FALSE;

  while (hits->ids->len < hits->limit)
    {
      gboolean is_hit;

      if (!next_common (search, names, &id, error))
        return FALSE;
      if (id == 0)
        return TRUE;
      if (!is_wanted (hits, id, &is_hit, error))
        return FALSE;
      if (!is_hit)
        continue;
      if (has_to_read && !check_hit (texts, match, n_reads != NULL, id, &is_hit, error))
        return FALSE;
      if (is_hit)
        add_hit (hits, id);
      if (n_reads != NULL && --*n_reads == 0)
        return TRUE;
    }
  return TRUE;
}

/**
 * zg_search_hits_collect_names:
 * @hits: hits
 * @db: a connection
 * @match: what was typed
 * @error: return location for an error
 *
 * Finds customers by their names. Short pieces beside longer ones have to be in the name, longer ones then only in
 * anything that is known of the customer: 王 杭州.
 *
 * Returns: whether the index was asked
 */
gboolean
zg_search_hits_collect_names (ZgSearchHits   *hits,
                              ZgDatabase     *db,
                              const ZgMatch  *match,
                              GError        **error)
{
  g_autoptr(ZgStatement) names = NULL;

  if (!collect_matches (db, ZG_SEARCH_NAMES, match->all, NULL, match, NULL, hits, error))
    return FALSE;
  if (match->short_pieces == NULL || match->long_pieces == NULL || hits->ids->len >= hits->limit)
    return TRUE;

  names = start_search (db, ZG_SEARCH_NAMES, match->short_pieces, error);
  return names != NULL
         && collect_matches (db, ZG_SEARCH_CUSTOMERS, match->long_pieces, names, match, NULL, hits, error);
}

/**
 * zg_search_hits_collect_texts:
 * @hits: hits
 * @db: a connection
 * @index: which texts
 * @match: what was typed
 * @error: return location for an error
 *
 * Finds rows by any text, if a piece of what was typed is long enough to be asked for. Short ones are found by reading
 * where they are common, and by the index where they are rare: then few tokens begin with them.
 *
 * Returns: whether the index was asked
 */
gboolean
zg_search_hits_collect_texts (ZgSearchHits   *hits,
                              ZgDatabase     *db,
                              ZgSearchIndex   index,
                              const ZgMatch  *match,
                              GError        **error)
{
  guint n_reads = MAX_READ_FOR_SHORT;

  if (match->long_pieces == NULL)
    return TRUE;
  if (match->short_pieces == NULL)
    return collect_matches (db, index, match->long_pieces, NULL, match, NULL, hits, error);
  return collect_matches (db, index, match->long_pieces, NULL, match, &n_reads, hits, error)
         && (n_reads > 0 || collect_matches (db, index, match->all, NULL, match, NULL, hits, error));
}

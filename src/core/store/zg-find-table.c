/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-find-table.h"

#include <string.h>

#include "zg-fold.h"
#include "zg-match.h"
#include "zg-phone.h"
#include "zg-pinyin.h"
#include "zg-search-hits.h"

/*
 * Search as you type, at a million rows. Each way to find somebody is one query over one index that already has the
 * right order; they are asked in the order of how well such a hit fits until there are enough. Nothing is ever sorted
 * or counted over all hits: the search indexes hand out their rows newest first.
 */

static gboolean
is_digits (const char *text)
{
  return text[0] != '\0' && text[strspn (text, "0123456789")] == '\0';
}

static gboolean
find_by_phone (ZgDatabase    *db,
               const char    *digits,
               ZgSearchHits  *hits,
               GError       **error)
{
  g_autofree char *reversed = g_utf8_strreverse (digits, -1);

  return zg_search_hits_collect_range (hits, db, "SELECT customer_id FROM customer_phone WHERE reversed >= ? AND "
                                                 "reversed < ? ORDER BY reversed LIMIT ?", reversed, error);
}

/* Whether @key, which names are sorted by, tells all of @text: that of nothing but Han characters with a reading has a blank
 * for each of them. */
static gboolean
is_whole_key (const char *text,
              const char *key)
{
  glong n_blanks = 0;

  for (const char *at = key; *at != '\0'; at++)
    n_blanks += *at == ' ' ? 1 : 0;
  return n_blanks == g_utf8_strlen (text, -1);
}

/* Who has just this name: more than are shown may have a name that goes on. In pinyin the order of the keys sees to it. */
static gboolean
find_by_whole_name (ZgDatabase    *db,
                    const char    *folded,
                    ZgSearchHits  *hits,
                    GError       **error)
{
  g_autofree char *key = zg_name_sort_key (folded);

  return !is_whole_key (folded, key)
         || zg_search_hits_collect (hits, db, "SELECT id FROM customer WHERE name_key = ? ORDER BY id DESC LIMIT ?", key,
                                    error);
}

/* One or two digits are in half of all nicks. */
static gboolean
find_by_name (ZgDatabase     *db,
              const char     *folded,
              const ZgMatch  *match,
              ZgSearchHits   *hits,
              GError        **error)
{
  g_autofree char *letters = zg_pinyin_of_typed (folded);

  if (is_digits (folded) && strlen (folded) < 3)
    return TRUE;
  if (letters != NULL && !is_digits (letters)
      && !zg_search_hits_collect_range (hits, db,
                                        "SELECT customer_id FROM customer_key WHERE key >= ? AND key < ? "
                                        "ORDER BY key, customer_id DESC LIMIT ?", letters, error))
    return FALSE;
  return match == NULL || zg_search_hits_collect_names (hits, db, match, error);
}

/* A number that is kept in another form than it was typed in, wherever it stands. */
static gboolean
find_number_in_texts (ZgDatabase    *db,
                      const char    *number,
                      ZgSearchHits  *hits,
                      GError       **error)
{
  g_autoptr(ZgMatch) match = zg_match_new (number);

  return zg_search_hits_collect_texts (hits, db, ZG_SEARCH_CUSTOMERS, match, error);
}

/* What is typed is looked for in phones, then names, then anything else. */
static gboolean
find_customers (ZgDatabase    *db,
                const char    *query,
                ZgSearchHits  *hits,
                GError       **error)
{
  g_autofree char *folded = zg_fold (query);
  g_autofree char *number = zg_phone_digits_of_typed (folded);
  g_autoptr(ZgMatch) match = NULL;

  if (folded[0] == '\0')
    return zg_search_hits_collect (hits, db, "SELECT id FROM customer WHERE ?1 = '' ORDER BY id DESC LIMIT ?2", "",
                                   error);

  match = zg_match_new (query);
  return (!is_digits (folded) || find_by_phone (db, folded, hits, error))
         && (number == NULL || find_by_phone (db, number, hits, error))
         && find_by_whole_name (db, folded, hits, error)
         && find_by_name (db, folded, match, hits, error)
         && (match == NULL || zg_search_hits_collect_texts (hits, db, ZG_SEARCH_CUSTOMERS, match, error))
         && (number == NULL || find_number_in_texts (db, number, hits, error));
}

/**
 * zg_find_table_customers:
 * @db: a connection
 * @query: what was typed, in any script: part of a name, nick, account, phone, address, note or tag, pinyin, initials
 * @limit: how many at the most
 * @error: return location for an error
 *
 * Finds customers: by the tail of a phone, then by name, the whole one first, then by anything else, newest first within
 * each. One Han character or one or two letters or digits search names and phone tails alone. A phone may be typed with a
 * country code, blanks and hyphens, pinyin with blanks, an apostrophe and ü.
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
  g_auto(ZgSearchHits) hits = { NULL };

  zg_search_hits_init (&hits, limit);
  return find_customers (db, query, &hits, error) ? g_steal_pointer (&hits.ids) : NULL;
}

/**
 * zg_find_table_customers_among:
 * @db: a connection
 * @query: what was typed
 * @filter: whom to search
 * @clock: what time it is and where, for @filter
 * @limit: how many at the most
 * @error: return location for an error
 *
 * Finds customers as zg_find_table_customers() does, but only those whom @filter lets through.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the best hits first
 */
GArray *
zg_find_table_customers_among (ZgDatabase              *db,
                               const char              *query,
                               const ZgCustomerFilter  *filter,
                               ZgClock                 *clock,
                               int                      limit,
                               GError                 **error)
{
  g_auto(ZgSearchHits) hits = { NULL };

  zg_search_hits_init (&hits, limit);
  hits.check = zg_customer_check_new (db, filter, clock, error);
  return hits.check != NULL && find_customers (db, query, &hits, error) ? g_steal_pointer (&hits.ids) : NULL;
}

/* Orders of the customers whose names fit, the customers in the order of the search. */
static gboolean
find_orders_of_customers (ZgDatabase    *db,
                          const char    *query,
                          ZgSearchHits  *hits,
                          GError       **error)
{
  g_autoptr(GArray) customers = zg_find_table_customers (db, query, 20, error);

  if (customers == NULL)
    return FALSE;

  for (guint i = 0; i < customers->len && hits->ids->len < hits->limit; i++)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (customers, gint64, i));

      if (!zg_search_hits_collect (hits, db, "SELECT id FROM shop_order WHERE customer_id = CAST(? AS INTEGER) "
                                             "ORDER BY ordered_at DESC LIMIT ?", id, error))
        return FALSE;
    }
  return TRUE;
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
  g_auto(ZgSearchHits) hits = { NULL };
  g_autofree char *folded = zg_fold (query);
  g_autoptr(ZgMatch) match = NULL;
  gboolean ok = TRUE;

  zg_search_hits_init (&hits, limit);
  g_strstrip (folded);

  if (folded[0] == '\0')
    {
      ok = zg_search_hits_collect (&hits, db, "SELECT id FROM shop_order WHERE ?1 = '' "
                                              "ORDER BY ordered_at DESC, id DESC LIMIT ?2", "", error);
      return ok ? g_steal_pointer (&hits.ids) : NULL;
    }

  if (is_digits (folded))
    {
      g_autofree char *reversed = g_utf8_strreverse (folded, -1);

      ok = zg_search_hits_collect_range (&hits, db,
                                         "SELECT id FROM shop_order WHERE number_reversed >= ? AND number_reversed < ? "
                                         "ORDER BY number_reversed LIMIT ?", reversed, error)
           && (strlen (folded) < 3
               || zg_search_hits_collect_range (&hits, db,
                                                "SELECT id FROM shop_order WHERE number >= ? AND number < ? "
                                                "ORDER BY number LIMIT ?", folded, error));
    }

  match = zg_match_new (query);
  ok = ok && find_orders_of_customers (db, query, &hits, error)
       && (match == NULL || zg_search_hits_collect_texts (&hits, db, ZG_SEARCH_ORDERS, match, error));
  return ok ? g_steal_pointer (&hits.ids) : NULL;
}

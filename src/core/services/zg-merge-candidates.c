/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-merge-candidates.h"

#include <string.h>

#include "zg-customer-table.h"
#include "zg-find-table.h"
#include "zg-merge-table.h"

/*
 * With whom somebody may be merged: who has a phone, an account or the name of theirs, or whom a search finds. It asks the
 * search alone, so it is at once even where a scan for duplicates takes seconds.
 */

typedef struct {
  ZgDatabase *db;
  gint64 customer_id;
  guint max;
  GArray *ids;
} Search;

static gboolean
contains (GArray *ids,
          gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static gboolean
has_name (ZgDatabase  *db,
          gint64       id,
          const char  *name,
          gboolean    *has_out,
          GError     **error)
{
  g_autoptr(ZgCustomer) customer = zg_customer_table_load (db, id, error);

  if (customer == NULL)
    return FALSE;
  *has_out = g_strcmp0 (customer->name.text, name) == 0 || g_strcmp0 (customer->call_name, name) == 0;
  return TRUE;
}

/* Adds whom the search finds; with @name only who is called so. */
static gboolean
collect (Search      *search,
         const char  *query,
         const char  *name,
         GError     **error)
{
  g_autoptr(GArray) found = zg_find_table_customers (search->db, query, (int) search->max + 1, error);

  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len && search->ids->len < search->max; i++)
    {
      gint64 id = g_array_index (found, gint64, i);
      gboolean has = TRUE;

      if (id == search->customer_id || contains (search->ids, id))
        continue;
      if (name != NULL && !has_name (search->db, id, name, &has, error))
        return FALSE;
      if (has)
        g_array_append_val (search->ids, id);
    }
  return TRUE;
}

static gboolean
collect_likely (Search      *search,
                GError     **error)
{
  g_autoptr(ZgCustomer) customer = zg_customer_table_load (search->db, search->customer_id, error);

  if (customer == NULL)
    return FALSE;
  for (guint i = 0; i < customer->phones->len; i++)
    {
      const ZgCustomerPhone *part = g_ptr_array_index (customer->phones, i);

      if (part->phone->digits != NULL && part->phone->disclosure == ZG_DISCLOSURE_PLAIN
          && !collect (search, part->phone->digits, NULL, error))
        return FALSE;
    }
  for (guint i = 0; i < customer->accounts->len; i++)
    {
      const ZgCustomerAccount *part = g_ptr_array_index (customer->accounts, i);

      if (zg_personal_identifies (&part->account) && g_utf8_strlen (part->account.text, 4) == 4
          && !collect (search, part->account.text, NULL, error))
        return FALSE;
    }
  return !zg_personal_identifies (&customer->name)
         || collect (search, customer->name.text, customer->name.text, error);
}

/* Of those whom a person found to be somebody else there is no more talk. */
static gboolean
drop_not_same (Search  *search,
               GError **error)
{
  for (guint i = search->ids->len; i > 0; i--)
    {
      gboolean not_same;

      if (!zg_not_same_table_contains (search->db, search->customer_id, g_array_index (search->ids, gint64, i - 1),
                                       &not_same, error))
        return FALSE;
      if (not_same)
        g_array_remove_index (search->ids, i - 1);
    }
  return TRUE;
}

/**
 * zg_merge_candidates_find:
 * @db: a connection
 * @customer_id: somebody who may be there twice
 * @query: what was typed, as zg_find_table_customers() reads it; empty for who is likely
 * @max: how many at the most
 * @error: return location for an error
 *
 * Finds whom to merge a customer with. A hidden phone or name makes nobody likely.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the best first, never the customer
 */
GArray *
zg_merge_candidates_find (ZgDatabase  *db,
                          gint64       customer_id,
                          const char  *query,
                          guint        max,
                          GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Search search = { db, customer_id, max, ids };
  gboolean is_typed = query[strspn (query, " ")] != '\0';

  if (is_typed ? !collect (&search, query, NULL, error)
               : !collect_likely (&search, error) || !drop_not_same (&search, error))
    return NULL;
  return g_steal_pointer (&ids);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-pinyin.h"
#include "zg-search-index.h"
#include "zg-search-write.h"

/* What is written of new rows, which are not read again for that. */

static const char *
readable (const ZgPersonal *personal)
{
  return personal->disclosure >= ZG_DISCLOSURE_MASKED && personal->text != NULL ? personal->text : "";
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/* Whether somebody who types @key finds another of @keys, too. */
static gboolean
is_beginning (GPtrArray  *keys,
              const char *key)
{
  for (guint i = 0; i < keys->len; i++)
    {
      if (g_ptr_array_index (keys, i) != key && g_str_has_prefix (g_ptr_array_index (keys, i), key))
        return TRUE;
    }
  return FALSE;
}

/*
 * (transfer full) (element-type utf8): what can be typed to find one of @names, one a line. Keys are looked for by how
 * they begin, so one that another begins with need not be kept: tb123晓 is found by tb123x because it is by tb123xiao.
 * Older files have @all of them.
 */
GPtrArray *
zg_search_index_list_keys (const char *names,
                           gboolean    all)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  g_auto(GStrv) lines = g_strsplit (names, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) some = lines[i][0] != '\0' ? zg_name_keys (lines[i]) : NULL;

      if (some != NULL)
        g_ptr_array_extend_and_steal (keys, g_steal_pointer (&some));
    }

  for (guint i = keys->len; i > 0 && !all; i--)
    {
      if (is_beginning (keys, g_ptr_array_index (keys, i - 1)))
        g_ptr_array_remove_index_fast (keys, i - 1);
    }
  return keys;
}

/* Has @statement insert, gather or delete @keys. */
gboolean
zg_search_index_write_keys (ZgStatement  *statement,
                            gint64        customer_id,
                            GPtrArray    *keys,
                            GError      **error)
{
  for (guint i = 0; i < keys->len; i++)
    {
      zg_statement_bind_text (statement, 0, g_ptr_array_index (keys, i));
      zg_statement_bind_int64 (statement, 1, customer_id);
      if (!zg_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * zg_search_index_gather_keys:
 * @db: a writing connection in a transaction
 * @error: return location for an error
 *
 * Keys of many customers stand all over their table: they are sorted, so that neighbours are written together.
 *
 * Returns: (transfer full) (nullable): a statement that gathers keys for zg_search_index_add_new_name()
 */
ZgStatement *
zg_search_index_gather_keys (ZgDatabase  *db,
                             GError     **error)
{
  return zg_statement_new_gathering (db, "INSERT OR IGNORE INTO customer_key (key, customer_id)", 2, "c0, c1 DESC", error);
}

/**
 * zg_search_index_add_new_name:
 * @db: a writing connection in a transaction
 * @fresh: a customer who was just written
 * @keys: what zg_search_index_gather_keys() gave
 * @error: return location for an error
 *
 * Returns: whether the customer can be found by name, and by its pinyin when @keys are written
 */
gboolean
zg_search_index_add_new_name (ZgDatabase           *db,
                              const ZgNewCustomer  *fresh,
                              ZgStatement          *keys,
                              GError              **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "INSERT INTO customer_name_index (rowid, name) VALUES (?, ?)",
                                                       error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, fresh->customer->id);
  zg_statement_bind_text (statement, 1, fresh->names);
  return zg_statement_run (statement, error)
         && zg_search_index_write_keys (keys, fresh->customer->id, fresh->keys, error);
}

/**
 * zg_search_index_add_new_customer:
 * @db: a writing connection in a transaction
 * @fresh: a customer without tags who was just written, with all parts
 * @error: return location for an error
 *
 * Returns: whether the customer can be found by all texts; zg_search_index_add_new_name() is for the names
 */
gboolean
zg_search_index_add_new_customer (ZgDatabase           *db,
                                  const ZgNewCustomer  *fresh,
                                  GError              **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO customer_index (rowid, name, phone, address, note, tag) VALUES (?, ?, ?, ?, ?, '')", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, fresh->customer->id);
  zg_statement_bind_text (statement, 1, fresh->names);
  zg_statement_bind_text (statement, 2, fresh->phones);
  zg_statement_bind_text (statement, 3, fresh->addresses);
  zg_statement_bind_text (statement, 4, fresh->note);
  return zg_statement_run (statement, error);
}

/**
 * zg_search_index_add_new_order:
 * @db: a writing connection in a transaction
 * @order: an order that was just written, with its items
 * @error: return location for an error
 *
 * Returns: whether the order can be found
 */
gboolean
zg_search_index_add_new_order (ZgDatabase     *db,
                               const ZgOrder  *order,
                               GError        **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO order_index (rowid, item, recipient, tracking, note) VALUES (?, ?, ?, ?, ?)", error);
  g_autoptr(GString) items = g_string_new (NULL);
  g_autofree char *note = g_strconcat (or_empty (order->buyer_note), "\n", or_empty (order->seller_note), NULL);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < order->items->len; i++)
    {
      const ZgOrderItem *item = g_ptr_array_index (order->items, i);

      if (i > 0)
        g_string_append_c (items, '\n');
      g_string_append_printf (items, "%s\n%s\n%s\n%s", or_empty (item->title), or_empty (item->colour),
                              or_empty (item->size), or_empty (item->sku));
    }
  zg_statement_bind_int64 (statement, 0, order->id);
  zg_statement_bind_text (statement, 1, items->str);
  zg_statement_bind_text (statement, 2, readable (&order->recipient));
  zg_statement_bind_text (statement, 3, order->tracking);
  zg_statement_bind_text (statement, 4, note);
  return zg_statement_run (statement, error);
}

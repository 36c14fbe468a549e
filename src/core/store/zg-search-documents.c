/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-pinyin.h"
#include "zg-search-index.h"
#include "zg-search-write.h"

/*
 * The documents of new rows, made from the values at hand instead of by the views of search-index.sql: an import adds
 * hundreds of thousands. They have to be the same to the letter, which zg_search_index_check() compares.
 */

static void
append_line (GString    *text,
             const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line != NULL ? line : "");
}

static const char *
readable (const ZgPersonal *personal)
{
  return personal->disclosure >= ZG_DISCLOSURE_MASKED && personal->text != NULL ? personal->text : "";
}

/* customer_name_document */
static char *
make_name_document (const ZgCustomer *customer)
{
  GString *text = g_string_new (readable (&customer->name));
  gboolean is_first = TRUE;

  g_string_append_printf (text, "\n%s\n", customer->call_name != NULL ? customer->call_name : "");
  for (guint i = 0; i < customer->accounts->len; i++)
    {
      const ZgCustomerAccount *part = g_ptr_array_index (customer->accounts, i);

      if (part->account.disclosure < ZG_DISCLOSURE_MASKED)
        continue;
      if (!is_first)
        g_string_append_c (text, '\n');
      g_string_append (text, part->account.text);
      is_first = FALSE;
    }
  return g_string_free (text, FALSE);
}

static char *
make_phone_document (const ZgCustomer *customer)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < customer->phones->len; i++)
    {
      const ZgCustomerPhone *part = g_ptr_array_index (customer->phones, i);

      if (part->phone->disclosure == ZG_DISCLOSURE_PLAIN && part->phone->digits != NULL)
        append_line (text, part->phone->digits);
    }
  return g_string_free (text, FALSE);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static char *
make_address_document (const ZgCustomer *customer)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < customer->addresses->len; i++)
    {
      const ZgCustomerAddress *part = g_ptr_array_index (customer->addresses, i);
      const ZgAddress *address = part->address;

      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text, "%s\n%s%s%s%s", or_empty (part->recipient.text), or_empty (address->province),
                              or_empty (address->city), or_empty (address->district), or_empty (address->detail));
    }
  return g_string_free (text, FALSE);
}

/* Has @statement insert, gather or delete the keys of all @names, one a line. */
gboolean
zg_search_index_write_keys (ZgStatement  *statement,
                            gint64        customer_id,
                            const char   *names,
                            GError      **error)
{
  g_auto(GStrv) lines = g_strsplit (names, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) keys = lines[i][0] != '\0' ? zg_name_keys (lines[i]) : NULL;

      for (guint k = 0; keys != NULL && k < keys->len; k++)
        {
          zg_statement_bind_text (statement, 0, g_ptr_array_index (keys, k));
          zg_statement_bind_int64 (statement, 1, customer_id);
          if (!zg_statement_run (statement, error))
            return FALSE;
        }
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
 * Returns: (transfer full) (nullable): a statement that gathers keys for zg_search_index_add_new_customer()
 */
ZgStatement *
zg_search_index_gather_keys (ZgDatabase  *db,
                             GError     **error)
{
  return zg_statement_new_gathering (db, "INSERT OR IGNORE INTO customer_key (key, customer_id)", 2, "c0, c1 DESC", error);
}

/**
 * zg_search_index_add_new_customer:
 * @db: a writing connection in a transaction
 * @customer: a customer who was just written, with all parts
 * @keys: (nullable): what zg_search_index_gather_keys() gave, for many customers
 * @error: return location for an error
 *
 * Returns: whether the customer can be found
 */
gboolean
zg_search_index_add_new_customer (ZgDatabase        *db,
                                  const ZgCustomer  *customer,
                                  ZgStatement       *keys,
                                  GError           **error)
{
  g_autoptr(ZgStatement) name_statement = NULL;
  g_autoptr(ZgStatement) statement = NULL;
  g_autoptr(ZgStatement) key_statement = NULL;
  g_autofree char *names = make_name_document (customer);
  g_autofree char *phones = make_phone_document (customer);
  g_autofree char *addresses = make_address_document (customer);
  g_autofree char *note = g_strconcat (or_empty (customer->note), "\n", or_empty (customer->caution), NULL);

  /* Tags stand in the order of their rows, which only the view knows. */
  if (customer->tags->len > 0)
    return zg_search_index_add_customer (db, customer->id, error);

  name_statement = zg_statement_new (db, "INSERT INTO customer_name_index (rowid, name) VALUES (?, ?)", error);
  if (name_statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (name_statement, 0, customer->id);
  zg_statement_bind_text (name_statement, 1, names);
  if (!zg_statement_run (name_statement, error))
    return FALSE;

  statement = zg_statement_new (db, "INSERT INTO customer_index (rowid, name, phone, address, note, tag) "
                                    "VALUES (?, ?, ?, ?, ?, '')", error);
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, customer->id);
  zg_statement_bind_text (statement, 1, names);
  zg_statement_bind_text (statement, 2, phones);
  zg_statement_bind_text (statement, 3, addresses);
  zg_statement_bind_text (statement, 4, note);
  if (!zg_statement_run (statement, error))
    return FALSE;

  if (keys != NULL)
    return zg_search_index_write_keys (keys, customer->id, names, error);
  key_statement = zg_statement_new (db, "INSERT OR IGNORE INTO customer_key (key, customer_id) VALUES (?, ?)", error);
  return key_statement != NULL && zg_search_index_write_keys (key_statement, customer->id, names, error);
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

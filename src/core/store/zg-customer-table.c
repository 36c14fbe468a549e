/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-customer-table.h"

#include <glib/gi18n.h>

#include "zg-customer-parts.h"
#include "zg-pinyin.h"
#include "zg-search-index.h"
#include "zg-statement.h"
#include "zg-uid.h"

/* The customer table: one row a customer. Phones, accounts, addresses and tags are zg-customer-parts.c's. */

/* What bind_knowledge() wrote, from column @first on. */
static void
load_knowledge (ZgStatement *statement,
                int          first,
                ZgCustomer  *customer)
{
  g_autoptr(GError) error = NULL;
  const char *birthday = zg_statement_get_text (statement, first);

  if (birthday != NULL && *birthday != '\0' && !zg_birthday_from_text (birthday, &customer->birthday, &error))
    g_warning ("A birthday in the shop file is none");
  customer->size.height = zg_statement_get_int64 (statement, first + 1);
  customer->size.weight = zg_statement_get_int64 (statement, first + 2);
  zg_statement_copy_text (statement, first + 3, &customer->size.shoe);
  zg_statement_copy_text (statement, first + 4, &customer->size.usual);
  customer->consent = zg_statement_get_int64 (statement, first + 5);
  customer->consent_at = zg_statement_get_time (statement, first + 6);
}

/**
 * zg_customer_table_load:
 * @db: a connection
 * @id: a customer
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the customer with all parts; %NULL with %ZG_STORE_ERROR_NOT_FOUND when there is
 *   none
 */
ZgCustomer *
zg_customer_table_load (ZgDatabase  *db,
                        gint64       id,
                        GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT uid, version, created_at, updated_at, name, name_disclosure, call_name, level, note, caution, source, "
    "type, n_orders, spent, last_order_at, last_contact_at, birthday, height, weight, shoe_size, usual_size, "
    "consent, consent_at, "
    "coalesce((SELECT currency FROM shop_order WHERE customer_id = ?1 ORDER BY ordered_at DESC LIMIT 1), 'CNY') "
    "FROM customer WHERE id = ?1", error);
  g_autoptr(ZgCustomer) customer = NULL;
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, id);
  if (!zg_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no such customer."));
      return NULL;
    }

  customer = zg_customer_new ();
  customer->id = id;
  zg_statement_copy_text (statement, 0, &customer->uid);
  customer->version = zg_statement_get_int64 (statement, 1);
  customer->created_at = zg_statement_get_time (statement, 2);
  customer->updated_at = zg_statement_get_time (statement, 3);
  zg_personal_set_full (&customer->name, zg_statement_get_text (statement, 4), zg_statement_get_int64 (statement, 5));
  zg_statement_copy_text (statement, 6, &customer->call_name);
  zg_statement_copy_text (statement, 7, &customer->level);
  zg_statement_copy_text (statement, 8, &customer->note);
  zg_statement_copy_text (statement, 9, &customer->caution);
  zg_statement_copy_text (statement, 10, &customer->source);
  zg_statement_copy_text (statement, 11, &customer->type);
  customer->n_orders = zg_statement_get_int64 (statement, 12);
  customer->spent = zg_statement_get_int64 (statement, 13);
  customer->last_order_at = zg_statement_get_time (statement, 14);
  customer->last_contact_at = zg_statement_get_time (statement, 15);
  load_knowledge (statement, 16, customer);
  zg_statement_copy_text (statement, 23, &customer->currency);

  if (!zg_customer_parts_load (db, customer, error))
    return NULL;
  return g_steal_pointer (&customer);
}

/* The texts are read when the statement runs. */
static void
bind_fields (ZgStatement      *statement,
             const ZgCustomer *customer,
             const char       *sort_key)
{
  zg_statement_bind_text (statement, 0, customer->name.text);
  zg_statement_bind_int64 (statement, 1, customer->name.disclosure);
  zg_statement_bind_text (statement, 2, customer->call_name);
  zg_statement_bind_text (statement, 3, customer->level);
  zg_statement_bind_text (statement, 4, customer->note);
  zg_statement_bind_text_or_null (statement, 5, customer->caution);
  zg_statement_bind_text (statement, 6, customer->source);
  zg_statement_bind_text (statement, 7, sort_key);
}

/* What only a person at the desk or a file of contacts knows: orders that are imported do not. */
static void
bind_knowledge (ZgStatement      *statement,
                const ZgCustomer *customer,
                const char       *birthday)
{
  zg_statement_bind_text (statement, 8, customer->type);
  zg_statement_bind_text (statement, 9, birthday);
  zg_statement_bind_id (statement, 10, zg_birthday_get_day (&customer->birthday));
  zg_statement_bind_int64 (statement, 11, customer->size.height);
  zg_statement_bind_int64 (statement, 12, customer->size.weight);
  zg_statement_bind_text (statement, 13, customer->size.shoe);
  zg_statement_bind_text (statement, 14, customer->size.usual);
  zg_statement_bind_int64 (statement, 15, customer->consent);
  zg_statement_bind_time (statement, 16, customer->consent_at);
}

/**
 * zg_customer_table_insert:
 * @db: a writing connection in a transaction
 * @customer: a new customer; gets its id, uid and version, and so do its parts
 * @now: what time it is
 * @import_id: the import that brings the customer, or 0
 * @error: return location for an error
 *
 * Returns: whether the customer is written and can be found
 */
gboolean
zg_customer_table_insert (ZgDatabase  *db,
                          ZgCustomer  *customer,
                          ZgTime       now,
                          gint64       import_id,
                          GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO customer (name, name_disclosure, call_name, level, note, caution, source, name_key, type, birthday, "
    "birthday_day, height, weight, shoe_size, usual_size, consent, consent_at, uid, created_at, updated_at, import_id) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?19, ?20)", error);
  g_autofree char *sort_key = zg_customer_sort_key (customer->name.text, customer->call_name);
  g_autofree char *birthday = zg_birthday_is_known (&customer->birthday) ? zg_birthday_to_text (&customer->birthday) : NULL;

  if (statement == NULL)
    return FALSE;

  g_free (customer->uid);
  customer->uid = zg_uid_new ();
  bind_fields (statement, customer, sort_key);
  bind_knowledge (statement, customer, birthday);
  zg_statement_bind_text (statement, 17, customer->uid);
  zg_statement_bind_time (statement, 18, now);
  zg_statement_bind_id (statement, 19, import_id);
  if (!zg_statement_run (statement, error))
    return FALSE;

  customer->id = zg_database_last_id (db);
  customer->version = 1;
  customer->created_at = customer->updated_at = now;
  zg_database_note_change (db, ZG_TABLE_CUSTOMER, customer->id);
  return zg_customer_parts_save (db, customer, TRUE, import_id, error)
         && zg_search_index_add_customer (db, customer->id, error);
}

/**
 * zg_customer_table_gather:
 * @db: a writing connection in a transaction
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a statement that gathers rows for zg_customer_table_add()
 */
ZgStatement *
zg_customer_table_gather (ZgDatabase  *db,
                          GError     **error)
{
  return zg_statement_new_gathering (db,
    "INSERT OR FAIL INTO customer (name, name_disclosure, call_name, level, note, caution, source, name_key, uid, "
    "created_at, updated_at, import_id, id, n_orders, spent, last_order_at)", 16, NULL, error);
}

/**
 * zg_customer_table_add:
 * @statement: what zg_customer_table_gather() gave
 * @fresh: a new customer with id and totals; gets its version
 * @now: what time it is
 * @import_id: the import that brings the customer, or 0
 *
 * Puts the customer's row beside those that wait; parts and search index are the caller's.
 */
void
zg_customer_table_add (ZgStatement   *statement,
                       ZgNewCustomer *fresh,
                       ZgTime         now,
                       gint64         import_id)
{
  ZgCustomer *customer = fresh->customer;

  customer->version = 1;
  customer->created_at = customer->updated_at = now;

  bind_fields (statement, customer, fresh->sort_key);
  zg_statement_bind_text (statement, 8, customer->uid);
  zg_statement_bind_time (statement, 9, now);
  zg_statement_bind_time (statement, 10, now);
  zg_statement_bind_id (statement, 11, import_id);
  zg_statement_bind_int64 (statement, 12, customer->id);
  zg_statement_bind_int64 (statement, 13, customer->n_orders);
  zg_statement_bind_int64 (statement, 14, customer->spent);
  zg_statement_bind_time (statement, 15, customer->last_order_at);
  zg_statement_run (statement, NULL);
}

/**
 * zg_customer_table_update:
 * @db: a writing connection in a transaction
 * @customer: a customer as it should be, with the version that was read; gets the new version
 * @now: what time it is
 * @error: return location for an error
 *
 * Writes an edited customer. Parts with an id are changed, those without are added, those that are missing go.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed the customer since it was read
 */
gboolean
zg_customer_table_update (ZgDatabase  *db,
                          ZgCustomer  *customer,
                          ZgTime       now,
                          GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE customer SET name = ?1, name_disclosure = ?2, call_name = ?3, level = ?4, note = ?5, caution = ?6, "
    "source = ?7, name_key = ?8, type = ?9, birthday = ?10, birthday_day = ?11, height = ?12, weight = ?13, "
    "shoe_size = ?14, usual_size = ?15, consent = ?16, consent_at = ?17, updated_at = ?18, version = version + 1 "
    "WHERE id = ?19 AND version = ?20", error);
  g_autofree char *sort_key = zg_customer_sort_key (customer->name.text, customer->call_name);
  g_autofree char *birthday = zg_birthday_is_known (&customer->birthday) ? zg_birthday_to_text (&customer->birthday) : NULL;

  if (statement == NULL || !zg_search_index_forget_customer (db, customer->id, error))
    return FALSE;

  bind_fields (statement, customer, sort_key);
  bind_knowledge (statement, customer, birthday);
  zg_statement_bind_time (statement, 17, now);
  zg_statement_bind_int64 (statement, 18, customer->id);
  zg_statement_bind_int64 (statement, 19, customer->version);
  if (!zg_statement_run (statement, error))
    return FALSE;

  if (zg_database_changes (db) == 0)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE,
                           _("Somebody else changed this customer in the meantime. Look at it again, then repeat your "
                             "change."));
      return FALSE;
    }

  customer->version++;
  customer->updated_at = now;
  zg_database_note_change (db, ZG_TABLE_CUSTOMER, customer->id);
  return zg_customer_parts_save (db, customer, FALSE, 0, error)
         && zg_search_index_add_customer (db, customer->id, error);
}

/**
 * zg_customer_table_delete:
 * @db: a writing connection in a transaction
 * @id: a customer without orders
 * @error: return location for an error
 *
 * Returns: whether the customer is gone with all parts, follow-ups and log lines; %FALSE with
 *   %ZG_STORE_ERROR_CONSTRAINT while there are orders
 */
gboolean
zg_customer_table_delete (ZgDatabase  *db,
                          gint64       id,
                          GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "DELETE FROM customer WHERE id = ?", error);

  if (statement == NULL || !zg_search_index_forget_customer (db, id, error))
    return FALSE;

  zg_statement_bind_int64 (statement, 0, id);
  zg_database_note_change (db, ZG_TABLE_CUSTOMER, id);
  return zg_statement_run (statement, error);
}

/**
 * zg_customer_table_refresh_sort_key:
 * @db: a writing connection in a transaction
 * @id: a customer
 * @error: return location for an error
 *
 * Makes anew what the name is sorted by, because characters are read by other rules now. Not an edit: the version stays.
 *
 * Returns: whether it is right
 */
gboolean
zg_customer_table_refresh_sort_key (ZgDatabase  *db,
                                    gint64       id,
                                    GError     **error)
{
  g_autoptr(ZgStatement) read = zg_statement_new (db, "SELECT name, call_name FROM customer WHERE id = ?", error);
  g_autoptr(ZgStatement) write = NULL;
  g_autofree char *sort_key = NULL;
  gboolean has_row;

  if (read == NULL)
    return FALSE;
  zg_statement_bind_int64 (read, 0, id);
  if (!zg_statement_step (read, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;

  sort_key = zg_customer_sort_key (zg_statement_get_text (read, 0), zg_statement_get_text (read, 1));
  write = zg_statement_new (db, "UPDATE customer SET name_key = ?1 WHERE id = ?2 AND name_key <> ?1", error);
  if (write == NULL)
    return FALSE;
  zg_statement_bind_text (write, 0, sort_key);
  zg_statement_bind_int64 (write, 1, id);
  return zg_statement_run (write, error);
}

/**
 * zg_customer_table_refresh_totals:
 * @db: a writing connection in a transaction
 * @id: a customer whose orders or contacts changed; 0 is ignored
 * @error: return location for an error
 *
 * Brings the derived columns up to date: orders that were not closed, the sum of what was paid for them, the time of
 * the last order and of the last logged contact. What belongs to another order, a surcharge or what is sent again, is no
 * order of its own here. Not an edit: the version stays.
 *
 * Returns: whether they are right
 */
gboolean
zg_customer_table_refresh_totals (ZgDatabase  *db,
                                  gint64       id,
                                  GError     **error)
{
  g_autoptr(ZgStatement) statement = NULL;

  if (id == 0)
    return TRUE;

  statement = zg_statement_new (db,
    "UPDATE customer SET (n_orders, spent, last_order_at) = ("
    "  SELECT count(*) FILTER (WHERE state <> 6 AND kind NOT IN (1, 3)),"
    "    coalesce(sum(paid) FILTER (WHERE state BETWEEN 1 AND 5), 0),"
    "    max(ordered_at) FILTER (WHERE kind NOT IN (1, 3)) FROM shop_order WHERE customer_id = ?1),"
    "  last_contact_at = (SELECT max(at) FROM contact WHERE customer_id = ?1 AND kind < 3) WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;

  zg_statement_bind_int64 (statement, 0, id);
  zg_database_note_change (db, ZG_TABLE_CUSTOMER, id);
  return zg_statement_run (statement, error);
}

/**
 * zg_customer_table_count_order:
 * @customer: (inout): a new customer, not written yet
 * @order: one of their orders
 *
 * Does for one order what zg_customer_table_refresh_totals() does with all.
 */
void
zg_customer_table_count_order (ZgCustomer    *customer,
                               const ZgOrder *order)
{
  gboolean counts = !zg_order_kind_belongs (order->kind);

  if (counts && order->state != ZG_ORDER_CLOSED)
    customer->n_orders++;
  if (order->state >= ZG_ORDER_PAID && order->state <= ZG_ORDER_COMPLETED)
    customer->spent += order->paid;
  if (counts)
    customer->last_order_at = MAX (customer->last_order_at, order->ordered_at);
}

static gboolean
find (ZgStatement  *statement,
      gint64       *id_out,
      GError      **error)
{
  gboolean has_row;

  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  *id_out = has_row ? zg_statement_get_int64 (statement, 0) : 0;
  return TRUE;
}

/**
 * zg_customer_table_find_by_account:
 * @db: a connection
 * @platform: a word of zg-platform.h
 * @account: the name on the platform, not hidden
 * @id_out: (out): the customer, 0 when there is none
 * @error: return location for an error
 *
 * Returns: whether the search ran
 */
gboolean
zg_customer_table_find_by_account (ZgDatabase  *db,
                                   const char  *platform,
                                   const char  *account,
                                   gint64      *id_out,
                                   GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT customer_id FROM customer_account WHERE platform = ? AND account = ? AND disclosure = 4", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, platform);
  zg_statement_bind_text (statement, 1, account);
  return find (statement, id_out, error);
}

/**
 * zg_customer_table_find_by_phone:
 * @db: a connection
 * @digits: the digits of a phone that is not hidden
 * @name: a full name that is not hidden; phones are shared in families, so a phone alone identifies nobody
 * @id_out: (out): the oldest such customer, 0 when there is none
 * @error: return location for an error
 *
 * Returns: whether the search ran
 */
gboolean
zg_customer_table_find_by_phone (ZgDatabase  *db,
                                 const char  *digits,
                                 const char  *name,
                                 gint64      *id_out,
                                 GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT p.customer_id FROM customer_phone AS p JOIN customer AS c ON c.id = p.customer_id WHERE p.reversed = ? "
    "AND c.name = ? AND c.name_disclosure = 4 AND p.disclosure = 4 ORDER BY p.customer_id LIMIT 1", error);
  g_autofree char *reversed = g_utf8_strreverse (digits, -1);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, reversed);
  zg_statement_bind_text (statement, 1, name);
  return find (statement, id_out, error);
}

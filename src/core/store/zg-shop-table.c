/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-shop-table.h"

#include <glib/gi18n.h>

#include "zg-statement.h"
#include "zg-uid.h"

/* What belongs to the shop as a whole: its settings, its staff, the customers it talked to last. */

/**
 * zg_staff_copy:
 * @staff: a clerk
 *
 * Returns: (transfer full): a copy
 */
ZgStaff *
zg_staff_copy (const ZgStaff *staff)
{
  ZgStaff *copy = g_new0 (ZgStaff, 1);

  copy->id = staff->id;
  copy->uid = g_strdup (staff->uid);
  copy->name = g_strdup (staff->name);
  copy->number = g_strdup (staff->number);
  return copy;
}

/**
 * zg_staff_free:
 * @staff: (transfer full): a clerk
 */
void
zg_staff_free (ZgStaff *staff)
{
  g_free (staff->uid);
  g_free (staff->name);
  g_free (staff->number);
  g_free (staff);
}

/**
 * zg_recent_free:
 * @recent: (transfer full): one of the last eight
 */
void
zg_recent_free (ZgRecent *recent)
{
  g_free (recent->call_name);
  g_free (recent);
}

/**
 * zg_shop_table_get_setting:
 * @db: a connection
 * @key: one of the ZG_SETTING_… keys
 * @fallback: (nullable): the answer when it was never set
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the value; %NULL on an error, or when it was never set and @fallback is %NULL
 */
char *
zg_shop_table_get_setting (ZgDatabase  *db,
                           const char  *key,
                           const char  *fallback,
                           GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT value FROM setting WHERE key = ?", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_text (statement, 0, key);
  if (!zg_statement_step (statement, &has_row, error))
    return NULL;
  return has_row ? zg_statement_dup_text (statement, 0) : g_strdup (fallback);
}

/**
 * zg_shop_table_set_setting:
 * @db: a writing connection in a transaction
 * @key: one of the ZG_SETTING_… keys
 * @value: its value
 * @error: return location for an error
 *
 * Returns: whether it is set
 */
gboolean
zg_shop_table_set_setting (ZgDatabase  *db,
                           const char  *key,
                           const char  *value,
                           GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, key);
  zg_statement_bind_text (statement, 1, value);
  zg_database_note_change (db, ZG_TABLE_SETTING, 0);
  return zg_statement_run (statement, error);
}

static ZgStaff *
read_staff (ZgStatement *statement)
{
  ZgStaff *staff = g_new0 (ZgStaff, 1);

  staff->id = zg_statement_get_int64 (statement, 0);
  staff->uid = zg_statement_dup_text (statement, 1);
  staff->name = zg_statement_dup_text (statement, 2);
  staff->number = zg_statement_dup_text (statement, 3);
  return staff;
}

/**
 * zg_shop_table_load_staff:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgStaff): everybody who works here, in the order they came
 */
GPtrArray *
zg_shop_table_load_staff (ZgDatabase  *db,
                          GError     **error)
{
  g_autoptr(GPtrArray) staff = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_staff_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id, uid, name, number FROM staff WHERE active = 1 ORDER BY id", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&staff);
      g_ptr_array_add (staff, read_staff (statement));
    }
  return NULL;
}

/**
 * zg_shop_table_find_staff:
 * @db: a connection
 * @name_or_number: a clerk's name or number
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the clerk; %NULL with %ZG_STORE_ERROR_NOT_FOUND when there is none
 */
ZgStaff *
zg_shop_table_find_staff (ZgDatabase  *db,
                          const char  *name_or_number,
                          GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id, uid, name, number FROM staff WHERE active = 1 AND (name = ?1 OR number = ?1) ORDER BY id", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_text (statement, 0, name_or_number);
  if (!zg_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("Nobody here is called “%s”."), name_or_number);
      return NULL;
    }
  return read_staff (statement);
}

/**
 * zg_shop_table_get_clerk:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): who is on duty, else the first of the staff; %NULL without an error when the
 *   shop has no staff yet
 */
ZgStaff *
zg_shop_table_get_clerk (ZgDatabase  *db,
                         GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id, uid, name, number FROM staff WHERE active = 1 "
    "ORDER BY id <> coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE key = '" ZG_SETTING_CLERK "'), 0), id "
    "LIMIT 1", error);
  gboolean has_row;

  if (statement == NULL || !zg_statement_step (statement, &has_row, error) || !has_row)
    return NULL;
  return read_staff (statement);
}

/**
 * zg_shop_table_insert_staff:
 * @db: a writing connection in a transaction
 * @name: a name, not empty
 * @number: (nullable): the number customers know them by
 * @error: return location for an error
 *
 * Returns: the new clerk's id, 0 on an error
 */
gint64
zg_shop_table_insert_staff (ZgDatabase  *db,
                            const char  *name,
                            const char  *number,
                            GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "INSERT INTO staff (uid, name, number) VALUES (?, ?, ?)",
                                                       error);
  g_autofree char *uid = zg_uid_new ();

  if (statement == NULL)
    return 0;
  zg_statement_bind_text (statement, 0, uid);
  zg_statement_bind_text (statement, 1, name);
  zg_statement_bind_text (statement, 2, number);
  if (!zg_statement_run (statement, error))
    return 0;
  zg_database_note_change (db, ZG_TABLE_STAFF, 0);
  return zg_database_last_id (db);
}

/**
 * zg_shop_table_set_clerk:
 * @db: a writing connection in a transaction
 * @staff_id: who is on duty from now on
 * @error: return location for an error
 *
 * Returns: whether it is set
 */
gboolean
zg_shop_table_set_clerk (ZgDatabase  *db,
                         gint64       staff_id,
                         GError     **error)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, staff_id);

  zg_database_note_change (db, ZG_TABLE_STAFF, 0);
  return zg_shop_table_set_setting (db, ZG_SETTING_CLERK, value, error);
}

/**
 * zg_shop_table_load_recents:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgRecent): the last eight customers, by their places
 */
GPtrArray *
zg_shop_table_load_recents (ZgDatabase  *db,
                            GError     **error)
{
  g_autoptr(GPtrArray) recents = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_recent_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT r.place, r.customer_id, r.order_id, CASE WHEN c.call_name <> '' THEN c.call_name ELSE c.name END "
    "FROM recent_customer AS r JOIN customer AS c ON c.id = r.customer_id ORDER BY r.place", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgRecent *recent;

      if (!has_row)
        return g_steal_pointer (&recents);

      recent = g_new0 (ZgRecent, 1);
      recent->place = zg_statement_get_int64 (statement, 0);
      recent->customer_id = zg_statement_get_int64 (statement, 1);
      recent->order_id = zg_statement_get_int64 (statement, 2);
      recent->call_name = zg_statement_dup_text (statement, 3);
      g_ptr_array_add (recents, recent);
    }
  return NULL;
}

/**
 * zg_shop_table_note_recent:
 * @db: a writing connection in a transaction
 * @customer_id: a customer who is talked to now
 * @order_id: about which order, or 0
 * @at: when
 * @error: return location for an error
 *
 * Puts a customer among the last eight. Somebody who is there keeps the place; a newcomer takes a free place, else the
 * place of whoever was not talked to for the longest time.
 *
 * Returns: whether it is written
 */
gboolean
zg_shop_table_note_recent (ZgDatabase  *db,
                           gint64       customer_id,
                           gint64       order_id,
                           ZgTime       at,
                           GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT OR REPLACE INTO recent_customer (place, customer_id, order_id, talked_at) VALUES (coalesce("
    "  (SELECT place FROM recent_customer WHERE customer_id = ?1),"
    "  (WITH RECURSIVE places (place) AS (VALUES (0) UNION ALL SELECT place + 1 FROM places WHERE place < 7) "
    "   SELECT place FROM places WHERE place NOT IN (SELECT place FROM recent_customer) ORDER BY place LIMIT 1),"
    "  (SELECT place FROM recent_customer ORDER BY talked_at, place LIMIT 1)), ?1, ?2, ?3)", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, customer_id);
  zg_statement_bind_id (statement, 1, order_id);
  zg_statement_bind_time (statement, 2, at);
  zg_database_note_change (db, ZG_TABLE_RECENT, customer_id);
  return zg_statement_run (statement, error);
}

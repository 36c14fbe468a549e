/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-parcel-table.h"

#include <glib/gi18n.h>

#include "zg-order-table.h"
#include "zg-statement.h"
#include "zg-uid.h"

/* Parcels of several orders. Which orders are in one stands with the orders. */

/**
 * zg_parcel_table_insert:
 * @db: a writing connection in a transaction
 * @parcel: a new parcel; gets its id, uid and version
 * @error: return location for an error
 *
 * Returns: whether it is written, without orders
 */
gboolean
zg_parcel_table_insert (ZgDatabase  *db,
                        ZgParcel    *parcel,
                        GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO parcel (uid, created_at, staff_id, saved_postage) VALUES (?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  g_free (parcel->uid);
  parcel->uid = zg_uid_new ();
  zg_statement_bind_text (statement, 0, parcel->uid);
  zg_statement_bind_time (statement, 1, parcel->created_at);
  zg_statement_bind_id (statement, 2, parcel->staff_id);
  zg_statement_bind_int64 (statement, 3, parcel->saved_postage);
  if (!zg_statement_run (statement, error))
    return FALSE;
  parcel->id = zg_database_last_id (db);
  parcel->version = 1;
  zg_database_note_change (db, ZG_TABLE_PARCEL, parcel->id);
  return TRUE;
}

static gboolean
load_numbers (ZgDatabase  *db,
              ZgParcel    *parcel,
              GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id, number, currency FROM shop_order WHERE parcel_id = ? ORDER BY ordered_at, id", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, parcel->id);
  while (zg_statement_step (statement, &has_row, error))
    {
      gint64 id;

      if (!has_row)
        return TRUE;
      id = zg_statement_get_int64 (statement, 0);
      g_array_append_val (parcel->order_ids, id);
      g_ptr_array_add (parcel->numbers, zg_statement_dup_text (statement, 1));
      if (parcel->currency == NULL)
        parcel->currency = zg_statement_dup_text (statement, 2);
    }
  return FALSE;
}

/**
 * zg_parcel_table_load:
 * @db: a connection
 * @id: a parcel
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the parcel; %NULL with %ZG_STORE_ERROR_NOT_FOUND when there is none
 */
ZgParcel *
zg_parcel_table_load (ZgDatabase  *db,
                      gint64       id,
                      GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT uid, version, created_at, staff_id, saved_postage, shipped_at FROM parcel WHERE id = ?", error);
  g_autoptr(ZgParcel) parcel = NULL;
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, id);
  if (!zg_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no such parcel."));
      return NULL;
    }

  parcel = zg_parcel_new ();
  parcel->id = id;
  parcel->uid = zg_statement_dup_text (statement, 0);
  parcel->version = zg_statement_get_int64 (statement, 1);
  parcel->created_at = zg_statement_get_time (statement, 2);
  parcel->staff_id = zg_statement_get_int64 (statement, 3);
  parcel->saved_postage = zg_statement_get_int64 (statement, 4);
  parcel->shipped_at = zg_statement_get_time (statement, 5);
  return load_numbers (db, parcel, error) ? g_steal_pointer (&parcel) : NULL;
}

/**
 * zg_parcel_table_load_orders:
 * @db: a connection
 * @id: a parcel
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgOrder): its orders, the oldest first; none when there is no such parcel
 */
GPtrArray *
zg_parcel_table_load_orders (ZgDatabase  *db,
                             gint64       id,
                             GError     **error)
{
  g_autoptr(GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_free);
  g_autoptr(ZgParcel) parcel = zg_parcel_new ();

  parcel->id = id;
  if (!load_numbers (db, parcel, error))
    return NULL;
  for (guint i = 0; i < parcel->order_ids->len; i++)
    {
      ZgOrder *order = zg_order_table_load (db, g_array_index (parcel->order_ids, gint64, i), error);

      if (order == NULL)
        return NULL;
      g_ptr_array_add (orders, order);
    }
  return g_steal_pointer (&orders);
}

static gboolean
refuse_stale (GError **error)
{
  g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE,
                       _("Somebody else changed this parcel in the meantime. Look at it again, then repeat your change."));
  return FALSE;
}

/**
 * zg_parcel_table_update:
 * @db: a writing connection in a transaction
 * @parcel: a parcel as it should be, with the version that was read; gets the new version
 * @error: return location for an error
 *
 * Writes what it saves and when it left. Its orders are zg_parcel_table_put()'s.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed it since it was read
 */
gboolean
zg_parcel_table_update (ZgDatabase  *db,
                        ZgParcel    *parcel,
                        GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE parcel SET saved_postage = ?, shipped_at = ?, version = version + 1 WHERE id = ? AND version = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, parcel->saved_postage);
  zg_statement_bind_time (statement, 1, parcel->shipped_at);
  zg_statement_bind_int64 (statement, 2, parcel->id);
  zg_statement_bind_int64 (statement, 3, parcel->version);
  if (!zg_statement_run (statement, error))
    return FALSE;
  if (zg_database_changes (db) == 0)
    return refuse_stale (error);
  parcel->version++;
  zg_database_note_change (db, ZG_TABLE_PARCEL, parcel->id);
  return TRUE;
}

/**
 * zg_parcel_table_delete:
 * @db: a writing connection in a transaction
 * @id: a parcel
 * @error: return location for an error
 *
 * Returns: whether it is gone; orders that were in it are in none
 */
gboolean
zg_parcel_table_delete (ZgDatabase  *db,
                        gint64       id,
                        GError     **error)
{
  g_autoptr(ZgParcel) parcel = zg_parcel_new ();
  g_autoptr(ZgStatement) empty = zg_statement_new (db, "UPDATE shop_order SET parcel_id = NULL WHERE parcel_id = ?", error);
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "DELETE FROM parcel WHERE id = ?", empty != NULL ? error : NULL);

  parcel->id = id;
  if (empty == NULL || statement == NULL || !load_numbers (db, parcel, error))
    return FALSE;
  /* An import does without the file's own care for what points at a row. */
  zg_statement_bind_int64 (empty, 0, id);
  if (!zg_statement_run (empty, error))
    return FALSE;
  for (guint i = 0; i < parcel->order_ids->len; i++)
    zg_database_note_change (db, ZG_TABLE_ORDER, g_array_index (parcel->order_ids, gint64, i));
  zg_statement_bind_int64 (statement, 0, id);
  zg_database_note_change (db, ZG_TABLE_PARCEL, id);
  return zg_statement_run (statement, error);
}

/**
 * zg_parcel_table_put:
 * @db: a writing connection in a transaction
 * @order: an order as it was read; gets the parcel
 * @parcel_id: a parcel, or 0 for none
 * @error: return location for an error
 *
 * Puts an order in a parcel, or takes it out. Its version stays: whoever edits it meanwhile has changed nothing of this.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed it since it was read, or put it elsewhere
 */
gboolean
zg_parcel_table_put (ZgDatabase  *db,
                     ZgOrder     *order,
                     gint64       parcel_id,
                     GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE shop_order SET parcel_id = ?1 WHERE id = ?2 AND version = ?3 AND parcel_id IS ?4", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_id (statement, 0, parcel_id);
  zg_statement_bind_int64 (statement, 1, order->id);
  zg_statement_bind_int64 (statement, 2, order->version);
  zg_statement_bind_id (statement, 3, order->parcel_id);
  if (!zg_statement_run (statement, error))
    return FALSE;
  if (zg_database_changes (db) == 0)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE,
                           _("Somebody else changed this order in the meantime. Look at it again, then repeat your "
                             "change."));
      return FALSE;
    }
  order->parcel_id = parcel_id;
  zg_database_note_change (db, ZG_TABLE_ORDER, order->id);
  return TRUE;
}

/**
 * zg_parcel_table_forget_slips:
 * @db: a writing connection in a transaction
 * @id: a parcel into which an order came, or which one left
 * @error: return location for an error
 *
 * What is printed of its orders does not say what is in the box any more. That an order came into a parcel or left it is in
 * its own mark (zg-slip-mark.h); the others of the parcel have to be told.
 *
 * Returns: whether their slips count as out of date
 */
gboolean
zg_parcel_table_forget_slips (ZgDatabase  *db,
                              gint64       id,
                              GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE shop_order SET slip_mark = '' WHERE parcel_id = ? AND slip_printed_at IS NOT NULL", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, id);
  return zg_statement_run (statement, error);
}

static gboolean
find_parcel (ZgDatabase  *db,
             gint64       order_id,
             gint64      *id_out,
             GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT parcel_id FROM shop_order WHERE id = ? AND parcel_id IS NOT NULL", error);
  gboolean has_row;

  *id_out = 0;
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, order_id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    *id_out = zg_statement_get_int64 (statement, 0);
  return TRUE;
}

/**
 * zg_parcel_table_forget_order:
 * @db: a writing connection in a transaction
 * @order_id: an order that is about to be deleted
 * @error: return location for an error
 *
 * Returns: whether its parcel is right without it: no parcel stays with one order in it
 */
gboolean
zg_parcel_table_forget_order (ZgDatabase  *db,
                              gint64       order_id,
                              GError     **error)
{
  g_autoptr(ZgParcel) parcel = NULL;
  g_autoptr(GPtrArray) orders = NULL;
  gint64 id;

  if (!find_parcel (db, order_id, &id, error))
    return FALSE;
  if (id == 0)
    return TRUE;
  parcel = zg_parcel_table_load (db, id, error);
  orders = parcel != NULL ? zg_parcel_table_load_orders (db, id, error) : NULL;
  if (orders == NULL)
    return FALSE;
  for (guint i = 0; i < orders->len; i++)
    {
      if (((const ZgOrder *) g_ptr_array_index (orders, i))->id == order_id)
        g_ptr_array_remove_index (orders, i--);
    }
  if (orders->len < 2)
    return zg_parcel_table_delete (db, id, error);
  parcel->saved_postage = zg_parcel_get_saved_postage (orders);
  return zg_parcel_table_update (db, parcel, error) && zg_parcel_table_forget_slips (db, id, error);
}

static gboolean
clear_parcel (ZgDatabase  *db,
              gint64       order_id,
              GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "UPDATE shop_order SET parcel_id = NULL WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, order_id);
  return zg_statement_run (statement, error);
}

/**
 * zg_parcel_table_release_order:
 * @db: a writing connection in a transaction
 * @order_id: an order of which nobody will know any more where it should go
 * @error: return location for an error
 *
 * Returns: whether it is in no parcel, unless it has left in one
 */
gboolean
zg_parcel_table_release_order (ZgDatabase  *db,
                               gint64       order_id,
                               GError     **error)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (db, order_id, error);

  if (order == NULL || order->parcel_id == 0 || order->state >= ZG_ORDER_SHIPPED)
    return order != NULL;
  return zg_parcel_table_forget_order (db, order_id, error) && clear_parcel (db, order_id, error);
}

/**
 * zg_parcel_table_find_waiting:
 * @db: a connection
 * @order: an order
 * @number_out: (out) (nullable): the number of another order that waits in the same parcel, %NULL without one
 * @error: return location for an error
 *
 * Returns: whether the shop file could be read
 */
gboolean
zg_parcel_table_find_waiting (ZgDatabase     *db,
                              const ZgOrder  *order,
                              char          **number_out,
                              GError        **error)
{
  g_autoptr(ZgStatement) statement = NULL;
  gboolean has_row;

  *number_out = NULL;
  if (order->parcel_id == 0)
    return TRUE;
  statement = zg_statement_new (db, "SELECT number FROM shop_order WHERE parcel_id = ? AND id <> ? AND state < 3 "
                                    "ORDER BY ordered_at, id LIMIT 1", error);
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, order->parcel_id);
  zg_statement_bind_int64 (statement, 1, order->id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  if (has_row)
    *number_out = zg_statement_dup_text (statement, 0);
  return TRUE;
}

/**
 * zg_parcel_table_list_doubtful:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): orders in parcels that did not leave and that look as if they
 *   may not leave either; zg_parcel_keeps() decides
 */
GArray *
zg_parcel_table_list_doubtful (ZgDatabase  *db,
                               GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT o.id FROM parcel AS p JOIN shop_order AS o ON o.parcel_id = p.id WHERE p.shipped_at IS NULL "
    "AND (o.state IN (0, 6) OR o.holds <> 0 OR o.kind <> 0 OR o.presale <> 0)", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (zg_statement_step (statement, &has_row, error))
    {
      gint64 id;

      if (!has_row)
        return g_steal_pointer (&ids);
      id = zg_statement_get_int64 (statement, 0);
      g_array_append_val (ids, id);
    }
  return NULL;
}

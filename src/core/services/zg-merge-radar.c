/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-merge-radar.h"

#include <glib/gi18n.h>

#include "zg-error.h"
#include "zg-order-table.h"
#include "zg-parcel.h"
#include "zg-radar-table.h"

/*
 * Which orders that wait could go in one parcel: those with the same radar key (zg-radar-key.h), but for what a person wants
 * to send apart, and for cash on delivery beside what is paid. What is in one parcel already is one unit here.
 */

/* Orders that go together already, or one that goes alone. */
typedef GArray Unit;            /* of ZgRadarRow */

/**
 * zg_merge_group_free:
 * @group: (transfer full): a suggestion
 */
void
zg_merge_group_free (ZgMergeGroup *group)
{
  g_array_unref (group->order_ids);
  g_free (group);
}

static const ZgRadarRow *
row_at (const GArray *rows,
        guint         index)
{
  return &g_array_index (rows, ZgRadarRow, index);
}

static Unit *
find_unit (GPtrArray *units,
           gint64     parcel_id)
{
  for (guint i = 0; parcel_id != 0 && i < units->len; i++)
    {
      Unit *unit = g_ptr_array_index (units, i);

      if (row_at (unit, 0)->parcel_id == parcel_id)
        return unit;
    }
  return NULL;
}

/* The rows of one key, as units. */
static GPtrArray *
make_units (const GArray *rows,
            guint         first,
            guint         end)
{
  GPtrArray *units = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = first; i < end; i++)
    {
      Unit *unit = find_unit (units, row_at (rows, i)->parcel_id);

      if (unit == NULL)
        {
          unit = g_array_sized_new (FALSE, FALSE, sizeof (ZgRadarRow), 1);
          g_ptr_array_add (units, unit);
        }
      g_array_append_vals (unit, row_at (rows, i), 1);
    }
  return units;
}

static gboolean
fits (const GArray *together,
      const Unit   *unit,
      GHashTable   *apart)
{
  if (row_at (together, 0)->is_paid_at_door != row_at (unit, 0)->is_paid_at_door)
    return FALSE;
  for (guint i = 0; g_hash_table_size (apart) > 0 && i < together->len; i++)
    {
      for (guint j = 0; j < unit->len; j++)
        {
          if (zg_radar_is_apart (apart, row_at (together, i)->order_id, row_at (unit, j)->order_id))
            return FALSE;
        }
    }
  return TRUE;
}

/* The orders of the key from @first to @end, put together as far as they fit: each goes to the first that it fits with. */
static void
add_groups (GPtrArray    *groups,
            const GArray *rows,
            guint         first,
            guint         end,
            GHashTable   *apart)
{
  g_autoptr(GPtrArray) units = make_units (rows, first, end);
  g_autoptr(GPtrArray) gathered = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < units->len; i++)
    {
      Unit *unit = g_ptr_array_index (units, i);
      GArray *place = NULL;

      for (guint j = 0; j < gathered->len && place == NULL; j++)
        place = fits (g_ptr_array_index (gathered, j), unit, apart) ? g_ptr_array_index (gathered, j) : NULL;
      if (place != NULL)
        g_array_append_vals (place, unit->data, unit->len);
      else
        g_ptr_array_add (gathered, g_array_copy (unit));
    }

  for (guint i = 0; i < gathered->len; i++)
    {
      const GArray *together = g_ptr_array_index (gathered, i);
      ZgMergeGroup *group = g_new0 (ZgMergeGroup, 1);
      gboolean has_several = FALSE;

      group->order_ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), together->len);
      for (guint j = 0; j < together->len; j++)
        {
          const ZgRadarRow *row = row_at (together, j);

          g_array_append_val (group->order_ids, row->order_id);
          has_several = has_several || (j > 0 && (row->parcel_id == 0 || row->parcel_id != row_at (together, 0)->parcel_id));
          if (group->parcel_id == 0)
            group->parcel_id = row->parcel_id;
        }
      if (has_several)
        g_ptr_array_add (groups, group);
      else
        zg_merge_group_free (group);
    }
}

/**
 * zg_merge_radar_list:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgMergeGroup): what could go in one parcel and does not yet
 */
GPtrArray *
zg_merge_radar_list (ZgDatabase  *db,
                     GError     **error)
{
  g_autoptr(GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_merge_group_free);
  g_autoptr(GArray) rows = zg_radar_table_list (db, error);
  g_autoptr(GHashTable) apart = rows != NULL ? zg_radar_table_load_apart (db, error) : NULL;

  if (apart == NULL)
    return NULL;
  for (guint first = 0, end; first < rows->len; first = end)
    {
      for (end = first + 1; end < rows->len && row_at (rows, end)->key == row_at (rows, first)->key;)
        end++;
      add_groups (groups, rows, first, end, apart);
    }
  return g_steal_pointer (&groups);
}

/**
 * zg_merge_radar_count:
 * @db: a connection
 * @n_out: (out): how many suggestions there are
 * @error: return location for an error
 *
 * Returns: whether they are counted
 */
gboolean
zg_merge_radar_count (ZgDatabase  *db,
                      guint       *n_out,
                      GError     **error)
{
  g_autoptr(GPtrArray) groups = zg_merge_radar_list (db, error);

  *n_out = groups != NULL ? groups->len : 0;
  return groups != NULL;
}

/* Adds what does not go with any order of @unit. */
static gboolean
load_apart (ZgDatabase  *db,
            const Unit  *unit,
            GPtrArray   *apart,
            GError     **error)
{
  for (guint i = 0; i < unit->len; i++)
    {
      GHashTable *pairs = zg_radar_table_load_apart_of (db, row_at (unit, i)->order_id, error);

      if (pairs == NULL)
        return FALSE;
      g_ptr_array_add (apart, pairs);
    }
  return TRUE;
}

/**
 * zg_merge_radar_find:
 * @db: a connection
 * @order_id: an order
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): which other orders could go with this one and do not yet, the
 *   oldest first; none when it does not wait for a parcel
 */
GArray *
zg_merge_radar_find (ZgDatabase  *db,
                     gint64       order_id,
                     GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) rows = zg_radar_table_list_like (db, order_id, error);
  g_autoptr(GPtrArray) units = rows != NULL ? make_units (rows, 0, rows->len) : NULL;
  g_autoptr(GPtrArray) apart = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  const Unit *own = NULL;

  if (units == NULL)
    return NULL;
  for (guint i = 0; i < units->len && own == NULL; i++)
    {
      const Unit *unit = g_ptr_array_index (units, i);

      for (guint j = 0; j < unit->len; j++)
        own = row_at (unit, j)->order_id == order_id ? unit : own;
    }
  if (own == NULL || !load_apart (db, own, apart, error))
    return own == NULL ? g_steal_pointer (&ids) : NULL;

  for (guint i = 0; i < units->len; i++)
    {
      const Unit *unit = g_ptr_array_index (units, i);
      gboolean may_join = unit != own;

      for (guint j = 0; j < apart->len && may_join; j++)
        may_join = fits (own, unit, g_ptr_array_index (apart, j));
      for (guint j = 0; j < unit->len && may_join; j++)
        g_array_append_val (ids, row_at (unit, j)->order_id);
    }
  return g_steal_pointer (&ids);
}

/**
 * zg_merge_radar_load:
 * @db: a connection
 * @group: a suggestion
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgOrder): its orders, for zg_parcel_list_differences()
 */
GPtrArray *
zg_merge_radar_load (ZgDatabase          *db,
                     const ZgMergeGroup  *group,
                     GError             **error)
{
  g_autoptr(GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_free);

  for (guint i = 0; i < group->order_ids->len; i++)
    {
      ZgOrder *order = zg_order_table_load (db, g_array_index (group->order_ids, gint64, i), error);

      if (order == NULL)
        return NULL;
      g_ptr_array_add (orders, order);
    }
  return g_steal_pointer (&orders);
}

/**
 * zg_merge_radar_set_apart:
 * @db: a writing connection in a transaction
 * @order_id: an order
 * @other_id: another one
 * @is_apart: whether they go in two parcels, else to take that back
 * @staff_id: who says so, or 0
 * @now: what time it is
 * @error: return location for an error
 *
 * Notes that two orders are not to be suggested for one parcel.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_REFUSED when they are in one, with %ZG_DOMAIN_ERROR_INVALID when they are the same
 */
gboolean
zg_merge_radar_set_apart (ZgDatabase  *db,
                          gint64       order_id,
                          gint64       other_id,
                          gboolean     is_apart,
                          gint64       staff_id,
                          ZgTime       now,
                          GError     **error)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (db, order_id, error);
  g_autoptr(ZgOrder) other = order != NULL ? zg_order_table_load (db, other_id, error) : NULL;

  if (other == NULL)
    return FALSE;
  if (order_id == other_id)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("Say two different orders."));
      return FALSE;
    }
  if (!is_apart)
    return zg_radar_table_clear_apart (db, order_id, other_id, error);
  if (order->parcel_id != 0 && order->parcel_id == other->parcel_id)
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                           _("These orders are in one parcel. Take it apart first."));
      return FALSE;
    }
  return zg_radar_table_set_apart (db, order_id, other_id, staff_id, now, error);
}

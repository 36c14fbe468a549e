/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-order-print.h"

#include <string.h>

#include "zg-order-desk.h"
#include "zg-order-state-table.h"
#include "zg-order-table.h"
#include "zg-slip-table.h"

/* What is printed of orders: a slip for each parcel, and a note that it was. */

static gboolean
add_order (ZgDatabase  *db,
           gint64       id,
           GPtrArray   *parcel,
           GHashTable  *seen,
           GError     **error)
{
  ZgOrder *order = zg_order_table_load (db, id, error);

  if (order == NULL)
    return FALSE;
  g_hash_table_add (seen, g_memdup2 (&id, sizeof id));
  g_ptr_array_add (parcel, order);
  return TRUE;
}

/* All that goes with @first, in the order in which it was bought. */
static gboolean
add_parcel (ZgDatabase     *db,
            const ZgOrder  *first,
            GPtrArray      *parcel,
            GHashTable     *seen,
            GError        **error)
{
  g_autoptr(GArray) ids = zg_slip_table_list_parcel (db, first->parcel_id, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      if (!add_order (db, g_array_index (ids, gint64, i), parcel, seen, error))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
load_parcel (ZgDatabase  *db,
             gint64       id,
             GHashTable  *seen,
             GError     **error)
{
  g_autoptr(GPtrArray) parcel = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_free);
  g_autoptr(ZgOrder) order = zg_order_table_load (db, id, error);

  if (order == NULL)
    return NULL;
  if (order->parcel_id != 0)
    return add_parcel (db, order, parcel, seen, error) ? g_steal_pointer (&parcel) : NULL;
  g_hash_table_add (seen, g_memdup2 (&id, sizeof id));
  g_ptr_array_add (parcel, g_steal_pointer (&order));
  return g_steal_pointer (&parcel);
}

/**
 * zg_order_print_load_parcels:
 * @db: a connection
 * @ids: (array length=n_ids): orders
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type GPtrArray): what a slip is printed for: parcels, as arrays of #ZgOrder. Each
 *   parcel is there once, with all of its orders, also with those that nobody asked for
 */
GPtrArray *
zg_order_print_load_parcels (ZgDatabase    *db,
                             const gint64  *ids,
                             guint          n_ids,
                             GError       **error)
{
  g_autoptr(GPtrArray) parcels = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < n_ids; i++)
    {
      GPtrArray *parcel;

      if (g_hash_table_contains (seen, &ids[i]))
        continue;
      parcel = load_parcel (db, ids[i], seen, error);
      if (parcel == NULL)
        return NULL;
      g_ptr_array_add (parcels, parcel);
    }
  return g_steal_pointer (&parcels);
}

/**
 * zg_order_print_note:
 * @db: a writing connection in a transaction
 * @parcels: what zg_order_print_load_parcels() gave, and was printed
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: whether it is noted what their slips say
 */
gboolean
zg_order_print_note (ZgDatabase  *db,
                     GPtrArray   *parcels,
                     ZgClock     *clock,
                     GError     **error)
{
  for (guint i = 0; i < parcels->len; i++)
    {
      GPtrArray *parcel = g_ptr_array_index (parcels, i);

      for (guint j = 0; j < parcel->len; j++)
        {
          if (!zg_slip_table_note (db, g_ptr_array_index (parcel, j), zg_clock_now (clock), error))
            return FALSE;
        }
    }
  return TRUE;
}

/* What was done with an order, a line each. */
static GPtrArray *
describe_history (const ZgOrderFile *file,
                  ZgClock           *clock)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < file->history->len; i++)
    {
      const ZgOrderMove *move = g_ptr_array_index (file->history, i);
      g_autoptr(GDateTime) at = zg_time_to_date_time (move->at, zg_clock_get_zone (clock));
      g_autofree char *day = at != NULL ? g_date_time_format (at, "%Y-%m-%d %H:%M") : NULL;

      if (!move->undone)
        g_ptr_array_add (lines, g_strstrip (g_strjoin ("   ", day != NULL ? day : "", zg_order_state_to_label (move->to),
                                                       move->staff_name != NULL ? move->staff_name : "",
                                                       move->reason != NULL ? move->reason : "", NULL)));
    }
  return lines;
}

/**
 * zg_order_print_load_sheets:
 * @db: a connection
 * @ids: (array length=n_ids): orders
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgSheet): what stands on the sheet of each
 */
GPtrArray *
zg_order_print_load_sheets (ZgDatabase    *db,
                            const gint64  *ids,
                            guint          n_ids,
                            ZgClock       *clock,
                            GError       **error)
{
  g_autoptr(GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_sheet_free);

  for (guint i = 0; i < n_ids; i++)
    {
      g_autoptr(ZgOrderFile) file = zg_order_desk_open (db, ids[i], clock, error);
      ZgSheet *sheet;

      if (file == NULL)
        return NULL;
      sheet = g_new0 (ZgSheet, 1);
      sheet->history = describe_history (file, clock);
      sheet->order = g_steal_pointer (&file->order);
      sheet->rows = g_steal_pointer (&file->rows);
      sheet->customer = file->customer != NULL ? g_strdup (file->customer->name.text) : NULL;
      sheet->caution = file->customer != NULL ? g_strdup (file->customer->caution) : NULL;
      g_ptr_array_add (sheets, sheet);
    }
  return g_steal_pointer (&sheets);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-order-desk.h"

#include <glib/gi18n.h>

#include "zg-case-table.h"
#include "zg-chase-desk.h"
#include "zg-check-form.h"
#include "zg-check-table.h"
#include "zg-contact-table.h"
#include "zg-customer-orders.h"
#include "zg-customer-table.h"
#include "zg-error.h"
#include "zg-order-parcel.h"
#include "zg-order-state-table.h"
#include "zg-order-table.h"
#include "zg-parcel-table.h"
#include "zg-payment-table.h"
#include "zg-product-stock.h"
#include "zg-promise-table.h"
#include "zg-ship-promise.h"
#include "zg-shipment-table.h"

/*
 * What the desk does with an order beside moving it: look at it, tick its checklist, edit it. Every change of an order
 * goes through zg_order_desk_save() or zg_order_desk_drop_ticks(), so that a tick on something that changed drops
 * whichever way the change came.
 */

/* What the checklist's context points into. */
typedef struct {
  ZgChecklistContext context;
  ZgCheckForm *form;
  ZgOtherOrders others;
  char *ship_time;
  char *stock_note;
} Surroundings;

static void
surroundings_clear (Surroundings *self)
{
  g_clear_pointer (&self->form, zg_check_form_free);
  zg_other_orders_clear (&self->others);
  g_free (self->ship_time);
  g_free (self->stock_note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Surroundings, surroundings_clear)

static gboolean
look_around (ZgDatabase     *db,
             const ZgOrder  *order,
             ZgClock        *clock,
             Surroundings   *self,
             GError        **error)
{
  g_autoptr(ZgShipPromise) promise = zg_ship_promise_make (db, order, clock, error);
  ZgStockState stock;

  self->form = zg_check_table_load (db, error);
  if (self->form == NULL || promise == NULL || !zg_other_orders_load (db, order, &self->others, error)
      || !zg_product_stock_check (db, order, &stock, &self->stock_note, error))
    return FALSE;

  self->ship_time = g_strdup (promise->text);
  self->context.form = self->form;
  self->context.n_earlier_orders = self->others.n_earlier;
  self->context.n_other_unshipped = self->others.n_unshipped;
  self->context.other_unshipped = self->others.unshipped;
  self->context.caution = self->others.caution;
  self->context.ship_time = self->ship_time;
  self->context.stock_note = self->stock_note;
  self->context.is_short = stock == ZG_STOCK_SHORT;
  return TRUE;
}

/**
 * zg_order_file_free:
 * @file: (transfer full): an opened order
 */
void
zg_order_file_free (ZgOrderFile *file)
{
  g_clear_pointer (&file->order, zg_order_free);
  g_clear_pointer (&file->customer, zg_customer_free);
  g_clear_pointer (&file->ticks, g_ptr_array_unref);
  g_clear_pointer (&file->rows, g_ptr_array_unref);
  g_clear_pointer (&file->history, g_ptr_array_unref);
  g_clear_pointer (&file->payments, g_ptr_array_unref);
  g_clear_pointer (&file->chase, zg_chase_plan_free);
  g_clear_pointer (&file->cases, g_ptr_array_unref);
  g_clear_pointer (&file->promises, g_ptr_array_unref);
  g_clear_pointer (&file->shipments, g_ptr_array_unref);
  g_clear_pointer (&file->parcel, zg_parcel_free);
  g_clear_pointer (&file->mates, zg_order_mates_free);
  g_free (file->ship_time);
  g_free (file);
}

/**
 * zg_order_desk_open:
 * @db: a connection
 * @order_id: an order
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the order with its checklist, customer and history
 */
ZgOrderFile *
zg_order_desk_open (ZgDatabase  *db,
                    gint64       order_id,
                    ZgClock     *clock,
                    GError     **error)
{
  g_autoptr(ZgOrderFile) file = g_new0 (ZgOrderFile, 1);
  g_auto(Surroundings) around = { 0 };

  file->order = zg_order_table_load (db, order_id, error);
  if (file->order == NULL)
    return NULL;

  if (file->order->customer_id != 0)
    {
      file->customer = zg_customer_table_load (db, file->order->customer_id, error);
      if (file->customer == NULL)
        return NULL;
    }

  file->ticks = zg_order_state_table_load_ticks (db, order_id, error);
  if (file->ticks == NULL)
    return NULL;
  file->history = zg_order_state_table_load_history (db, order_id, error);
  file->payments = zg_payment_table_list (db, order_id, error);
  file->cases = zg_case_table_list_for_order (db, order_id, error);
  file->promises = file->cases != NULL ? zg_promise_table_list_for_order (db, order_id, error) : NULL;
  file->shipments = zg_shipment_table_list (db, order_id, error);
  if (file->shipments == NULL)
    return NULL;
  if (file->order->parcel_id != 0)
    {
      file->parcel = zg_parcel_table_load (db, file->order->parcel_id, error);
      if (file->parcel == NULL)
        return NULL;
    }
  file->mates = zg_order_mates_load (db, file->order, zg_clock_now (clock), error);
  file->chase = zg_chase_desk_plan (db, file->order, clock, error);
  if (file->mates == NULL || file->chase == NULL || file->history == NULL || file->payments == NULL || file->promises == NULL
      || !look_around (db, file->order, clock, &around, error))
    return NULL;

  file->rows = zg_checklist_evaluate (file->order, &around.context, file->ticks);
  zg_checklist_count (file->rows, &file->n_done, &file->n_total);
  file->ship_time = g_strdup (around.ship_time);
  return g_steal_pointer (&file);
}

/* Writes ticks, and since when the list is complete. */
static gboolean
save_ticks (ZgDatabase          *db,
            ZgOrder             *order,
            const Surroundings  *around,
            GPtrArray           *ticks,
            ZgTime               now,
            GError             **error)
{
  g_autoptr(GPtrArray) rows = zg_checklist_evaluate (order, &around->context, ticks);
  ZgTime confirmed_at = ZG_TIME_NONE;
  int n_done;

  zg_checklist_count (rows, &n_done, NULL);
  if (zg_checklist_is_complete (rows))
    confirmed_at = order->confirmed_at != ZG_TIME_NONE ? order->confirmed_at : now;
  return zg_order_state_table_save_ticks (db, order, ticks, n_done, confirmed_at, error);
}

static gboolean
find_tick (GPtrArray *ticks,
           ZgCheck    check,
           guint     *index_out)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const ZgTick *tick = g_ptr_array_index (ticks, i);

      if (tick->check == check)
        {
          *index_out = i;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
may_tick (const ZgCheckForm  *form,
          ZgCheck             check,
          GError            **error)
{
  const ZgCheckFormRow *row = zg_check_form_find (form, check);

  if (!zg_check_is_human (check))
    g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                 _("“%s” is checked by the program and can't be ticked."), zg_check_to_label (check));
  else if (row == NULL || !row->active)
    g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED,
                 _("The checklist has no row “%s”."), zg_check_to_key (check));
  return zg_check_is_human (check) && row != NULL && row->active;
}

/**
 * zg_order_desk_tick:
 * @db: a writing connection in a transaction
 * @order_id: an order
 * @checks: (array length=n_checks): rows that a person ticks
 * @n_checks: how many
 * @on: whether to tick, else to take the ticks off
 * @staff_id: who does it, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Ticks rows of the checklist for what they say now.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_REFUSED when a row is computed and nobody's to tick, or the shop's list has no
 *   such row
 */
gboolean
zg_order_desk_tick (ZgDatabase     *db,
                    gint64          order_id,
                    const ZgCheck  *checks,
                    guint           n_checks,
                    gboolean        on,
                    gint64          staff_id,
                    ZgClock        *clock,
                    GError        **error)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (db, order_id, error);
  g_autoptr(GPtrArray) ticks = NULL;
  g_auto(Surroundings) around = { 0 };

  if (order == NULL || !look_around (db, order, clock, &around, error))
    return FALSE;
  ticks = zg_order_state_table_load_ticks (db, order_id, error);
  if (ticks == NULL)
    return FALSE;

  for (guint i = 0; i < n_checks; i++)
    {
      g_autofree char *value = NULL;
      guint index;

      if (!may_tick (around.form, checks[i], error))
        return FALSE;

      if (find_tick (ticks, checks[i], &index))
        g_ptr_array_remove_index (ticks, index);
      if (!on)
        continue;
      value = zg_check_get_value (checks[i], order, &around.context);
      g_ptr_array_add (ticks, zg_tick_new (checks[i], zg_clock_now (clock), staff_id, value));
    }

  return save_ticks (db, order, &around, ticks, zg_clock_now (clock), error);
}

/**
 * zg_order_desk_confirm_read_back:
 * @db: a writing connection in a transaction
 * @order_id: an order
 * @staff_id: who does it, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * The customer said yes to the confirmation text: ticks all rows that it holds, in one go.
 *
 * Returns: whether they are ticked
 */
gboolean
zg_order_desk_confirm_read_back (ZgDatabase  *db,
                                 gint64       order_id,
                                 gint64       staff_id,
                                 ZgClock     *clock,
                                 GError     **error)
{
  g_autoptr(GArray) checks = g_array_new (FALSE, FALSE, sizeof (ZgCheck));
  g_autoptr(ZgCheckForm) form = zg_check_table_load (db, error);

  if (form == NULL)
    return FALSE;
  for (guint i = 0; i < form->rows->len; i++)
    {
      const ZgCheckFormRow *row = g_ptr_array_index (form->rows, i);

      if (row->active && row->read_back)
        g_array_append_val (checks, row->check);
    }
  return zg_order_desk_tick (db, order_id, (ZgCheck *) checks->data, checks->len, TRUE, staff_id, clock, error);
}

/**
 * zg_order_desk_restore_ticks:
 * @db: a writing connection in a transaction
 * @order_id: an order
 * @ticks: (element-type ZgTick): the ticks that it had before
 * @clock: what time it is
 * @error: return location for an error
 *
 * Takes a ticking back: the rows get the ticks that they had. Those that no longer hold come back dropped.
 *
 * Returns: whether they are back
 */
gboolean
zg_order_desk_restore_ticks (ZgDatabase  *db,
                             gint64       order_id,
                             GPtrArray   *ticks,
                             ZgClock     *clock,
                             GError     **error)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (db, order_id, error);
  g_autoptr(GPtrArray) dropped = NULL;
  g_auto(Surroundings) around = { 0 };

  if (order == NULL || !look_around (db, order, clock, &around, error))
    return FALSE;

  dropped = zg_checklist_drop_changed (order, &around.context, ticks, zg_clock_now (clock));
  return save_ticks (db, order, &around, ticks, zg_clock_now (clock), error);
}

/* One line in the customer's timeline for every tick that a change has dropped. */
static gboolean
log_dropped (ZgDatabase         *db,
             const ZgOrder      *order,
             const ZgCheckForm  *form,
             GPtrArray          *dropped,
             ZgTime              now,
             GError            **error)
{
  for (guint i = 0; i < dropped->len; i++)
    {
      const ZgTick *tick = g_ptr_array_index (dropped, i);
      g_autoptr(ZgContact) contact = zg_contact_new ();

      contact->at = now;
      contact->kind = ZG_CONTACT_CHANGE;
      contact->customer_id = order->customer_id;
      contact->order_id = order->id;
      contact->title = g_strdup (zg_check_form_get_label (form, tick->check));
      contact->text = g_strdup_printf ("%s → %s", tick->value, tick->dropped_to);
      if (!zg_contact_table_insert (db, contact, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * zg_order_desk_drop_ticks:
 * @db: a writing connection in a transaction
 * @order: an order that was just changed and written; gets the new version
 * @clock: what time it is
 * @error: return location for an error
 *
 * Drops the ticks on rows that no longer say what they said when they were ticked. Every change of an order ends with
 * this, whether a person or a file made it.
 *
 * Returns: whether the ticks are right
 */
gboolean
zg_order_desk_drop_ticks (ZgDatabase  *db,
                          ZgOrder     *order,
                          ZgClock     *clock,
                          GError     **error)
{
  g_autoptr(GPtrArray) ticks = zg_order_state_table_load_ticks (db, order->id, error);
  g_autoptr(GPtrArray) dropped = NULL;
  g_auto(Surroundings) around = { 0 };

  if (ticks == NULL)
    return FALSE;
  if (ticks->len == 0)
    return TRUE;
  if (!look_around (db, order, clock, &around, error))
    return FALSE;

  dropped = zg_checklist_drop_changed (order, &around.context, ticks, zg_clock_now (clock));
  if (dropped->len == 0)
    return TRUE;
  return log_dropped (db, order, around.form, dropped, zg_clock_now (clock), error)
         && save_ticks (db, order, &around, ticks, zg_clock_now (clock), error);
}

/**
 * zg_order_desk_reconsider:
 * @db: a writing connection in a transaction
 * @order_id: an order
 * @clock: what time it is
 * @error: return location for an error
 *
 * Asks again whether an order is confirmed, after the shop changed what that means.
 *
 * Returns: whether it was asked
 */
gboolean
zg_order_desk_reconsider (ZgDatabase  *db,
                          gint64       order_id,
                          ZgClock     *clock,
                          GError     **error)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (db, order_id, error);
  g_autoptr(GPtrArray) ticks = zg_order_state_table_load_ticks (db, order_id, error);
  g_auto(Surroundings) around = { 0 };

  return order != NULL && ticks != NULL && look_around (db, order, clock, &around, error)
         && save_ticks (db, order, &around, ticks, zg_clock_now (clock), error);
}

/**
 * zg_order_desk_save:
 * @db: a writing connection in a transaction
 * @order: an edited order, with the version that was read; gets the new version
 * @staff_id: who edits, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Writes what a person changed about an order, drops the ticks that no longer hold, keeps the customer's totals.
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed the order since it was read
 */
gboolean
zg_order_desk_save (ZgDatabase  *db,
                    ZgOrder     *order,
                    gint64       staff_id,
                    ZgClock     *clock,
                    GError     **error)
{
  zg_order_derive_holds (order);
  return zg_order_table_update (db, order, error)
         && zg_order_desk_drop_ticks (db, order, clock, error)
         && zg_order_parcel_settle (db, order, zg_clock_now (clock), error)
         && zg_customer_table_refresh_totals (db, order->customer_id, error);
}

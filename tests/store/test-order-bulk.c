/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "shop-folder.h"
#include "zg-error.h"
#include "zg-order-bulk.h"
#include "zg-order-desk.h"
#include "zg-order-gate.h"
#include "zg-order-table.h"
#include "zg-shop-file.h"

/* Many orders through the gate at once: each has a result of its own, and all that was done can be taken back. */

/* 2026-09-22 14:20 in Shanghai */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

enum { UNPAID, PAID, REFUNDING, CLOSED, PACKED, N_ORDERS };

typedef struct {
  char *folder;
  char *path;
  ZgDatabase *db;
  ZgClock *clock;
  gint64 orders[N_ORDERS];
  GArray *ids;                  /* all of them, and one that is gone */
} Fixture;

static gint64
add_order (Fixture    *self,
           int         number,
           const char *refund)
{
  g_autoptr(ZgOrder) order = zg_order_new ();
  g_autoptr(GError) error = NULL;
  ZgOrderItem *item = zg_order_item_new ();

  order->number = g_strdup_printf ("26092210465%05d", number);
  order->ordered_at = NOW - 2 * ZG_TIME_HOUR;
  order->total = 21900;
  order->cash_on_delivery = FALSE;
  zg_personal_set (&order->recipient, "王晓雯");
  item->title = g_strdup ("云朵针织开衫");
  g_ptr_array_add (order->items, item);
  if (refund != NULL)
    {
      order->facts = zg_platform_facts_new ();
      order->facts->refund_state = g_strdup (refund);
      order->holds = ZG_HOLD_REFUND;
    }
  g_assert_true (zg_order_table_insert (self->db, order, 0, &error));
  g_assert_no_error (error);
  return order->id;
}

static void
move_to (Fixture      *self,
         gint64        id,
         ZgOrderState  to)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (self->db, id, NULL);
  g_autoptr(GError) error = NULL;
  ZgOrderMoveRequest request = { .to = to, .at = NOW - ZG_TIME_HOUR, .actor = ZG_ACTOR_DESK };

  zg_order_gate_move (self->db, order, &request, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GTimeZone) zone = zg_time_zone_china ();
  gint64 gone = 9999;

  self->folder = shop_folder_make (&self->path);
  self->db = zg_shop_file_open_writer (self->path, &error);
  g_assert_no_error (error);
  g_assert_true (zg_database_begin (self->db, &error));
  self->clock = zg_clock_new_fixed (NOW, zone);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (int i = 0; i < N_ORDERS; i++)
    {
      self->orders[i] = add_order (self, i, i == REFUNDING ? "买家已经申请退款" : NULL);
      g_array_append_val (self->ids, self->orders[i]);
    }
  g_array_append_val (self->ids, gone);
  move_to (self, self->orders[PAID], ZG_ORDER_PAID);
  move_to (self, self->orders[REFUNDING], ZG_ORDER_PAID);
  move_to (self, self->orders[CLOSED], ZG_ORDER_CLOSED);
  move_to (self, self->orders[PACKED], ZG_ORDER_PAID);
  move_to (self, self->orders[PACKED], ZG_ORDER_PACKED);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_array_unref (self->ids);
  zg_database_rollback (self->db);
  zg_database_close (self->db);
  zg_clock_unref (self->clock);
  shop_folder_remove (self->folder);
  g_free (self->path);
}

static ZgBulk *
run (Fixture *self,
     gpointer change)
{
  g_autoptr(GError) error = NULL;
  ZgBulk *bulk = change;

  while (!zg_bulk_is_done (bulk))
    {
      zg_bulk_run (self->db, bulk, NULL, &error);
      g_assert_no_error (error);
    }
  return bulk;
}

static ZgOrderState
state_of (Fixture *self,
          int      order)
{
  g_autoptr(ZgOrder) found = zg_order_table_load (self->db, self->orders[order], NULL);

  return found->state;
}

static int
flag_of (Fixture *self,
         int      order)
{
  g_autoptr(ZgOrder) found = zg_order_table_load (self->db, self->orders[order], NULL);

  return found->flag;
}

static const char *
refusal_of (Fixture *self,
            ZgBulk  *bulk,
            int      order)
{
  for (guint i = 0; i < bulk->refused->len; i++)
    {
      const ZgBulkRefusal *refusal = g_ptr_array_index (bulk->refused, i);

      if (refusal->id == self->orders[order])
        return refusal->reason;
    }
  return NULL;
}

/* What one order is refused is what the gate says to that order alone. */
static void
test_move (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(ZgBulk) pack = run (self, zg_order_bulk_new_move (self->ids, ZG_ORDER_PACKED, NULL, self->clock));

  g_assert_cmpint (pack->done_ids->len, ==, 1);
  g_assert_cmpint (g_array_index (pack->done_ids, gint64, 0), ==, self->orders[PAID]);
  g_assert_cmpint (state_of (self, PAID), ==, ZG_ORDER_PACKED);
  for (int i = 0; i < N_ORDERS; i++)
    {
      g_autoptr(ZgOrder) order = zg_order_table_load (self->db, self->orders[i], NULL);
      ZgOrderMoveRequest request = { .to = ZG_ORDER_PACKED, .at = NOW, .actor = ZG_ACTOR_DESK };
      g_autoptr(GError) error = NULL;

      if (i == PAID)
        continue;
      g_assert_false (zg_order_gate_check (self->db, order, &request, &error));
      g_assert_cmpstr (refusal_of (self, pack, i), ==, error->message);
    }
  g_assert_cmpint (pack->refused->len, ==, N_ORDERS - 1);
}

static void
test_undo (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(ZgBulk) pay = run (self, zg_order_bulk_new_move (self->ids, ZG_ORDER_PAID, NULL, self->clock));
  g_autoptr(ZgBulk) back = NULL;
  g_autoptr(ZgOrder) order = NULL;

  g_assert_cmpint (pay->done_ids->len, ==, 1);
  back = run (self, zg_bulk_reverse (pay));
  g_assert_cmpint (back->done_ids->len, ==, 1);
  g_assert_cmpint (back->refused->len, ==, 0);
  order = zg_order_table_load (self->db, self->orders[UNPAID], NULL);
  g_assert_cmpint (order->state, ==, ZG_ORDER_UNPAID);
  g_assert_cmpint (order->paid, ==, 0);
}

/* Somebody went on with one of them: that step is theirs and stays. */
static void
test_undo_after_another_step (Fixture       *self,
                              gconstpointer  data)
{
  g_autoptr(ZgBulk) pay = run (self, zg_order_bulk_new_move (self->ids, ZG_ORDER_PAID, NULL, self->clock));
  g_autoptr(ZgBulk) back = NULL;

  move_to (self, self->orders[UNPAID], ZG_ORDER_PACKED);
  back = run (self, zg_bulk_reverse (pay));
  g_assert_cmpint (back->done_ids->len, ==, 0);
  g_assert_cmpstr (refusal_of (self, back, UNPAID), ==, "The order stands at “Packed” by now.");
  g_assert_cmpint (state_of (self, UNPAID), ==, ZG_ORDER_PACKED);
}

/* Each gets back the flag that it had; one that had it already is not touched. */
static void
test_flag (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GArray) one = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(ZgBulk) first = NULL;
  g_autoptr(ZgBulk) second = NULL;
  g_autoptr(ZgBulk) back = NULL;

  g_array_append_val (one, self->orders[PAID]);
  first = run (self, zg_order_bulk_new_flag (one, 3, self->clock));
  g_array_unref (one);
  one = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (one, self->orders[PACKED]);
  zg_bulk_unref (run (self, zg_order_bulk_new_flag (one, 1, self->clock)));

  second = run (self, zg_order_bulk_new_flag (self->ids, 1, self->clock));
  g_assert_cmpint (second->done_ids->len, ==, N_ORDERS - 1);
  for (int i = 0; i < N_ORDERS; i++)
    g_assert_cmpint (flag_of (self, i), ==, 1);

  back = run (self, zg_bulk_reverse (second));
  g_assert_cmpint (flag_of (self, PAID), ==, 3);
  g_assert_cmpint (flag_of (self, PACKED), ==, 1);
  g_assert_cmpint (flag_of (self, UNPAID), ==, 0);
}

/* Shipping before the list is complete needs its reason here, too. */
static void
test_reason (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(ZgBulk) without = run (self, zg_order_bulk_new_move (self->ids, ZG_ORDER_SHIPPED, NULL, self->clock));
  g_autoptr(ZgBulk) with = NULL;

  g_assert_cmpint (without->done_ids->len, ==, 0);
  g_assert_nonnull (strstr (refusal_of (self, without, PACKED), "Say why"));
  with = run (self, zg_order_bulk_new_move (self->ids, ZG_ORDER_SHIPPED, "客人催", self->clock));
  g_assert_cmpint (with->done_ids->len, ==, 2);
  g_assert_cmpint (state_of (self, REFUNDING), ==, ZG_ORDER_PAID);
}

/* Who stops it finds everything as it was after the parts that were done. */
static void
test_cancel (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(ZgOrderBulk) pack = zg_order_bulk_new_move (self->ids, ZG_ORDER_PACKED, NULL, self->clock);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (zg_bulk_run (self->db, pack, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (pack->bulk.n_done, ==, 0);
  g_assert_cmpint (pack->bulk.done_ids->len, ==, 0);
  g_assert_cmpint (pack->bulk.refused->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/order-bulk/move", Fixture, NULL, set_up, test_move, tear_down);
  g_test_add ("/order-bulk/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/order-bulk/undo-after-another-step", Fixture, NULL, set_up, test_undo_after_another_step, tear_down);
  g_test_add ("/order-bulk/flag", Fixture, NULL, set_up, test_flag, tear_down);
  g_test_add ("/order-bulk/reason", Fixture, NULL, set_up, test_reason, tear_down);
  g_test_add ("/order-bulk/cancel", Fixture, NULL, set_up, test_cancel, tear_down);

  return g_test_run ();
}

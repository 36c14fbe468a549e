/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shop-folder.h"
#include "zg-contact-table.h"
#include "zg-customer-table.h"
#include "zg-due.h"
#include "zg-error.h"
#include "zg-order-desk.h"
#include "zg-order-gate.h"
#include "zg-order-state-table.h"
#include "zg-order-table.h"
#include "zg-radar-key.h"
#include "zg-shop-file.h"
#include "zg-shop-table.h"

/* One order on its way through the desk: the checklist, the gate, an edit that drops a tick, the totals. */

/* 2026-09-22 14:20 in Shanghai. */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

typedef struct {
  char *folder;
  ZgDatabase *db;
  ZgClock *clock;
  gint64 staff_id;
  gint64 customer_id;
  gint64 order_id;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr(ZgCustomer) customer = zg_customer_new ();
  g_autoptr(ZgOrder) order = zg_order_new ();
  g_autofree char *path = NULL;
  ZgOrderItem *item = zg_order_item_new ();

  self->folder = shop_folder_make (&path);
  self->clock = zg_clock_new_fixed (NOW, zone);
  self->db = zg_shop_file_open_writer (path, &error);
  g_assert_no_error (error);

  g_assert_true (zg_database_begin (self->db, &error));
  self->staff_id = zg_shop_table_insert_staff (self->db, "小陈", "02", &error);
  zg_personal_set (&customer->name, "王晓雯");
  g_assert_true (zg_customer_table_insert (self->db, customer, NOW, 0, &error));
  self->customer_id = customer->id;

  g_free (order->platform);
  order->platform = g_strdup ("taobao");
  g_free (order->shop);
  order->shop = g_strdup ("青禾小铺");
  order->number = g_strdup ("2609221046579");
  order->customer_id = customer->id;
  order->state = ZG_ORDER_UNPAID;
  order->ordered_at = NOW - 2 * ZG_TIME_HOUR;
  order->total = 21900;
  zg_personal_set (&order->recipient, "王晓雯");
  zg_personal_set (&order->phone, "13800002468");
  g_clear_pointer (&order->address, zg_address_free);
  order->address = zg_address_parse_export ("浙江省 杭州市 西湖区 文三路100号幸福小区3幢501");
  item->title = g_strdup ("云朵针织开衫");
  item->colour = g_strdup ("黑色");
  item->size = g_strdup ("L");
  item->quantity = 1;
  item->price = 21900;
  g_ptr_array_add (order->items, item);
  g_assert_true (zg_order_table_insert (self->db, order, 0, &error));
  g_assert_no_error (error);
  self->order_id = order->id;
  g_assert_true (zg_customer_table_refresh_totals (self->db, customer->id, &error));
  g_assert_true (zg_database_commit (self->db, &error));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  zg_database_close (self->db);
  zg_clock_unref (self->clock);
  shop_folder_remove (self->folder);
}

static ZgOrderFile *
open_order (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  ZgOrderFile *file = zg_order_desk_open (self->db, self->order_id, self->clock, &error);

  g_assert_no_error (error);
  return file;
}

static const ZgCheckRow *
find_row (ZgOrderFile *file,
          ZgCheck      check)
{
  for (guint i = 0; i < file->rows->len; i++)
    {
      const ZgCheckRow *row = g_ptr_array_index (file->rows, i);

      if (row->check == check)
        return row;
    }
  g_assert_not_reached ();
}

static gboolean
move_to (Fixture       *self,
         ZgOrderState   to,
         const char    *reason,
         GError       **error)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (self->db, self->order_id, NULL);
  ZgOrderMoveRequest request = { .to = to, .at = NOW, .staff_id = self->staff_id, .reason = reason };

  g_assert_true (zg_database_begin (self->db, NULL));
  if (!zg_order_gate_move (self->db, order, &request, error))
    {
      zg_database_rollback (self->db);
      return FALSE;
    }
  return zg_database_commit (self->db, error);
}

static void
tick_all (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  ZgCheck note = ZG_CHECK_BUYER_NOTE;

  g_assert_true (zg_database_begin (self->db, NULL));
  g_assert_true (zg_order_desk_confirm_read_back (self->db, self->order_id, self->staff_id, self->clock, &error));
  g_assert_true (zg_order_desk_tick (self->db, self->order_id, &note, 1, TRUE, self->staff_id, self->clock, &error));
  g_assert_no_error (error);
  g_assert_true (zg_database_commit (self->db, NULL));
}

static void
set_address (Fixture    *self,
             const char *address)
{
  g_autoptr(ZgOrder) order = zg_order_table_load (self->db, self->order_id, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (zg_database_begin (self->db, NULL));
  g_assert_true (zg_order_desk_set_field (order, "address", address, &error));
  g_assert_true (zg_order_desk_save (self->db, order, self->staff_id, self->clock, &error));
  g_assert_no_error (error);
  g_assert_true (zg_database_commit (self->db, NULL));
}

static void
test_tick_drops (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(ZgOrderFile) ticked = NULL;
  g_autoptr(ZgOrderFile) changed = NULL;
  g_autoptr(ZgOrderFile) changed_back = NULL;
  g_autoptr(ZgOrderFile) ticked_again = NULL;

  tick_all (self);
  ticked = open_order (self);
  g_assert_cmpint (find_row (ticked, ZG_CHECK_ADDRESS)->state, ==, ZG_CHECK_OK);
  g_assert_cmpstr (find_row (ticked, ZG_CHECK_ADDRESS)->by, ==, "小陈");
  g_assert_cmpint (ticked->order->confirmed_at, ==, NOW);

  set_address (self, "浙江省 杭州市 西湖区 文三路100号幸福小区3幢502");
  changed = open_order (self);
  g_assert_cmpint (find_row (changed, ZG_CHECK_ADDRESS)->state, ==, ZG_CHECK_DROPPED);
  g_assert_nonnull (strstr (find_row (changed, ZG_CHECK_ADDRESS)->note, "501"));
  g_assert_nonnull (strstr (find_row (changed, ZG_CHECK_ADDRESS)->note, "502"));
  g_assert_cmpint (find_row (changed, ZG_CHECK_COLOUR)->state, ==, ZG_CHECK_OK);
  g_assert_cmpint (changed->order->confirmed_at, ==, ZG_TIME_NONE);

  /* Undoing the change does not tick again: somebody has to look. */
  set_address (self, "浙江省 杭州市 西湖区 文三路100号幸福小区3幢501");
  changed_back = open_order (self);
  g_assert_cmpint (find_row (changed_back, ZG_CHECK_ADDRESS)->state, ==, ZG_CHECK_DROPPED);

  tick_all (self);
  ticked_again = open_order (self);
  g_assert_cmpint (find_row (ticked_again, ZG_CHECK_ADDRESS)->state, ==, ZG_CHECK_OK);
  g_assert_cmpint (ticked_again->order->confirmed_at, ==, NOW);
}

static void
test_change_is_logged (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr(GPtrArray) contacts = NULL;
  const ZgContact *contact;

  tick_all (self);
  set_address (self, "浙江省 杭州市 西湖区 文三路100号幸福小区3幢502");
  contacts = zg_contact_table_load_for_customer (self->db, self->customer_id, 10, NULL);
  g_assert_cmpint (contacts->len, ==, 1);
  contact = g_ptr_array_index (contacts, 0);
  g_assert_cmpint (contact->kind, ==, ZG_CONTACT_CHANGE);
  g_assert_nonnull (strstr (contact->text, "502"));
}

static void
test_gate (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgOrderFile) file = NULL;
  g_autoptr(ZgOrderFile) undone = NULL;
  g_autoptr(ZgCustomer) customer = NULL;
  g_autoptr(ZgOrder) order = NULL;
  const ZgOrderMove *last;

  g_assert_false (move_to (self, ZG_ORDER_SHIPPED, NULL, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
  g_clear_error (&error);

  g_assert_true (move_to (self, ZG_ORDER_PAID, NULL, &error));
  g_assert_no_error (error);
  customer = zg_customer_table_load (self->db, self->customer_id, NULL);
  g_assert_cmpint (customer->spent, ==, 21900);

  /* Shipping before the list is complete wants a reason, which is kept. */
  g_assert_false (move_to (self, ZG_ORDER_SHIPPED, "  ", &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (move_to (self, ZG_ORDER_SHIPPED, "买家急用", &error));
  g_assert_no_error (error);

  file = open_order (self);
  g_assert_cmpint (file->order->state, ==, ZG_ORDER_SHIPPED);
  g_assert_cmpint (file->order->shipped_at, ==, NOW);
  last = g_ptr_array_index (file->history, file->history->len - 1);
  g_assert_cmpstr (last->reason, ==, "买家急用");
  g_assert_cmpstr (last->staff_name, ==, "小陈");

  order = zg_order_table_load (self->db, self->order_id, NULL);
  g_assert_true (zg_database_begin (self->db, NULL));
  g_assert_true (zg_order_gate_undo (self->db, order, zg_clock_now (self->clock), &error));
  g_assert_no_error (error);
  g_assert_true (zg_database_commit (self->db, NULL));
  undone = open_order (self);
  g_assert_cmpint (undone->order->state, ==, ZG_ORDER_PAID);
  g_assert_cmpint (undone->order->shipped_at, ==, ZG_TIME_NONE);
}

static void
test_hold (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgOrder) order = NULL;

  tick_all (self);
  g_assert_true (move_to (self, ZG_ORDER_PAID, NULL, &error));
  order = zg_order_table_load (self->db, self->order_id, NULL);
  order->holds = ZG_HOLD_REFUND;
  g_assert_true (zg_database_begin (self->db, NULL));
  g_assert_true (zg_order_desk_save (self->db, order, 0, self->clock, &error));
  g_assert_true (zg_database_commit (self->db, NULL));

  /* No reason in the world ships an order in refund. */
  g_assert_false (move_to (self, ZG_ORDER_PACKED, "买家急用", &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (move_to (self, ZG_ORDER_SHIPPED, "买家急用", &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
}

static void
test_due (Fixture       *self,
          gconstpointer  data)
{
  g_autoptr(GPtrArray) unpaid = zg_due_list (self->db, ZG_TIME_NONE, self->clock, NULL);
  g_autoptr(GPtrArray) paid = NULL;
  g_autoptr(GPtrArray) later = NULL;

  g_assert_cmpint (unpaid->len, ==, 1);
  g_assert_cmpint (((ZgDue *) unpaid->pdata[0])->kind, ==, ZG_DUE_PAYMENT);
  g_assert_cmpint (((ZgDue *) unpaid->pdata[0])->at, ==, NOW - 2 * ZG_TIME_HOUR + 20 * ZG_TIME_MINUTE);

  g_assert_true (move_to (self, ZG_ORDER_PAID, NULL, NULL));
  paid = zg_due_list (self->db, ZG_TIME_NONE, self->clock, NULL);
  g_assert_cmpint (paid->len, ==, 1);
  g_assert_cmpint (((ZgDue *) paid->pdata[0])->kind, ==, ZG_DUE_CONFIRM);

  later = zg_due_list (self->db, NOW + 3 * ZG_TIME_DAY, self->clock, NULL);
  g_assert_cmpint (later->len, ==, 2);
  g_assert_cmpint (((ZgDue *) later->pdata[1])->kind, ==, ZG_DUE_SHIP);
}

static void
test_computed_is_nobodys (Fixture       *self,
                          gconstpointer  data)
{
  ZgCheck check = ZG_CHECK_AMOUNT;
  g_autoptr(GError) error = NULL;

  g_assert_true (zg_database_begin (self->db, NULL));
  g_assert_false (zg_order_desk_tick (self->db, self->order_id, &check, 1, TRUE, 0, self->clock, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
  zg_database_rollback (self->db);
}

static gint64
get_key (Fixture *self)
{
  gint64 key = -1;

  g_assert_true (zg_database_query_int64 (self->db, "SELECT coalesce(max(radar_key), 0) FROM shop_order", &key, NULL));
  return key;
}

/* What is done waits for no parcel; an order that is brought back does again. */
static void
test_radar_key (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgOrder) order = zg_order_table_load (self->db, self->order_id, &error);
  ZgOrderMoveRequest close = { .to = ZG_ORDER_CLOSED, .at = NOW };
  gint64 key;

  g_assert_no_error (error);
  g_assert_cmpint (get_key (self), ==, 0);
  order->buyer_account = g_strdup ("晓雯_xw");
  g_assert_true (zg_order_desk_save (self->db, order, 0, self->clock, &error));
  key = get_key (self);
  g_assert_cmpint (key, ==, zg_radar_key (order));
  g_assert_cmpint (key, >, 0);

  g_assert_true (zg_order_gate_move (self->db, order, &close, &error));
  g_assert_true (zg_order_desk_save (self->db, order, 0, self->clock, &error));
  g_assert_cmpint (get_key (self), ==, 0);
  g_assert_true (zg_order_gate_undo (self->db, order, NOW, &error));
  g_assert_cmpint (get_key (self), ==, key);
}

/* What few orders have is there again, whether the order came alone or was edited. */
static void
test_rare_fields (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgOrder) order = zg_order_new ();
  g_autoptr(ZgOrder) read = NULL;
  g_autoptr(ZgOrder) edited = NULL;

  order->number = g_strdup ("2609221046580");
  order->kind = ZG_ORDER_SURCHARGE;
  order->belongs_to = self->order_id;
  order->gift = TRUE;
  order->discount = 500;
  order->presale = TRUE;
  order->deposit = 1000;
  order->balance_from = NOW;
  order->balance_until = NOW + ZG_TIME_DAY;
  order->closes_at = NOW + ZG_TIME_HOUR;
  g_assert_true (zg_order_table_insert (self->db, order, 0, &error));
  read = zg_order_table_load (self->db, order->id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read->kind, ==, ZG_ORDER_SURCHARGE);
  g_assert_cmpint (read->belongs_to, ==, self->order_id);
  g_assert_true (read->gift && read->presale);
  g_assert_cmpint (read->discount, ==, 500);
  g_assert_cmpint (read->deposit, ==, 1000);
  g_assert_cmpint (read->balance_from, ==, NOW);
  g_assert_cmpint (read->balance_until, ==, NOW + ZG_TIME_DAY);
  g_assert_cmpint (read->closes_at, ==, NOW + ZG_TIME_HOUR);

  read->kind = ZG_ORDER_GOODS;
  read->belongs_to = 0;
  read->closes_at = ZG_TIME_NONE;
  read->deposit = 2000;
  g_assert_true (zg_order_table_update (self->db, read, &error));
  edited = zg_order_table_load (self->db, order->id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (edited->kind, ==, ZG_ORDER_GOODS);
  g_assert_cmpint (edited->belongs_to, ==, 0);
  g_assert_cmpint (edited->closes_at, ==, ZG_TIME_NONE);
  g_assert_cmpint (edited->deposit, ==, 2000);
  g_assert_cmpint (edited->balance_until, ==, NOW + ZG_TIME_DAY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/order-desk/tick-drops", Fixture, NULL, set_up, test_tick_drops, tear_down);
  g_test_add ("/order-desk/change-is-logged", Fixture, NULL, set_up, test_change_is_logged, tear_down);
  g_test_add ("/order-desk/gate", Fixture, NULL, set_up, test_gate, tear_down);
  g_test_add ("/order-desk/hold", Fixture, NULL, set_up, test_hold, tear_down);
  g_test_add ("/order-desk/due", Fixture, NULL, set_up, test_due, tear_down);
  g_test_add ("/order-desk/computed-is-nobodys", Fixture, NULL, set_up, test_computed_is_nobodys, tear_down);
  g_test_add ("/order-desk/radar-key", Fixture, NULL, set_up, test_radar_key, tear_down);
  g_test_add ("/order-desk/rare-fields", Fixture, NULL, set_up, test_rare_fields, tear_down);
  return g_test_run ();
}

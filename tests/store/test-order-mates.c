/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shop-folder.h"
#include "zg-customer-table.h"
#include "zg-merge-radar.h"
#include "zg-order-mates.h"
#include "zg-order-parcel.h"
#include "zg-order-table.h"
#include "zg-reply-desk.h"
#include "zg-reply-table.h"
#include "zg-ship-notice.h"
#include "zg-shop-file.h"

/* What stands beside an order: its parcel, what could join it, what waits for a payment, and whether the buyer was told. */

/* 2026-09-22 14:20 in Shanghai. */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

typedef struct {
  char *folder;
  char *path;
  ZgDatabase *db;
  ZgClock *clock;
  gint64 customer_id;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr(ZgCustomer) customer = zg_customer_new ();

  self->folder = shop_folder_make (&self->path);
  self->db = zg_shop_file_open_writer (self->path, &error);
  g_assert_no_error (error);
  self->clock = zg_clock_new_fixed (NOW, zone);
  g_assert_true (zg_database_begin (self->db, &error));
  g_free (customer->call_name);
  customer->call_name = g_strdup ("王小姐");
  g_assert_true (zg_customer_table_insert (self->db, customer, NOW, 0, &error));
  self->customer_id = customer->id;
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  zg_database_rollback (self->db);
  zg_database_close (self->db);
  zg_clock_unref (self->clock);
  shop_folder_remove (self->folder);
  g_free (self->path);
}

static gint64
id_of (Fixture *self,
       char     letter)
{
  char number[2] = { letter, '\0' };
  gint64 id;

  g_assert_true (zg_order_table_find (self->db, "taobao", "s", number, &id, NULL));
  return id;
}

/* An order of the one buyer, to @detail; later letters came later. */
static void
add_order (Fixture      *self,
           char          letter,
           ZgOrderState  state,
           const char   *detail)
{
  g_autoptr(ZgOrder) order = zg_order_new ();
  g_autoptr(GError) error = NULL;

  g_free (order->platform);
  g_free (order->shop);
  order->platform = g_strdup ("taobao");
  order->shop = g_strdup ("s");
  order->number = g_strdup_printf ("%c", letter);
  order->buyer_account = g_strdup ("tb1");
  order->customer_id = self->customer_id;
  order->ordered_at = NOW - ZG_TIME_HOUR + letter;
  order->state = state;
  order->total = 10000;
  order->paid = state == ZG_ORDER_UNPAID ? 0 : 10000;
  order->address->city = g_strdup ("杭州市");
  order->address->detail = g_strdup (detail);
  order->address->disclosure = ZG_DISCLOSURE_PLAIN;
  zg_order_table_insert (self->db, order, 0, &error);
  g_assert_no_error (error);
}

static ZgOrderMates *
load_mates (Fixture *self,
            char     letter)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgOrder) order = zg_order_table_load (self->db, id_of (self, letter), &error);
  ZgOrderMates *mates = zg_order_mates_load (self->db, order, NOW, &error);

  g_assert_no_error (error);
  return mates;
}

static char *
spell (GPtrArray *orders)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < orders->len; i++)
    g_string_append (text, ((const ZgOrder *) g_ptr_array_index (orders, i))->number);
  return g_string_free (text, FALSE);
}

static void
assert_mates (Fixture    *self,
              char        letter,
              const char *parcel,
              const char *ready,
              const char *unpaid)
{
  g_autoptr(ZgOrderMates) mates = load_mates (self, letter);
  g_autofree char *in_parcel = spell (mates->parcel);
  g_autofree char *can_join = spell (mates->ready);
  g_autofree char *waits = spell (mates->unpaid);

  g_assert_cmpstr (in_parcel, ==, parcel);
  g_assert_cmpstr (can_join, ==, ready);
  g_assert_cmpstr (waits, ==, unpaid);
}

static void
test_mates (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_free);

  add_order (self, 'A', ZG_ORDER_PAID, "文三路 9 号");
  add_order (self, 'B', ZG_ORDER_PACKED, "文三路 9 号");
  add_order (self, 'C', ZG_ORDER_UNPAID, "文三路 9 号");
  add_order (self, 'D', ZG_ORDER_UNPAID, "文三路 9 号");
  add_order (self, 'E', ZG_ORDER_PAID, "文三路 10 号");
  add_order (self, 'F', ZG_ORDER_SHIPPED, "文三路 9 号");

  assert_mates (self, 'A', "", "B", "CD");
  assert_mates (self, 'B', "", "A", "CD");
  assert_mates (self, 'C', "", "", "ABD");
  assert_mates (self, 'E', "", "", "");
  assert_mates (self, 'F', "", "", "");

  /* What is to go apart is named no more, from either side. */
  g_assert_true (zg_merge_radar_set_apart (self->db, id_of (self, 'A'), id_of (self, 'C'), TRUE, 0, NOW, NULL));
  assert_mates (self, 'A', "", "B", "D");
  assert_mates (self, 'C', "", "", "BD");

  g_ptr_array_add (orders, zg_order_table_load (self->db, id_of (self, 'A'), NULL));
  g_ptr_array_add (orders, zg_order_table_load (self->db, id_of (self, 'B'), NULL));
  g_assert_cmpint (zg_order_parcel_merge (self->db, orders, ZG_POSTAGE_COMPUTED, 0, NOW, NULL), !=, 0);
  assert_mates (self, 'A', "B", "", "D");
  assert_mates (self, 'B', "A", "", "CD");
}

static gint64
add_reply (Fixture    *self,
           const char *title,
           const char *body,
           guint       stages,
           gint64      n_uses)
{
  g_autoptr(ZgReply) reply = zg_reply_new ();
  g_autoptr(GError) error = NULL;

  reply->group_id = zg_reply_table_ensure_group (self->db, "常用", &error);
  reply->title = g_strdup (title);
  reply->body = g_strdup (body);
  reply->stages = stages;
  g_assert_true (zg_reply_table_insert (self->db, reply, NOW, &error));
  for (gint64 i = 0; i < n_uses; i++)
    g_assert_true (zg_reply_table_note_use (self->db, reply->id, NOW, &error));
  return reply->id;
}

static gboolean
is_unannounced (Fixture *self)
{
  g_autoptr(ZgOrderMates) mates = load_mates (self, 'A');

  return mates->is_unannounced;
}

static void
set_shipped (Fixture    *self,
             ZgTime      at,
             const char *tracking)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *sql = g_strdup_printf ("UPDATE shop_order SET shipped_at = %" G_GINT64_FORMAT ", tracking = '%s'", at, tracking);

  g_assert_true (zg_database_exec (self->db, sql, &error));
}

static gint64
copy (Fixture    *self,
      gint64      reply_id,
      const char *text)
{
  g_autoptr(ZgReply) reply = zg_reply_table_load (self->db, reply_id, NULL);

  return zg_reply_desk_log_copy (self->db, reply, self->customer_id, id_of (self, 'A'), text, 0, NOW, NULL);
}

/* Told is who got a text of that stage since, or one with the number. */
static void
test_announced (Fixture       *self,
                gconstpointer  data)
{
  gint64 hello = add_reply (self, "问好", "您好", 1u << ZG_STAGE_GREETING, 0);
  gint64 sent = add_reply (self, "已发货", "发出了", 1u << ZG_STAGE_SHIPPING, 0);
  gint64 contact_id;

  add_order (self, 'A', ZG_ORDER_SHIPPED, "文三路 9 号");
  set_shipped (self, NOW - ZG_TIME_HOUR, "YT77");
  g_assert_true (is_unannounced (self));
  copy (self, hello, "您好");
  g_assert_true (is_unannounced (self));
  contact_id = copy (self, sent, "发出了");
  g_assert_false (is_unannounced (self));
  g_assert_true (zg_reply_desk_undo_copy (self->db, contact_id, self->customer_id, NULL));
  g_assert_true (is_unannounced (self));
  copy (self, hello, "单号 YT77");
  g_assert_false (is_unannounced (self));

  /* What was said before it left told nothing, and of what left long ago nobody is reminded. */
  set_shipped (self, NOW + ZG_TIME_HOUR, "YT77");
  g_assert_true (is_unannounced (self));
  set_shipped (self, NOW - 8 * ZG_TIME_DAY, "YT78");
  g_assert_false (is_unannounced (self));
}

static char *
make_notice (Fixture  *self,
             GError  **error)
{
  g_autoptr(ZgOrderText) notice = zg_ship_notice_make (self->db, id_of (self, 'A'), 0, self->clock, error);

  return notice != NULL ? g_strdup (notice->fill->text) : NULL;
}

/* Of those that tell the number and ask for nothing, the one that is used most. */
static void
test_notice (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  add_order (self, 'A', ZG_ORDER_SHIPPED, "文三路 9 号");
  set_shipped (self, NOW, "YT77");
  add_reply (self, "洗护", "冷水手洗", 1u << ZG_STAGE_SHIPPING, 9);
  add_reply (self, "查物流", "{运单号} 到了{?到哪里}", 1u << ZG_STAGE_SHIPPING, 9);
  add_reply (self, "售后", "{运单号}", 1u << ZG_STAGE_AFTER_SALE, 9);
  g_assert_null (make_notice (self, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  add_reply (self, "少用", "少用 {运单号}", 1u << ZG_STAGE_SHIPPING, 1);
  text = make_notice (self, &error);
  g_assert_cmpstr (text, ==, "少用 YT77");
  add_reply (self, "常用", "{称呼}，单号 {运单号}", 1u << ZG_STAGE_SHIPPING, 2);
  again = make_notice (self, &error);
  g_assert_cmpstr (again, ==, "王小姐，单号 YT77");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/order-mates/mates", Fixture, NULL, set_up, test_mates, tear_down);
  g_test_add ("/order-mates/announced", Fixture, NULL, set_up, test_announced, tear_down);
  g_test_add ("/order-mates/notice", Fixture, NULL, set_up, test_notice, tear_down);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shop-folder.h"
#include "zg-customer-table.h"
#include "zg-error.h"
#include "zg-order-table.h"
#include "zg-order-text.h"
#include "zg-reply-table.h"
#include "zg-shop-file.h"

/* The text that reads an order back: which reply, which of its wordings, and for whom. */

#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

typedef struct {
  char *folder;
  char *path;
  ZgDatabase *db;
  ZgClock *clock;
  gint64 customer_id;
  gint64 order_id;
} Fixture;

static void
insert_people (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgCustomer) customer = zg_customer_new ();
  g_autoptr(ZgOrder) order = zg_order_new ();

  g_free (customer->call_name);
  customer->call_name = g_strdup ("王小姐");
  zg_customer_table_insert (self->db, customer, NOW, 0, &error);
  g_assert_no_error (error);
  self->customer_id = customer->id;

  g_free (order->platform);
  order->platform = g_strdup ("taobao");
  g_free (order->number);
  order->number = g_strdup ("2026092200001579");
  order->customer_id = customer->id;
  zg_order_table_insert (self->db, order, 0, &error);
  g_assert_no_error (error);
  self->order_id = order->id;
}

static void
insert_reply (Fixture    *self,
              const char *title,
              const char *body,
              const char *other_body,
              gboolean    favourite)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgReply) reply = zg_reply_new ();

  g_free (reply->title);
  reply->title = g_strdup (title);
  g_free (reply->body);
  reply->body = g_strdup (body);
  if (other_body != NULL)
    g_ptr_array_add (reply->variants, g_strdup (other_body));
  reply->stages = 1u << ZG_STAGE_CONFIRMATION;
  reply->favourite = favourite;
  reply->group_id = zg_reply_table_ensure_group (self->db, "核对订单", &error);
  g_assert_no_error (error);
  zg_reply_table_insert (self->db, reply, NOW, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->folder = shop_folder_make (&self->path);
  self->db = zg_shop_file_open_writer (self->path, &error);
  g_assert_no_error (error);
  g_assert_true (zg_database_begin (self->db, &error));
  self->clock = zg_clock_new_fixed (NOW, NULL);
  insert_people (self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_true (zg_database_commit (self->db, NULL));
  zg_database_close (self->db);
  zg_clock_unref (self->clock);
  shop_folder_remove (self->folder);
  g_free (self->path);
}

static void
assert_read_back (Fixture    *self,
                  const char *text,
                  guint       n_missing)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgOrderText) read_back = zg_order_text_make (self->db, self->order_id, ZG_STAGE_CONFIRMATION, NULL, 0, self->clock, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (read_back->fill->text, ==, text);
  g_assert_cmpuint (read_back->fill->missing->len, ==, n_missing);
  g_assert_cmpint (read_back->customer_id, ==, self->customer_id);
  g_assert_cmpstr (read_back->call_name, ==, "王小姐");
}

static void
test_none (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (zg_order_text_make (self->db, self->order_id, ZG_STAGE_CONFIRMATION, NULL, 0, self->clock, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
}

static void
test_favourite (Fixture       *self,
                gconstpointer  data)
{
  insert_reply (self, "核对", "{称呼}，请核对", NULL, FALSE);
  assert_read_back (self, "王小姐，请核对", 0);
  insert_reply (self, "核对地址", "{称呼}，地址对吗", NULL, TRUE);
  assert_read_back (self, "王小姐，地址对吗", 0);
}

/* One key reads back: a wording that asks for something gives way to one that does not. */
static void
test_whole (Fixture       *self,
            gconstpointer  data)
{
  insert_reply (self, "核对", "{称呼}，用 {?包装:纸箱|袋子} 发", "{称呼}，请核对", FALSE);
  assert_read_back (self, "王小姐，请核对", 0);
}

/* Where all of them ask, the one whose turn it is does. */
static void
test_asking (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgOrderText) read_back = NULL;

  insert_reply (self, "核对", "{称呼}，用 {?包装:纸箱|袋子} 发", "{称呼}，发 {?快递} 可以吗", FALSE);
  read_back = zg_order_text_make (self->db, self->order_id, ZG_STAGE_CONFIRMATION, NULL, 0, self->clock, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read_back->fill->missing->len, ==, 1);
  g_assert_cmpstr (((const ZgMissing *) g_ptr_array_index (read_back->fill->missing, 0))->name, ==, "包装");
}

#define ADD(name, func) g_test_add ("/read-back/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("none", test_none);
  ADD ("favourite", test_favourite);
  ADD ("whole", test_whole);
  ADD ("asking", test_asking);
  return g_test_run ();
}

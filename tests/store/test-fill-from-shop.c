/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shop-folder.h"
#include "zg-customer-table.h"
#include "zg-error.h"
#include "zg-fill-context.h"
#include "zg-order-table.h"
#include "zg-shop-file.h"

/* Whom and what a reply is filled from, as the shop file has it: the right customer, the right clerk, or nothing. */

/* 2026-09-22 14:20 in Shanghai. */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

typedef struct {
  char *folder;
  ZgDatabase *db;
  ZgClock *clock;
  gint64 on_duty;
  gint64 other_clerk;
  gint64 customer;
  gint64 other_customer;
  gint64 order;                 /* of the customer */
  gint64 nobodys_order;
} Fixture;

static gint64
insert_customer (Fixture    *self,
                 const char *name)
{
  g_autoptr(ZgCustomer) customer = zg_customer_new ();
  g_autoptr(GError) error = NULL;

  zg_personal_set (&customer->name, name);
  zg_customer_table_insert (self->db, customer, NOW, 0, &error);
  g_assert_no_error (error);
  return customer->id;
}

static gint64
insert_order (Fixture    *self,
              const char *number,
              gint64      customer_id)
{
  g_autoptr(ZgOrder) order = zg_order_new ();
  g_autoptr(GError) error = NULL;

  order->number = g_strdup (number);
  order->customer_id = customer_id;
  zg_order_table_insert (self->db, order, 0, &error);
  g_assert_no_error (error);
  return order->id;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = shop_folder_make (&path);
  self->clock = zg_clock_new_fixed (NOW, zg_time_zone_china ());
  self->db = zg_shop_file_open_writer (path, &error);
  g_assert_no_error (error);

  g_assert_true (zg_database_begin (self->db, &error));
  self->other_clerk = zg_shop_table_insert_staff (self->db, "小周", "03", &error);
  self->on_duty = zg_shop_table_insert_staff (self->db, "小陈", "02", &error);
  g_assert_true (zg_shop_table_set_clerk (self->db, self->on_duty, &error));
  g_assert_true (zg_shop_table_set_setting (self->db, ZG_SETTING_SHOP_NAME, "青禾小铺", &error));
  g_assert_true (zg_shop_table_set_setting (self->db, ZG_SETTING_CUT_OFF, "15:00", &error));
  self->customer = insert_customer (self, "王晓雯");
  self->other_customer = insert_customer (self, "李别人");
  self->order = insert_order (self, "2609221046579", self->customer);
  self->nobodys_order = insert_order (self, "2609221046580", 0);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  zg_database_rollback (self->db);
  zg_database_close (self->db);
  zg_clock_unref (self->clock);
  shop_folder_remove (self->folder);
}

static void
expect (Fixture    *self,
        gint64      customer_id,
        gint64      order_id,
        gint64      staff_id,
        const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgFillContext) context = zg_fill_context_load (self->db, customer_id, order_id, staff_id, self->clock, &error);
  g_autoptr(ZgFill) fill = NULL;

  g_assert_no_error (error);
  g_assert_false (context->is_sample);
  fill = zg_fill_context_fill (context, "{客户|亲} {订单号|-} {店铺} {客服|-} {工号|-} {距截单}", NULL);
  g_assert_cmpuint (fill->missing->len, ==, 0);
  g_assert_cmpstr (fill->text, ==, text);
}

static void
test_customer (Fixture       *self,
               gconstpointer  data)
{
  expect (self, 0, 0, 0, "亲 - 青禾小铺 小陈 02 40 minutes");
  expect (self, self->customer, 0, 0, "王晓雯 - 青禾小铺 小陈 02 40 minutes");
  expect (self, self->customer, self->order, 0, "王晓雯 2609221046579 青禾小铺 小陈 02 40 minutes");
  /* Nobody was named: it is for whom the order is. */
  expect (self, 0, self->order, 0, "王晓雯 2609221046579 青禾小铺 小陈 02 40 minutes");
  /* An order of which nobody knows whose it is may be anybody's. */
  expect (self, self->other_customer, self->nobodys_order, 0, "李别人 2609221046580 青禾小铺 小陈 02 40 minutes");
  expect (self, 0, self->nobodys_order, 0, "亲 2609221046580 青禾小铺 小陈 02 40 minutes");
}

static void
test_clerk (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  expect (self, 0, 0, self->other_clerk, "亲 - 青禾小铺 小周 03 40 minutes");
  /* Somebody who does not work here any more: then it is who is on duty who says it, if there is one. */
  expect (self, 0, 0, 99, "亲 - 青禾小铺 小陈 02 40 minutes");
  g_assert_true (zg_database_exec (self->db, "DELETE FROM setting WHERE key = '" ZG_SETTING_CLERK "'", &error));
  g_assert_true (zg_database_exec (self->db, "DELETE FROM staff", &error));
  expect (self, 0, 0, 0, "亲 - 青禾小铺 - - 40 minutes");
}

static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  const struct {
    gint64 customer_id;
    gint64 order_id;
    GQuark domain;
    int code;
  } rows[] = {
    { self->other_customer, self->order, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED },
    { 99, 0, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND },
    { 99, self->nobodys_order, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND },
    { self->customer, 99, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (zg_fill_context_load (self->db, rows[i].customer_id, rows[i].order_id, 0, self->clock, &error));
      g_assert_error (error, rows[i].domain, rows[i].code);
    }
}

/* A preview without a customer: what is the shop's is real, all else is the example, and faces are WeChat's. */
static void
test_sample (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgFillContext) context = zg_fill_context_load_sample (self->db, self->other_clerk, self->clock, &error);
  g_autoptr(ZgFill) fill = NULL;

  g_assert_no_error (error);
  g_assert_true (context->is_sample);
  fill = zg_fill_context_fill (context, "{客户} {店铺} {客服} {距截单}{表情:微笑}", NULL);
  g_assert_cmpuint (fill->missing->len, ==, 0);
  g_assert_cmpstr (fill->text, ==, "Jane Sample 青禾小铺 小周 40 minutes[微笑]");
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/fill-from-shop/customer", test_customer);
  add ("/fill-from-shop/clerk", test_clerk);
  add ("/fill-from-shop/refused", test_refused);
  add ("/fill-from-shop/sample", test_sample);
  return g_test_run ();
}

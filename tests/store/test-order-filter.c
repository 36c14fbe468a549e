/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shop-folder.h"
#include "zg-filtered-orders.h"
#include "zg-order-table.h"
#include "zg-shop-file.h"
#include "zg-shop-table.h"

/* Which orders each term of a filter lets through, by numbers that say what they are. */

/* 2026-09-22 14:20 in Shanghai */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

typedef struct {
  char *folder;
  char *path;
  ZgDatabase *db;
  ZgClock *clock;
} Fixture;

/* Each has one thing that the plain one has not. */
static const struct {
  const char *number;
  ZgOrderState state;
  int flag;
  ZgHold holds;
  const char *courier;
  const char *platform;
  const char *shop;
  int days_ago;
  ZgTime ship_by;
  gboolean confirmed;
  int n_open_cases;
  gint64 paid;
  gboolean partly_shipped;
  const char *note;
} orders[] = {
  { "plain", ZG_ORDER_PAID, .courier = "圆通", .paid = 100, .confirmed = TRUE },
  { "unpaid", ZG_ORDER_UNPAID, .courier = "圆通" },
  { "deposit", ZG_ORDER_UNPAID, .courier = "圆通", .paid = 30 },
  { "packed", ZG_ORDER_PACKED, .courier = "圆通", .paid = 100 },
  { "done", ZG_ORDER_COMPLETED, .courier = "圆通", .paid = 100, .days_ago = 40, .confirmed = TRUE },
  { "closed", ZG_ORDER_CLOSED, .courier = "圆通", .days_ago = 3 },
  { "red", ZG_ORDER_PAID, .flag = 1, .courier = "圆通", .paid = 100 },
  { "refund", ZG_ORDER_PAID, .holds = ZG_HOLD_REFUND, .courier = "圆通", .paid = 100 },
  { "presale", ZG_ORDER_PAID, .holds = ZG_HOLD_PRESALE, .courier = "圆通", .paid = 100 },
  { "no-courier", ZG_ORDER_PAID, .courier = "", .paid = 100 },
  { "sf", ZG_ORDER_PAID, .courier = "顺丰", .paid = 100 },
  { "douyin", ZG_ORDER_PAID, .courier = "圆通", .platform = "douyin", .shop = "二店", .paid = 100 },
  { "late", ZG_ORDER_PAID, .courier = "圆通", .ship_by = NOW - 1, .paid = 100 },
  { "tonight", ZG_ORDER_PAID, .courier = "圆通", .ship_by = NOW + 9 * ZG_TIME_HOUR, .paid = 100 },
  { "tomorrow", ZG_ORDER_PAID, .courier = "圆通", .ship_by = NOW + 10 * ZG_TIME_HOUR, .paid = 100 },
  { "next-week", ZG_ORDER_PACKED, .courier = "圆通", .ship_by = NOW + 8 * ZG_TIME_DAY, .paid = 100 },
  { "case", ZG_ORDER_SHIPPED, .courier = "圆通", .n_open_cases = 1, .paid = 100 },
  { "partly", ZG_ORDER_PAID, .courier = "圆通", .partly_shipped = TRUE, .paid = 100 },
  { "noted", ZG_ORDER_PAID, .courier = "圆通", .paid = 100, .note = "要礼品袋" },
};

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GTimeZone) zone = zg_time_zone_china ();

  self->folder = shop_folder_make (&self->path);
  self->db = zg_shop_file_open_writer (self->path, &error);
  g_assert_no_error (error);
  g_assert_true (zg_database_begin (self->db, &error));
  self->clock = zg_clock_new_fixed (NOW, zone);
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr(ZgOrder) order = zg_order_new ();
      g_autofree char *more = g_strdup_printf ("UPDATE shop_order SET n_open_cases = %d, partly_shipped = %d WHERE number = '%s'",
                                               orders[i].n_open_cases, orders[i].partly_shipped, orders[i].number);

      order->number = g_strdup (orders[i].number);
      if (orders[i].platform != NULL)
        {
          g_free (order->platform);
          order->platform = g_strdup (orders[i].platform);
        }
      g_free (order->shop);
      order->shop = g_strdup (orders[i].shop != NULL ? orders[i].shop : "");
      order->state = orders[i].state;
      order->flag = orders[i].flag;
      order->holds = orders[i].holds;
      order->courier = g_strdup (orders[i].courier);
      order->ordered_at = NOW - orders[i].days_ago * ZG_TIME_DAY - (ZgTime) i * ZG_TIME_SECOND;
      order->paid_at = orders[i].paid > 0 ? order->ordered_at : ZG_TIME_NONE;
      order->ship_by = orders[i].ship_by != 0 ? orders[i].ship_by : ZG_TIME_NONE;
      order->confirmed_at = orders[i].confirmed ? NOW : ZG_TIME_NONE;
      order->total = 100;
      order->paid = orders[i].paid;
      order->buyer_note = g_strdup (orders[i].note);
      g_assert_true (zg_order_table_insert (self->db, order, 0, &error));
      g_assert_true (zg_database_exec (self->db, more, &error));
      g_assert_no_error (error);
    }
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

/* The numbers of the orders, in the order of the list. */
static char *
list (Fixture     *self,
      const char  *text,
      ZgOrderSort  sort,
      gboolean     descending)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgOrderFilter) filter = zg_order_filter_parse (text, &error);
  g_autoptr(GArray) ids = zg_filtered_orders_list (self->db, filter, sort, descending, self->clock, &error);
  GString *numbers = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(ZgOrder) order = zg_order_table_load (self->db, g_array_index (ids, gint64, i), NULL);

      g_string_append_printf (numbers, "%s%s", i > 0 ? " " : "", order->number);
    }
  return g_string_free (numbers, FALSE);
}

static void
test_terms (Fixture       *self,
            gconstpointer  data)
{
  static const struct {
    const char *text;
    const char *numbers;
  } cases[] = {
    { "state:unpaid", "unpaid deposit" },
    { "state:packed,shipped", "packed next-week case" },
    { "state:completed,closed", "closed done" },
    { "state:unpaid,closed", "unpaid deposit closed" },
    { "flag:red", "red" },
    { "flag:red,none state:packed", "packed next-week" },
    { "hold:any", "refund presale" },
    { "hold:refund", "refund" },
    { "hold:presale,case", "presale" },
    { "courier:\"\"", "no-courier" },
    { "courier:顺丰", "sf" },
    { "courier:顺", "" },
    { "platform:douyin", "douyin" },
    { "shop:二店", "douyin" },
    { "ordered:..2026-09-21", "closed done" },
    { "ordered:2026-09-19..2026-09-21", "closed" },
    { "ordered:2026-09-19", "closed" },
    { "deadline:late", "late" },
    { "deadline:today", "late tonight" },
    { "deadline:tomorrow", "late tonight tomorrow" },
    { "deadline:week state:packed", "packed" },
    { "confirmed:yes", "plain done" },
    { "confirmed:no state:packed", "packed next-week" },
    { "case", "case" },
    { "partly", "deposit partly" },
    { "parcel", "" },
    { "noted", "noted" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *numbers = list (self, cases[i].text, ZG_ORDER_SORT_ORDERED, TRUE);

      if (g_strcmp0 (numbers, cases[i].numbers) != 0)
        g_error ("%s: %s instead of %s", cases[i].text, numbers, cases[i].numbers);
    }
}

/* Without a deadline of the platform it is the shop's, so many hours after the payment. */
static void
test_house_deadline (Fixture       *self,
                     gconstpointer  data)
{
  g_autofree char *before = list (self, "deadline:today courier:\"\"", ZG_ORDER_SORT_ORDERED, TRUE);
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "");
  g_assert_true (zg_shop_table_set_setting (self->db, ZG_SETTING_SHIP_HOURS, "9", NULL));
  after = list (self, "deadline:today courier:\"\"", ZG_ORDER_SORT_ORDERED, TRUE);
  g_assert_cmpstr (after, ==, "no-courier");
}

static void
test_sorts (Fixture       *self,
            gconstpointer  data)
{
  static const struct {
    const char *text;
    ZgOrderSort sort;
    gboolean descending;
    const char *numbers;
  } cases[] = {
    /* What is to be shipped comes first, by its deadline. */
    { "state:packed,shipped", ZG_ORDER_SORT_DEADLINE, FALSE, "packed next-week case" },
    { "state:packed,shipped", ZG_ORDER_SORT_DEADLINE, TRUE, "next-week packed case" },
    { "state:packed,unpaid", ZG_ORDER_SORT_STATE, FALSE, "unpaid deposit packed next-week" },
    { "state:packed,unpaid", ZG_ORDER_SORT_STATE, TRUE, "packed next-week unpaid deposit" },
    { "state:paid flag:none confirmed:no ordered:2026-09-22 courier:顺丰", ZG_ORDER_SORT_COURIER, FALSE, "sf" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *numbers = list (self, cases[i].text, cases[i].sort, cases[i].descending);

      g_assert_cmpstr (numbers, ==, cases[i].numbers);
    }
}

/* Orders without a courier stand behind those with one, whichever way the list is turned. */
static void
test_sort_by_courier (Fixture       *self,
                      gconstpointer  data)
{
  g_autofree char *up = list (self, "", ZG_ORDER_SORT_COURIER, FALSE);
  g_autofree char *down = list (self, "", ZG_ORDER_SORT_COURIER, TRUE);

  g_assert_true (g_str_has_suffix (up, " no-courier"));
  g_assert_true (g_str_has_suffix (down, " no-courier"));
}

/* Hits of a search stay in their order and are let through up to the limit. */
static void
test_keep (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(ZgOrderFilter) filter = zg_order_filter_parse ("state:paid courier:圆通", NULL);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;

  for (gint64 id = 19; id > 0; id--)
    g_array_append_val (ids, id);
  g_assert_true (zg_filtered_orders_keep (self->db, filter, self->clock, 3, ids, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, 19);
  g_assert_cmpint (g_array_index (ids, gint64, 1), ==, 18);
  g_assert_cmpint (g_array_index (ids, gint64, 2), ==, 15);
}

static void
test_choices (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) couriers = zg_filtered_orders_list_couriers (self->db, NULL);
  g_autoptr(GPtrArray) platforms = zg_filtered_orders_list_platforms (self->db, NULL);

  g_assert_cmpuint (couriers->len, ==, 2);
  g_assert_cmpstr (couriers->pdata[0], ==, "圆通");
  g_assert_cmpstr (couriers->pdata[1], ==, "顺丰");
  g_assert_cmpuint (platforms->len, ==, 2);
  g_assert_cmpstr (platforms->pdata[1], ==, "douyin");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/order-filter/terms", Fixture, NULL, set_up, test_terms, tear_down);
  g_test_add ("/order-filter/house-deadline", Fixture, NULL, set_up, test_house_deadline, tear_down);
  g_test_add ("/order-filter/sorts", Fixture, NULL, set_up, test_sorts, tear_down);
  g_test_add ("/order-filter/sort-by-courier", Fixture, NULL, set_up, test_sort_by_courier, tear_down);
  g_test_add ("/order-filter/keep", Fixture, NULL, set_up, test_keep, tear_down);
  g_test_add ("/order-filter/choices", Fixture, NULL, set_up, test_choices, tear_down);

  return g_test_run ();
}

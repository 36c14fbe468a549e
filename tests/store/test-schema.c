/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shop-folder.h"
#include "zg-customer-table.h"
#include "zg-order-table.h"
#include "zg-reply-table.h"
#include "zg-schema.h"
#include "zg-search-rebuild.h"
#include "zg-shop-file.h"
#include "zg-statement.h"

/* Files of every form that was released come to the newest one with all that is in them, or stay as they were. */

typedef struct {
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = shop_folder_make (&self->path);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  shop_folder_remove (self->folder);
  g_free (self->path);
}

static void
run (ZgDatabase *db,
     const char *sql)
{
  g_autoptr(GError) error = NULL;

  zg_database_exec (db, sql, &error);
  g_assert_no_error (error);
}

static gint64
ask (ZgDatabase *db,
     const char *sql)
{
  g_autoptr(GError) error = NULL;
  gint64 value = -1;

  zg_database_query_int64 (db, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

/* A shop file as the first release wrote it. */
static void
make_first_form (Fixture    *self,
                 const char *more_sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDatabase) db = zg_database_open (self->path, ZG_DATABASE_WRITER, &error);
  g_autofree char *sql = zg_schema_load_sql ("migrations/0001.sql");

  g_assert_no_error (error);
  g_assert_true (zg_database_begin (db, &error));
  run (db, sql);
  g_assert_true (zg_search_rebuild_create (db, &error));
  g_assert_no_error (error);
  run (db, "PRAGMA application_id = 0x5a475348; PRAGMA user_version = 1;"
           "INSERT INTO reply_group (uid, name, position) VALUES ('g', '问候', 0);"
           "INSERT INTO reply (uid, group_id, position, title, shortcode, body, starter, use_count, created_at, updated_at)"
           " VALUES ('a', 1, 0, '您好', 'nh', '{称呼|亲}，您好', '', 7, 11, 12),"
           "        ('b', 1, 1, '请稍等', 'qsd', '请稍等', 'zh_CN/busy-wait', 0, 11, 12);"
           "INSERT INTO reply_variant VALUES (1, 0, '在的')");
  if (more_sql != NULL)
    run (db, more_sql);
  g_assert_true (zg_database_commit (db, &error));
  g_assert_no_error (error);
}

static void
test_upgrade (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDatabase) db = NULL;
  g_autoptr(ZgDatabase) copy = NULL;
  g_autofree char *copy_path = g_strconcat (self->path, ".before-form-2", NULL);
  g_autoptr(GPtrArray) replies = NULL;
  const ZgReply *reply;

  make_first_form (self, NULL);
  db = zg_shop_file_open_writer (self->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (db, "PRAGMA user_version"), ==, zg_schema_get_newest_version ());

  replies = zg_reply_table_load_all (db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (replies->len, ==, 2);
  reply = replies->pdata[0];
  g_assert_cmpstr (reply->body, ==, "{称呼|亲}，您好");
  g_assert_cmpstr (reply->variants->pdata[0], ==, "在的");
  g_assert_cmpint (reply->use_count, ==, 7);
  g_assert_cmpint (reply->created_at, ==, 11);
  g_assert_cmpint (reply->updated_at, ==, 12);
  g_assert_cmpint (reply->valid_from, ==, ZG_TIME_NONE);
  g_assert_cmpint (reply->valid_until, ==, ZG_TIME_NONE);
  g_assert_cmpint (reply->owner_id, ==, 0);
  g_assert_cmpint (reply->picture_id, ==, 0);
  g_assert_false (reply->starts_wait);
  reply = replies->pdata[1];
  g_assert_true (reply->starts_wait);

  /* The copy is the file as it was. */
  copy = zg_database_open (copy_path, ZG_DATABASE_WRITER, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (copy, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (ask (copy, "SELECT count(*) FROM reply"), ==, 2);
  g_assert_cmpint (ask (copy, "SELECT count(*) FROM pragma_table_info ('reply') WHERE name = 'owner_id'"), ==, 0);
}

/* The second form was released as well: its customers come over with nothing known of what is new. */
static void
test_upgrade_customers (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDatabase) db = NULL;
  g_autoptr(ZgCustomer) customer = NULL;
  g_autofree char *second = zg_schema_load_sql ("migrations/0002.sql");
  g_autofree char *sql = g_strconcat (second,
    "PRAGMA user_version = 2;"
    "INSERT INTO customer (uid, created_at, updated_at, name, name_disclosure, level) VALUES ('c', 1, 2, '王晓雯', 4, '金卡');"
    "INSERT INTO tag (name) VALUES ('老客');"
    "INSERT INTO customer_tag VALUES (1, 1);"
    "INSERT INTO contact (uid, at, kind, customer_id) VALUES ('d', 3, 0, 1)", NULL);

  make_first_form (self, sql);
  db = zg_shop_file_open_writer (self->path, &error);
  g_assert_no_error (error);
  customer = zg_customer_table_load (db, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (customer->name.text, ==, "王晓雯");
  g_assert_cmpstr (customer->level, ==, "金卡");
  g_assert_cmpstr (customer->tags->pdata[0], ==, "老客");
  g_assert_cmpint (ask (db, "SELECT count(*) FROM customer WHERE birthday = '' AND birthday_day IS NULL AND height = 0 "
                            "AND consent = 0 AND type = ''"), ==, 1);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM tag WHERE colour = ''"), ==, 1);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM contact WHERE marketing = 0"), ==, 1);
}

/* The third form was released as well: timelines get another index, and lose nothing. */
static void
test_upgrade_timelines (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDatabase) db = NULL;
  g_autofree char *second = zg_schema_load_sql ("migrations/0002.sql");
  g_autofree char *third = zg_schema_load_sql ("migrations/0003.sql");
  g_autofree char *sql = g_strconcat (second, third,
    "PRAGMA user_version = 3;"
    "INSERT INTO customer (uid, created_at, updated_at, name, name_disclosure) VALUES ('c', 1, 2, '王晓雯', 4);"
    "INSERT INTO contact (uid, at, kind, customer_id, marketing) VALUES ('d', 3, 0, 1, 1)", NULL);

  make_first_form (self, sql);
  db = zg_shop_file_open_writer (self->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (db, "PRAGMA user_version"), ==, zg_schema_get_newest_version ());
  g_assert_cmpint (ask (db, "SELECT count(*) FROM contact WHERE marketing = 1"), ==, 1);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM pragma_index_info ('contact_by_customer') WHERE name = 'kind'"), ==, 1);
}

/* The fourth form was released as well: orders come over as ordinary ones, and the radar finds those that wait. */
static void
test_upgrade_orders (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDatabase) db = NULL;
  g_autoptr(ZgOrder) order = NULL;
  g_autofree char *second = zg_schema_load_sql ("migrations/0002.sql");
  g_autofree char *third = zg_schema_load_sql ("migrations/0003.sql");
  g_autofree char *fourth = zg_schema_load_sql ("migrations/0004.sql");
  g_autofree char *sql = g_strconcat (second, third, fourth,
    "PRAGMA user_version = 4;"
    "INSERT INTO shop_order (id, uid, platform, number, number_reversed, state, total, buyer_account, province, city, district, "
    "detail, address_disclosure) "
    "VALUES (1, 'a', 'taobao', '1', '1', 1, 4200, 'kuku', '浙江省', '杭州市', '西湖区', '文三路 100 号', 4),"
    "       (2, 'b', 'taobao', '2', '2', 2, 100, 'kuku', '浙江省', '杭州市', '西湖区', '文三路100号', 4),"
    "       (3, 'c', 'taobao', '3', '3', 1, 100, '', '浙江省', '杭州市', '西湖区', '文三路100号', 4),"
    "       (4, 'd', 'taobao', '4', '4', 5, 100, 'kuku', '浙江省', '杭州市', '西湖区', '文三路100号', 4);", NULL);

  make_first_form (self, sql);
  db = zg_shop_file_open_writer (self->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (db, "PRAGMA user_version"), ==, zg_schema_get_newest_version ());
  order = zg_order_table_load (db, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (order->total, ==, 4200);
  g_assert_cmpint (order->kind, ==, ZG_ORDER_GOODS);
  g_assert_cmpint (order->n_open_cases, ==, 0);
  g_assert_null (order->chase_cause);
  g_assert_cmpint (ask (db, "SELECT a.radar_key = b.radar_key FROM shop_order AS a, shop_order AS b WHERE a.id = 1 AND b.id = 2"),
                   ==, 1);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM shop_order WHERE id IN (3, 4) AND radar_key IS NULL"), ==, 2);
}

static char *
describe (ZgDatabase *db)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT name, sql FROM sqlite_schema ORDER BY name", &error);
  gboolean has_row = TRUE;

  g_assert_no_error (error);
  while (zg_statement_step (statement, &has_row, &error) && has_row)
    g_string_append_printf (text, "%s: %s\n", zg_statement_get_text (statement, 0), zg_statement_get_text (statement, 1));
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_same_as_fresh (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDatabase) upgraded = NULL;
  g_autoptr(ZgDatabase) fresh = NULL;
  g_autofree char *fresh_path = g_build_filename (self->folder, "fresh.db", NULL);
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  make_first_form (self, NULL);
  upgraded = zg_shop_file_open_writer (self->path, &error);
  g_assert_no_error (error);
  fresh = zg_shop_file_open_writer (fresh_path, &error);
  g_assert_no_error (error);
  one = describe (upgraded);
  other = describe (fresh);
  g_assert_cmpstr (one, ==, other);
}

/* A step that can't be made leaves the file as it was, and there is a copy of it beside. */
static void
test_failing_upgrade (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDatabase) db = NULL;

  make_first_form (self, "CREATE TABLE waiting (id INTEGER) STRICT");
  g_assert_null (zg_shop_file_open_writer (self->path, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  db = zg_database_open (self->path, ZG_DATABASE_WRITER, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (db, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM sqlite_schema WHERE name = 'picture'"), ==, 0);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM pragma_table_info ('reply') WHERE name = 'owner_id'"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/schema/upgrade", Fixture, NULL, set_up, test_upgrade, tear_down);
  g_test_add ("/schema/upgrade-customers", Fixture, NULL, set_up, test_upgrade_customers, tear_down);
  g_test_add ("/schema/upgrade-timelines", Fixture, NULL, set_up, test_upgrade_timelines, tear_down);
  g_test_add ("/schema/upgrade-orders", Fixture, NULL, set_up, test_upgrade_orders, tear_down);
  g_test_add ("/schema/same-as-fresh", Fixture, NULL, set_up, test_same_as_fresh, tear_down);
  g_test_add ("/schema/failing-upgrade", Fixture, NULL, set_up, test_failing_upgrade, tear_down);
  return g_test_run ();
}

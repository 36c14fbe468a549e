/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shop-folder.h"
#include "zg-importer.h"
#include "zg-order-desk.h"
#include "zg-order-table.h"
#include "zg-reply-edit.h"
#include "zg-reply-importer.h"

/* An import that is taken back after others have gone on working in the shop. */

/* 2026-09-22 14:20 in Shanghai. */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

#define LIST_HEADER "订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址 ,联系手机,订单创建时间,宝贝标题 ,店铺名称\r\n"
#define LINE_HEADER "订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码\r\n"

typedef struct {
  char *folder;
  char *shop_path;
  ZgStore *store;
  ZgClock *clock;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");

  self->folder = shop_folder_make (&self->shop_path);
  self->clock = zg_clock_new_fixed (NOW, zone);
  self->store = zg_store_open (self->shop_path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  zg_store_close (self->store);
  g_clear_object (&self->store);
  zg_clock_unref (self->clock);
  shop_folder_remove (self->folder);
  g_free (self->shop_path);
}

/* Returns the import's id. */
static gint64
import (Fixture    *self,
        const char *name,
        const char *text)
{
  ZgImportOptions options = { .clock = self->clock };
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr(ZgImportResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  result = zg_importer_run (self->store, path, &options, NULL, &error);
  g_assert_no_error (error);
  return result->import_id;
}

/* Returns how many rows somebody had built on. */
static guint
undo (Fixture *self,
      gint64   import_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgImportUndo) undo = zg_importer_undo (self->store, import_id, self->clock, &error);

  g_assert_no_error (error);
  return undo->kept->len;
}

static gint64
count (Fixture    *self,
       const char *sql)
{
  g_autoptr(ZgDatabase) db = zg_store_open_reader (self->store, NULL);
  g_autoptr(GError) error = NULL;
  gint64 n;

  zg_database_query_int64 (db, sql, &n, &error);
  g_assert_no_error (error);
  return n;
}

#define LIST_ROW(number, state, titles) \
  number ",晓雯_xw,219.00,219.00," state ",王晓雯,浙江省 杭州市 西湖区 文三路100号,13800002468,2026-09-22 12:42:10," titles \
  ",青禾小铺\r\n"
#define LINE_ROW(number, title) number "," title ",168.00,1,,颜色分类：黑色;尺码：L,,,等待买家付款,A1,\r\n"

/* A list tells two titles, the lines only one: the number of the second row is free again, and the next order's item gets
 * it. */
static void
test_row_numbers_given_again (Fixture       *self,
                              gconstpointer  data)
{
  gint64 import_id;

  import (self, "ExportOrderList202609221300.csv",
          LIST_HEADER LIST_ROW ("35153131470000579", "等待买家付款", "云朵针织开衫，帆布托特包"));
  g_assert_cmpint (count (self, "SELECT count(*) FROM order_item"), ==, 2);
  import_id = import (self, "ExportOrderDetailList202609221300.csv",
                      LINE_HEADER LINE_ROW ("35153131470000579", "云朵针织开衫") LINE_ROW ("35153131470000580", "帆布托特包"));
  import (self, "ExportOrderDetailList202609221301.csv", LINE_HEADER LINE_ROW ("35153131470000581", "帆布托特包"));

  g_assert_cmpint (undo (self, import_id), ==, 0);
  g_assert_cmpint (count (self, "SELECT count(*) FROM order_item JOIN shop_order AS o ON o.id = order_id "
                                "WHERE o.number = '35153131470000579'"), ==, 2);
  g_assert_cmpint (count (self, "SELECT count(*) FROM order_item"), ==, 3);
}

/* Who has built on an order keeps it as it is, and with it when and how it came there. */
static void
test_kept_order_keeps_its_moves (Fixture       *self,
                                 gconstpointer  data)
{
  const char *n_moves = "SELECT count(*) FROM order_history";
  g_autoptr(ZgDatabase) db = NULL;
  ZgCheck check = ZG_CHECK_RECIPIENT;
  gint64 import_id, n_before;

  import (self, "ExportOrderList202609221300.csv",
          LIST_HEADER LIST_ROW ("35153131470000579", "等待买家付款", "云朵针织开衫")
          LIST_ROW ("35153131470000580", "等待买家付款", "帆布托特包"));
  n_before = count (self, n_moves);
  import_id = import (self, "ExportOrderList202609221400.csv",
                      LIST_HEADER LIST_ROW ("35153131470000579", "买家已付款，等待卖家发货", "云朵针织开衫")
                      LIST_ROW ("35153131470000580", "买家已付款，等待卖家发货", "帆布托特包"));
  g_assert_cmpint (count (self, n_moves), ==, n_before + 2);

  db = zg_database_open (self->shop_path, ZG_DATABASE_WRITER, NULL);
  g_assert_true (zg_database_begin (db, NULL));
  g_assert_true (zg_order_desk_tick (db, zg_order_table_find_by_number (db, "35153131470000579", NULL), &check, 1, TRUE, 0,
                                     self->clock, NULL));
  g_assert_true (zg_database_commit (db, NULL));

  g_assert_cmpint (undo (self, import_id), ==, 1);
  g_assert_cmpint (count (self, n_moves), ==, n_before + 1);
  g_assert_cmpint (count (self, "SELECT count(*) FROM order_history AS h JOIN shop_order AS o ON o.id = h.order_id "
                                "WHERE o.number = '35153131470000579' AND h.to_state = o.state"), ==, 1);
}

static gboolean
run_sql (ZgDatabase    *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  return zg_database_exec (db, data, error) && zg_reply_edit_tidy (db, NOW, error);
}

/* What an import kept before the shop file got more columns takes the order back as well, and leaves alone what other tables
 * say of it. */
static void
test_kept_by_older_program (Fixture       *self,
                            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  gint64 import_id;

  import (self, "ExportOrderList202609221300.csv",
          LIST_HEADER LIST_ROW ("35153131470000579", "等待买家付款", "云朵针织开衫"));
  import_id = import (self, "ExportOrderList202609221400.csv",
                      LIST_HEADER LIST_ROW ("35153131470000579", "买家已付款，等待卖家发货", "云朵针织开衫"));
  zg_store_write (self->store, run_sql, (gpointer)
    "UPDATE import_change SET before = json_remove (before, '$.shop_order[0].kind', '$.shop_order[0].gift', "
    "'$.shop_order[0].discount', '$.order_item[0].gift', '$.order_item[0].product_id');", &error);
  g_assert_no_error (error);
  zg_store_write (self->store, run_sql, (gpointer) "UPDATE shop_order SET n_open_cases = 1, gift = 1", &error);
  g_assert_no_error (error);

  g_assert_cmpint (undo (self, import_id), ==, 0);
  g_assert_cmpint (count (self, "SELECT count(*) FROM shop_order WHERE state = 0 AND n_open_cases = 1 AND gift = 1"), ==, 1);
  g_assert_cmpint (count (self, "SELECT count(*) FROM order_item WHERE gift = 0 AND product_id IS NULL"), ==, 1);
}

/* Returns the import's id. */
static gint64
import_replies (Fixture    *self,
                const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, "replies.json", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgReplyFile) file = NULL;
  g_autoptr(ZgReplyPlan) plan = NULL;
  gint64 import_id;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  file = zg_reply_importer_read (path, zg_clock_get_zone (self->clock), &error);
  g_assert_no_error (error);
  plan = zg_reply_importer_plan (self->store, file, FALSE, &error);
  g_assert_no_error (error);
  zg_reply_importer_apply (self->store, plan, path, 0, self->clock, &import_id, &error);
  g_assert_no_error (error);
  return import_id;
}

static void
run_and_tidy (Fixture    *self,
              const char *sql)
{
  g_autoptr(GError) error = NULL;

  zg_store_write (self->store, run_sql, (gpointer) sql, &error);
  g_assert_no_error (error);
}

/* An imported reply has left the bin; the one that the shop wrote since has its row number. */
static void
test_reply_number_given_again (Fixture       *self,
                               gconstpointer  data)
{
  gint64 import_id = import_replies (self, "[{\"group\": \"问候\", \"title\": \"甲\", \"body\": \"您好\"}]");

  run_and_tidy (self, "UPDATE reply SET deleted_at = 1");
  g_assert_cmpint (count (self, "SELECT count(*) FROM reply"), ==, 0);
  run_and_tidy (self, "INSERT INTO reply (id, uid, group_id, position, title, body, created_at, updated_at) "
                      "SELECT 1, 'own', id, 0, '自己的', '您好', 1, 1 FROM reply_group LIMIT 1");
  undo (self, import_id);
  g_assert_cmpint (count (self, "SELECT count(*) FROM reply"), ==, 1);
}

/* The picture that an import took off a reply is still there when it is put back. */
static void
test_picture_stays (Fixture       *self,
                    gconstpointer  data)
{
  gint64 import_id;

  import_replies (self, "[{\"uid\": \"a1\", \"group\": \"问候\", \"title\": \"甲\", \"body\": \"您好\"}]");
  run_and_tidy (self, "INSERT INTO picture (id, uid, media_type, width, height, bytes) VALUES (7, 'p', 'image/png', 1, 1, x'00');"
                      "UPDATE reply SET picture_id = 7");
  import_id = import_replies (self, "[{\"uid\": \"a1\", \"title\": \"甲\", \"body\": \"再见\", \"picture\": null}]");
  g_assert_cmpint (count (self, "SELECT count(*) FROM reply WHERE picture_id IS NULL"), ==, 1);
  run_and_tidy (self, "");
  undo (self, import_id);
  g_assert_cmpint (count (self, "SELECT count(*) FROM reply WHERE picture_id = 7 AND body = '您好'"), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/import-undo/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("row-numbers-given-again", test_row_numbers_given_again);
  ADD ("kept-by-older-program", test_kept_by_older_program);
  ADD ("kept-order-keeps-its-moves", test_kept_order_keeps_its_moves);
  ADD ("reply-number-given-again", test_reply_number_given_again);
  ADD ("picture-stays", test_picture_stays);
  return g_test_run ();
}

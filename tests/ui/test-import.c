/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "import/zg-import-window.h"
#include "import/zg-reply-import-task.h"
#include "zg-import-table.h"
#include "zg-order-table.h"
#include "zg-reply-export.h"
#include "zg-ui-fixture.h"

#define HEADER "订单编号,买家会员名,买家实际支付金额,总金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,宝贝标题,宝贝总数量,打包备注\n"
#define ADDRESS "浙江省 杭州市 西湖区 文三路,13900007713,2026-09-22 10:00:00"
#define ROW_A "2026092210001,A&B <b>,0,59,等待买家付款,赵一诺," ADDRESS ",帆布包,1,x\n"
#define ROW_A_PAID "2026092210001,A&B <b>,59,59,买家已付款,赵一诺," ADDRESS ",帆布包,1,x\n"
#define ROW_B "2026092210002,=1+1 小店,0,88,等待买家付款,孙志远," ADDRESS ",衬衫,1,x\n"
#define ROW_SPOILT "3.51531E+16,青禾,0,59,等待买家付款,赵一诺," ADDRESS ",帆布包,1,x\n"

static GtkWidget *
open_import (ZgUiFixture *fixture,
             ZgWindow    *window,
             const char  *name,
             const char  *text,
             const char  *button)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  GtkWidget *import;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  import = GTK_WIDGET (zg_import_window_new (GTK_WINDOW (window), fixture->session, path));
  gtk_window_present (GTK_WINDOW (import));
  zg_ui_wait_until (zg_ui_find (import, GTK_TYPE_BUTTON, button) != NULL);
  return import;
}

static void
remove_file (ZgUiFixture *fixture,
             const char  *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_cmpint (remove (path), ==, 0);
}

static gint64
find_order (ZgUiFixture *fixture,
            const char  *number)
{
  return zg_order_table_find_by_number (zg_store_get_list_reader (fixture->store, NULL), number, NULL);
}

static void
assert_shows (GtkWidget  *import,
              const char *text)
{
  if (zg_ui_find (import, GTK_TYPE_LABEL, text) == NULL)
    g_error ("“%s” is not shown", text);
}

/* Before anything is written it is seen what was understood, how, and what becomes of it. */
static void
test_preview (ZgUiFixture   *fixture,
              gconstpointer  data)
{
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  GtkWidget *import = open_import (fixture, window, "ExportOrderList202609221100.csv", HEADER ROW_A ROW_SPOILT,
                                   "Import 1 order");

  assert_shows (import, "Taobao orders · 11 of 12 columns · 2 rows · UTF-8");
  assert_shows (import, "the first 1 of 1 order");
  assert_shows (import, "Line 3");
  assert_shows (import, "2026092210001");
  assert_shows (import, "A&B <b>");
  assert_shows (import, "赵一诺 13900007713");
  assert_shows (import, "New");
  g_assert_cmpint (find_order (fixture, "2026092210001"), ==, 0);

  gtk_widget_activate_action (import, "import.go", NULL);
  zg_ui_wait_until (zg_ui_find (import, GTK_TYPE_LABEL, "Imported.") != NULL);
  g_assert_null (zg_ui_find (import, GTK_TYPE_LABEL, "the first 1 of 1 order"));
  g_assert_cmpint (find_order (fixture, "2026092210001"), !=, 0);
  gtk_window_close (GTK_WINDOW (import));

  import = open_import (fixture, window, "ExportOrderList202609221200.csv", HEADER ROW_A_PAID ROW_B, "Import 2 orders");
  assert_shows (import, "Changed");
  assert_shows (import, "New");
  assert_shows (import, "=1+1 小店");
  gtk_window_close (GTK_WINDOW (import));

  import = open_import (fixture, window, "ExportOrderList202609221100.csv", HEADER ROW_A, "Close");
  assert_shows (import, "Same");
  gtk_widget_activate_action (import, "import.go", NULL);

  remove_file (fixture, "ExportOrderList202609221100.csv");
  remove_file (fixture, "ExportOrderList202609221200.csv");
  zg_ui_fixture_close_window (fixture, window);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  gint64 *n_without_gbk = user_data;
  g_autoptr(GError) error = NULL;

  zg_reply_import_task_export_finish (result, n_without_gbk, &error);
  g_assert_no_error (error);
}

static gboolean
add_replies (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return zg_database_exec (db, "INSERT INTO reply_group (id, uid, name, position) VALUES (901, 'g901', '问候', 901); "
                           "INSERT INTO reply (uid, group_id, position, title, shortcode, body, created_at, updated_at) "
                           "VALUES ('r901', 901, 1, '您好', 'nh901', '您好，亲', 1, 1), "
                           "('r902', 901, 2, '脸', 'l901', '您好😀', 1, 1)", error);
}

/* 千牛 gets its own table in its own encoding, and it is told which replies that does not suit. */
static void
test_export_for_qianniu (ZgUiFixture   *fixture,
                         gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "replies.csv", NULL);
  g_autofree char *content = NULL, *text = NULL, *sentence = NULL;
  g_autoptr(GError) error = NULL;
  gint64 n_without_gbk = -1;
  gsize length;

  zg_store_write (fixture->store, add_replies, NULL, &error);
  g_assert_no_error (error);
  zg_reply_import_task_export_async (fixture->store, fixture->clock, path, TRUE, exported_cb, &n_without_gbk);
  zg_ui_wait_until (n_without_gbk >= 0);
  g_assert_cmpint (n_without_gbk, ==, 1);
  sentence = zg_reply_export_describe_without_gbk (n_without_gbk);
  g_assert_cmpstr (sentence, ==, "1 reply has characters that GBK does not have; Qianniu may show them wrong.");

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  text = g_convert (content, (gssize) length, "UTF-8", "GB18030", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (text, "快捷短语编码,快捷短语,快捷短语分组\r\n"));
  g_assert_nonnull (strstr (text, "nh901,您好，亲,问候\r\n"));
  remove (path);
}

static gboolean
add_interrupted (ZgDatabase    *db,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  const ZgImportLog log = { .started_at = 1, .file_name = "断.csv", .format = "taobao-orders", .encoding = "UTF-8" };

  return zg_import_table_begin (db, &log, error) != 0;
}

/* An import that nobody runs any more is told of, and can be taken back. */
static void
test_interrupted (ZgUiFixture   *fixture,
                  gconstpointer  data)
{
  static const char line[] = "The import of “断.csv” was interrupted; 0 orders of it are in the shop.";
  ZgWindow *window = zg_ui_fixture_open_window (fixture);
  g_autoptr(GError) error = NULL;
  GtkWidget *import;

  zg_store_write (fixture->store, add_interrupted, NULL, &error);
  g_assert_no_error (error);
  import = open_import (fixture, window, "a.csv", HEADER ROW_A, "Import 1 order");
  zg_ui_wait_until (zg_ui_find (import, GTK_TYPE_LABEL, line) != NULL);
  g_signal_emit_by_name (zg_ui_find (import, GTK_TYPE_BUTTON, "Undo the import"), "clicked");
  zg_ui_wait_until (zg_ui_find (import, GTK_TYPE_LABEL,
                                "The import was taken back; the shop is as it was before.") != NULL);
  gtk_window_close (GTK_WINDOW (import));

  import = open_import (fixture, window, "a.csv", HEADER ROW_A, "Import 1 order");
  g_assert_null (zg_ui_find (import, GTK_TYPE_LABEL, line));
  gtk_window_close (GTK_WINDOW (import));
  remove_file (fixture, "a.csv");
  zg_ui_fixture_close_window (fixture, window);
}

static void
add (const char *path,
     void (*test) (ZgUiFixture *, gconstpointer))
{
  g_test_add (path, ZgUiFixture, NULL, zg_ui_fixture_set_up, test, zg_ui_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  zg_ui_test_init (&argc, &argv);

  add ("/import/preview", test_preview);
  add ("/import/interrupted", test_interrupted);
  add ("/import/export-for-qianniu", test_export_for_qianniu);

  return g_test_run ();
}

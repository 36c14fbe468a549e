/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "shop-folder.h"
#include "zg-contact-table.h"
#include "zg-customer-merge.h"
#include "zg-customer-table.h"
#include "zg-erase-table.h"
#include "zg-error.h"
#include "zg-importer.h"
#include "zg-merge-candidates.h"
#include "zg-merge-rows.h"
#include "zg-search-index.h"
#include "zg-shop-table.h"
#include "zg-statement.h"
#include "zg-store.h"
#include "zg-waiting-table.h"

/* 2026-09-22 14:20 in Shanghai. */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)
#define MINUTE (60 * ZG_TIME_SECOND)

typedef struct {
  char *folder;
  char *shop_path;
  ZgStore *store;
  ZgClock *clock;
  gint64 kept_id;
  gint64 other_id;
  gint64 third_id;
  gint64 merge_id;
  ZgMergePlan *plan;
} Fixture;

static gint64
add (ZgDatabase *db,
     const char *name,
     const char *phone,
     const char *account)
{
  g_autoptr(ZgCustomer) customer = zg_customer_new ();
  g_autoptr(GError) error = NULL;

  zg_personal_set (&customer->name, name);
  zg_customer_add_phone (customer, phone, NULL);
  zg_customer_add_account (customer, "taobao", account);
  zg_customer_table_insert (db, customer, NOW, 0, &error);
  g_assert_no_error (error);
  return customer->id;
}

static gboolean
add_people (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Fixture *self = data;

  self->kept_id = add (db, "王晓雯", "13800002468", "晓雯_xw");
  self->other_id = add (db, "王小雯", "13900001357", "tb_wxw");
  self->third_id = add (db, "林静", "13700009999", "linjing");
  return TRUE;
}

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
  zg_store_write (self->store, add_people, self, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  zg_merge_plan_free (self->plan);
  zg_store_close (self->store);
  g_clear_object (&self->store);
  zg_clock_unref (self->clock);
  shop_folder_remove (self->folder);
  g_free (self->shop_path);
}

static gboolean
merge (ZgDatabase    *db,
       gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  Fixture *self = data;

  if (self->plan == NULL)
    self->plan = zg_customer_merge_plan (db, self->kept_id, self->other_id, error);
  if (self->plan == NULL)
    return FALSE;
  self->merge_id = zg_customer_merge (db, self->plan, 0, self->clock, error);
  g_clear_pointer (&self->plan, zg_merge_plan_free);
  return self->merge_id != 0;
}

static gboolean
unmerge (ZgDatabase    *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  Fixture *self = data;
  g_autoptr(ZgCustomerMerge) undone = zg_customer_unmerge (db, self->merge_id, self->clock, error);

  return undone != NULL;
}

static void
run (Fixture     *self,
     ZgStoreFunc  func)
{
  g_autoptr(GError) error = NULL;

  zg_store_write (self->store, func, self, &error);
  g_assert_no_error (error);
}

static void
check_refused (Fixture     *self,
               ZgStoreFunc  func,
               GQuark       domain,
               int          code)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (zg_store_write (self->store, func, self, &error));
  g_assert_error (error, domain, code);
  g_assert_true (g_str_has_suffix (error->message, "."));
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

static ZgCustomer *
load (Fixture *self,
      gint64   id)
{
  g_autoptr(ZgDatabase) db = zg_store_open_reader (self->store, NULL);
  g_autoptr(GError) error = NULL;
  ZgCustomer *customer = zg_customer_table_load (db, id, &error);

  g_assert_no_error (error);
  return customer;
}

/* Runs SQL on the shop, whatever it does to what can be searched. */
static gboolean
exec (ZgDatabase    *db,
      gpointer       sql,
      GCancellable  *cancellable,
      GError       **error)
{
  for (gint64 id = 1; id <= 3; id++)
    if (!zg_search_index_forget_customer (db, id, error))
      return FALSE;
  if (!zg_database_exec (db, sql, error))
    return FALSE;
  for (gint64 id = 1; id <= 3; id++)
    if (!zg_search_index_add_customer (db, id, error))
      return FALSE;
  return TRUE;
}

static void
write_sql (Fixture    *self,
           const char *sql)
{
  g_autoptr(GError) error = NULL;

  zg_store_write (self->store, exec, (gpointer) sql, &error);
  g_assert_no_error (error);
}

/* Whoever adds a table that points at customers has to say what a merge does with it. */
static void
test_all_tables_known (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr(ZgDatabase) db = zg_store_open_reader (self->store, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT DISTINCT m.name FROM sqlite_schema AS m, pragma_foreign_key_list (m.name) AS f "
    "WHERE m.type = 'table' AND f.\"table\" = 'customer'", &error);
  gboolean has_row;
  guint n = 0;

  g_assert_no_error (error);
  while (zg_statement_step (statement, &has_row, &error) && has_row)
    {
      n++;
      if (!g_strv_contains (zg_merge_rows_list_tables (), zg_statement_get_text (statement, 0)))
        g_error ("%s points at customers, and a merge does not know it", zg_statement_get_text (statement, 0));
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, g_strv_length ((char **) zg_merge_rows_list_tables ()));
}

/* The same of a column of the customer. */
static void
test_all_columns_known (Fixture       *self,
                        gconstpointer  data)
{
  static const char * const own[] = {
    "id", "uid", "version", "created_at", "updated_at", "name_key", "n_orders", "spent", "last_order_at", "last_contact_at",
    "import_id", NULL,
  };
  g_autoptr(ZgDatabase) db = zg_store_open_reader (self->store, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT name FROM pragma_table_info ('customer')", &error);
  gboolean has_row;

  g_assert_no_error (error);
  while (zg_statement_step (statement, &has_row, &error) && has_row)
    {
      const char *column = zg_statement_get_text (statement, 0);

      if (!g_strv_contains (own, column) && !zg_merge_rows_has_column (column))
        g_error ("customer.%s is not merged", column);
    }
  g_assert_no_error (error);
}

static void
test_fields (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *sql =
    g_strdup_printf ("UPDATE customer SET note = 'likes blue', level = 'gold', consent = 1, height = 1650, "
                     "birthday = '--05-01', birthday_day = 501, version = 2 WHERE id = %" G_GINT64_FORMAT ";"
                     "UPDATE customer SET note = 'pays late', caution = 'returns', consent = 2, consent_at = 7, "
                     "weight = 52000 WHERE id = %" G_GINT64_FORMAT, self->kept_id, self->other_id);
  g_autofree char *merged =
    g_strdup_printf ("SELECT count(*) FROM customer WHERE id = %" G_GINT64_FORMAT " AND name = '王晓雯' AND level = 'gold' "
                     "AND note = 'likes blue' || char(10) || 'pays late' AND caution = 'returns' AND consent = 2 "
                     "AND consent_at = 7 AND height = 1650 AND weight = 52000 AND birthday_day = 501 AND version = 3",
                     self->kept_id);
  g_autofree char *separated =
    g_strdup_printf ("SELECT count(*) FROM customer AS k, customer AS o WHERE k.id = %" G_GINT64_FORMAT " AND k.consent = 1 "
                     "AND k.consent_at IS NULL AND k.note = 'likes blue' AND k.caution IS NULL AND k.weight = 0 "
                     "AND k.level = 'platinum' AND o.id = %" G_GINT64_FORMAT " AND o.note = 'pays late' AND o.level = '' "
                     "AND o.name = '王小雯' AND o.weight = 52000", self->kept_id, self->other_id);

  write_sql (self, sql);
  run (self, merge);
  g_assert_cmpint (count (self, merged), ==, 1);
  g_assert_cmpint (count (self, "SELECT count(*) FROM customer"), ==, 2);
  g_assert_cmpint (count (self, "SELECT count(*) FROM contact WHERE customer_id = 1 AND title LIKE '%王小雯'"), ==, 1);
  write_sql (self, "UPDATE customer SET level = 'platinum' WHERE level = 'gold'");
  run (self, unmerge);
  g_assert_cmpint (count (self, separated), ==, 1);
  g_assert_cmpint (count (self, "SELECT count(*) FROM contact"), ==, 0);
}

/* A platform's mask gives way to the name, whoever has it, and a person can't turn that around. */
static void
test_hidden_never_wins (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(ZgDatabase) db = zg_store_open_reader (self->store, NULL);
  g_autoptr(ZgMergePlan) plan = NULL;
  g_autoptr(ZgMergePlan) reverse = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *sql =
    g_strdup_printf ("UPDATE customer SET name = '王**', name_disclosure = 2 WHERE id = %" G_GINT64_FORMAT ";"
                     "UPDATE customer_phone SET text = '138****2468', disclosure = 2, digits = NULL, reversed = NULL "
                     "WHERE customer_id = %" G_GINT64_FORMAT, self->kept_id, self->kept_id);

  write_sql (self, sql);
  plan = zg_customer_merge_plan (db, self->kept_id, self->other_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan->choices[ZG_MERGE_NAME], ==, ZG_MERGE_TAKE_OTHER);
  g_assert_cmpint (plan->choices[ZG_MERGE_PHONE], ==, ZG_MERGE_TAKE_OTHER);
  g_assert_false (zg_merge_plan_choose (plan, ZG_MERGE_NAME, ZG_MERGE_TAKE_KEPT, &error));
  g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);

  reverse = zg_customer_merge_plan (db, self->other_id, self->kept_id, NULL);
  g_assert_cmpint (reverse->choices[ZG_MERGE_NAME], ==, ZG_MERGE_TAKE_KEPT);
  run (self, merge);
  {
    g_autoptr(ZgCustomer) customer = load (self, self->kept_id);

    g_assert_cmpstr (customer->name.text, ==, "王小雯");
    g_assert_cmpuint (customer->phones->len, ==, 2);
    g_assert_cmpstr (((ZgCustomerPhone *) g_ptr_array_index (customer->phones, 0))->phone->text, ==, "13900001357");
  }
}

static gboolean
make_both_wait (ZgDatabase    *db,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  Fixture *self = data;
  ZgWaiting kept = { .customer_id = self->kept_id, .started_at = NOW, .due_at = NOW + 9 * MINUTE };
  ZgWaiting other = { .customer_id = self->other_id, .started_at = NOW - MINUTE, .due_at = NOW + 3 * MINUTE };

  return zg_waiting_table_put (db, &kept, error) && zg_waiting_table_put (db, &other, error)
         && zg_shop_table_note_recent (db, self->kept_id, 0, NOW - MINUTE, error)
         && zg_shop_table_note_recent (db, self->third_id, 0, NOW, error)
         && zg_shop_table_note_recent (db, self->other_id, 0, NOW, error)
         && zg_not_same_table_set (db, self->other_id, self->third_id, 0, NOW, error);
}

/* Both wait, both are in the strip, and one is known not to be a third. */
static void
test_conflicts (Fixture       *self,
                gconstpointer  data)
{
  run (self, make_both_wait);
  run (self, merge);
  g_assert_cmpint (count (self, "SELECT count(*) FROM waiting"), ==, 1);
  g_assert_cmpint (count (self, "SELECT due_at FROM waiting"), ==, NOW + 3 * MINUTE);
  g_assert_cmpint (count (self, "SELECT count(*) FROM recent_customer"), ==, 2);
  g_assert_cmpint (count (self, "SELECT talked_at FROM recent_customer WHERE place = 0"), ==, NOW);
  g_assert_cmpint (count (self, "SELECT a_id * 10 + b_id FROM not_same_person"), ==, self->kept_id * 10 + self->third_id);

  run (self, unmerge);
  g_assert_cmpint (count (self, "SELECT count(*) FROM waiting"), ==, 2);
  g_assert_cmpint (count (self, "SELECT max(due_at) FROM waiting"), ==, NOW + 9 * MINUTE);
  g_assert_cmpint (count (self, "SELECT customer_id FROM recent_customer WHERE place = 2"), ==, self->other_id);
  g_assert_cmpint (count (self, "SELECT talked_at FROM recent_customer WHERE place = 0"), ==, NOW - MINUTE);
  g_assert_cmpint (count (self, "SELECT a_id * 10 + b_id FROM not_same_person"), ==, self->other_id * 10 + self->third_id);
}

/* Whoever was answered in the meantime waits no longer, neither of the two. */
static void
test_answered_wait_stays_answered (Fixture       *self,
                                   gconstpointer  data)
{
  run (self, make_both_wait);
  run (self, merge);
  write_sql (self, "DELETE FROM waiting");
  run (self, unmerge);
  g_assert_cmpint (count (self, "SELECT count(*) FROM waiting"), ==, 0);
}

#define REFER_TO(id) \
  "INSERT INTO attachment (uid, customer_id, at, name, media_type, size, bytes) " \
  "VALUES ('a' || " id ", " id ", 1, 'pay.png', 'image/png', 1, x'00');" \
  "INSERT INTO interest (uid, customer_id, at, product) VALUES ('i' || " id ", " id ", 1, 'coat');" \
  "INSERT INTO follow_up (uid, customer_id, due_at) VALUES ('f' || " id ", " id ", 1);" \
  "INSERT INTO round_member (round_id, position, customer_id) VALUES (1, " id ", " id ");" \
  "INSERT INTO customer_tag (customer_id, tag_id) VALUES (" id ", 1), (" id ", " id " + 1);"

/* What points at customers and has no form of its own yet. */
static void
test_references (Fixture       *self,
                 gconstpointer  data)
{
  static const char * const tables[] = { "attachment", "interest", "follow_up", "round_member" };

  g_assert_cmpint (self->kept_id * 10 + self->other_id, ==, 12);
  write_sql (self, "INSERT INTO round (uid, name, filter, marketing, started_at) VALUES ('r', 'r', '', 0, 1);"
                   "INSERT INTO tag (id, name) VALUES (1, 'both'), (2, 'one'), (3, 'two');"
                   REFER_TO ("1") REFER_TO ("2"));
  run (self, merge);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s WHERE customer_id = 1", tables[i]);

      g_assert_cmpint (count (self, sql), ==, 2);
    }
  g_assert_cmpint (count (self, "SELECT count(*) FROM customer_tag WHERE customer_id = 1"), ==, 3);
  run (self, unmerge);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s WHERE customer_id = 2", tables[i]);

      g_assert_cmpint (count (self, sql), ==, 1);
    }
  g_assert_cmpint (count (self, "SELECT sum(customer_id * tag_id) FROM customer_tag"), ==, 1 + 2 + 2 + 6);
}

static gboolean
mark_not_same (ZgDatabase    *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  Fixture *self = data;

  return zg_customer_set_not_same (db, self->other_id, self->kept_id, TRUE, 0, self->clock, error);
}

static gboolean
make_plan (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Fixture *self = data;

  self->plan = zg_customer_merge_plan (db, self->kept_id, self->other_id, error);
  return self->plan != NULL;
}

static void
test_refusals (Fixture       *self,
               gconstpointer  data)
{
  gint64 other_id = self->other_id;

  run (self, make_plan);
  write_sql (self, "UPDATE customer SET version = version + 1 WHERE id = 2");
  check_refused (self, merge, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);

  run (self, mark_not_same);
  check_refused (self, merge, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
  write_sql (self, "DELETE FROM not_same_person");

  self->other_id = self->kept_id;
  check_refused (self, merge, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
  self->other_id = 99;
  check_refused (self, merge, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND);

  self->other_id = other_id;
  run (self, merge);
  check_refused (self, merge, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND);
  self->merge_id = 1;
  run (self, unmerge);
  check_refused (self, unmerge, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
  self->merge_id = 77;
  check_refused (self, unmerge, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND);
}

#define LIST_HEADER "订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址 ,联系手机,订单创建时间,宝贝标题 ,店铺名称\r\n"
#define ROW_OF(number, account, state, person) \
  number "," account ",219.00,219.00," state "," person ",2026-09-22 12:42:10,云朵针织开衫,青禾小铺\r\n"
#define LIST_ROW(number, account, state) ROW_OF (number, account, state, "王小雯,浙江省 杭州市 西湖区 文三路100号,13900001357")
#define FRESH_ROW(state) \
  ROW_OF ("35153131470000579", "fresh_buyer", state, "赵敏,浙江省 杭州市 西湖区 文三路100号,13611112222")

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

static guint
undo_import (Fixture *self,
             gint64   import_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgImportUndo) undo = zg_importer_undo (self->store, import_id, self->clock, &error);

  g_assert_no_error (error);
  return undo->kept->len;
}

/* An order that is imported while both are one goes with the account that bought it. */
static void
test_orders_follow_account (Fixture       *self,
                            gconstpointer  data)
{
  run (self, merge);
  import (self, "ExportOrderList202609221300.csv",
          LIST_HEADER LIST_ROW ("35153131470000579", "tb_wxw", "等待买家付款") LIST_ROW ("35153131470000580", "晓雯_xw", "等待买家付款"));
  g_assert_cmpint (count (self, "SELECT count(*) FROM shop_order WHERE customer_id = 1"), ==, 2);
  g_assert_cmpint (count (self, "SELECT n_orders FROM customer WHERE id = 1"), ==, 2);
  run (self, unmerge);
  g_assert_cmpint (count (self, "SELECT customer_id FROM shop_order WHERE number = '35153131470000579'"), ==, 2);
  g_assert_cmpint (count (self, "SELECT customer_id FROM shop_order WHERE number = '35153131470000580'"), ==, 1);
  g_assert_cmpint (count (self, "SELECT sum(id * n_orders) FROM customer"), ==, 3);
}

/* Whoever was made or changed by an import and merged since stays, and the undo says so. */
static void
test_import_undo (Fixture       *self,
                  gconstpointer  data)
{
  gint64 made_id, changed_id;

  made_id = import (self, "ExportOrderList202609221300.csv", LIST_HEADER FRESH_ROW ("等待买家付款"));
  self->other_id = count (self, "SELECT customer_id FROM shop_order");
  changed_id = import (self, "ExportOrderList202609221400.csv", LIST_HEADER FRESH_ROW ("买家已付款，等待卖家发货"));
  run (self, merge);

  g_assert_cmpuint (undo_import (self, changed_id), >=, 1);
  g_assert_cmpint (count (self, "SELECT customer_id FROM shop_order"), ==, self->kept_id);
  g_assert_cmpuint (undo_import (self, made_id), >=, 2);
  g_assert_cmpint (count (self, "SELECT count(*) FROM customer"), ==, 3);
  g_assert_cmpint (count (self, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
  run (self, unmerge);
  g_assert_cmpint (count (self, "SELECT customer_id FROM shop_order"), ==, self->other_id);
}

/* What an import changed of an order is put back, although the customer it had then is another one's part now. */
static void
test_import_undo_of_moved_order (Fixture       *self,
                                 gconstpointer  data)
{
  gint64 import_id;

  import (self, "ExportOrderList202609221300.csv", LIST_HEADER LIST_ROW ("35153131470000579", "tb_wxw", "等待买家付款"));
  import_id = import (self, "ExportOrderList202609221400.csv",
                      LIST_HEADER LIST_ROW ("35153131470000579", "tb_wxw", "买家已付款，等待卖家发货"));
  run (self, merge);
  /* As if nobody had noticed. */
  write_sql (self, "UPDATE shop_order SET version = version - 1");
  g_assert_cmpuint (undo_import (self, import_id), ==, 0);
  g_assert_cmpint (count (self, "SELECT customer_id FROM shop_order"), ==, self->kept_id);
  g_assert_cmpint (count (self, "SELECT state FROM shop_order"), ==, 0);
}

static gboolean
erase (ZgDatabase    *db,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  gint64 n_orders;

  return zg_erase_table_erase (db, ((Fixture *) data)->kept_id, TRUE, NOW, &n_orders, error);
}

/* A chain: the second was merged into the first, the first into a third. Whoever is erased then is all three. */
static void
test_chain (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(ZgDatabase) db = zg_store_open_reader (self->store, NULL);
  gint64 home_id;

  import (self, "ExportOrderList202609221300.csv", LIST_HEADER LIST_ROW ("35153131470000579", "tb_wxw", "等待买家付款"));
  run (self, merge);
  self->other_id = self->kept_id;
  self->kept_id = self->third_id;
  run (self, merge);
  g_assert_true (zg_merge_table_find_home (db, 2, &home_id, NULL));
  g_assert_cmpint (home_id, ==, 3);

  self->merge_id = 1;
  check_refused (self, unmerge, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
  run (self, erase);
  g_assert_cmpint (count (self, "SELECT count(*) FROM customer_merge"), ==, 0);
  g_assert_cmpint (count (self, "SELECT count(*) FROM customer"), ==, 0);
  g_assert_cmpint (count (self, "SELECT count(*) FROM shop_order WHERE buyer_account = '' AND customer_id IS NULL"), ==, 1);
}

static void
test_count_moves (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(ZgDatabase) db = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO contact (uid, at, kind, customer_id) VALUES ('c1', 1, 1, %1$d), ('c2', 2, 1, %1$d), "
    "('c3', 3, 1, %1$d), ('c4', 4, 1, %2$d)", (int) self->other_id, (int) self->kept_id);
  ZgMergeMoves moves = { -1, -1, -1 };

  write_sql (self, sql);
  db = zg_store_open_reader (self->store, NULL);
  g_assert_true (zg_merge_table_count_moves (db, self->other_id, &moves, &error));
  g_assert_no_error (error);
  g_assert_cmpint (moves.n_contacts, ==, 3);
  g_assert_cmpint (moves.n_orders, ==, 0);
  g_assert_cmpint (moves.n_follow_ups, ==, 0);
}

/* Gives whom the search offers as "2,3". */
static char *
candidates (Fixture    *self,
            const char *query)
{
  g_autoptr(ZgDatabase) db = zg_store_open_reader (self->store, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = zg_merge_candidates_find (db, self->kept_id, query, 9, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (ids, gint64, i));
  return g_string_free (text, FALSE);
}

static gboolean
part (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  Fixture *self = data;

  return zg_customer_set_not_same (db, self->other_id, self->kept_id, TRUE, 0, self->clock, error);
}

/* Who has the phone or the name is offered before a key is typed, never oneself, nor who is known to be somebody else. */
static void
test_candidates (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *nobody = candidates (self, "");
  g_autofree char *typed = candidates (self, "wx");
  g_autofree char *likely = NULL;
  g_autofree char *known = NULL;
  g_autofree char *asked = NULL;

  g_assert_cmpstr (nobody, ==, "");
  g_assert_cmpstr (typed, ==, "2");
  write_sql (self, "UPDATE customer_phone SET text = '13800002468', digits = '13800002468' WHERE customer_id = 2");
  write_sql (self, "UPDATE customer SET name = '王晓雯' WHERE id = 3");
  likely = candidates (self, " ");
  g_assert_cmpstr (likely, ==, "2,3");
  run (self, part);
  known = candidates (self, "");
  g_assert_cmpstr (known, ==, "3");
  asked = candidates (self, "13800002468");
  g_assert_cmpstr (asked, ==, "2");
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/merge/all-tables-known", test_all_tables_known);
  TEST ("/merge/all-columns-known", test_all_columns_known);
  TEST ("/merge/fields", test_fields);
  TEST ("/merge/hidden-never-wins", test_hidden_never_wins);
  TEST ("/merge/conflicts", test_conflicts);
  TEST ("/merge/answered-wait-stays-answered", test_answered_wait_stays_answered);
  TEST ("/merge/references", test_references);
  TEST ("/merge/refusals", test_refusals);
  TEST ("/merge/orders-follow-account", test_orders_follow_account);
  TEST ("/merge/import-undo", test_import_undo);
  TEST ("/merge/import-undo-of-moved-order", test_import_undo_of_moved_order);
  TEST ("/merge/chain", test_chain);
  TEST ("/merge/count-moves", test_count_moves);
  TEST ("/merge/candidates", test_candidates);
  return g_test_run ();
}

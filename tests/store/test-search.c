/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "shop-folder.h"
#include "zg-customer-table.h"
#include "zg-find-table.h"
#include "zg-list-table.h"
#include "zg-order-table.h"
#include "zg-search-index.h"
#include "zg-search-rebuild.h"
#include "zg-statement.h"
#include "zg-store.h"

/* What finds whom, and in which order. */

#define NOW ((ZgTime) 1790000000 * ZG_TIME_SECOND)

/* Their places are their ids from 1 on; the later is the newer. */
static const struct {
  const char *name;
  const char *call_name;
  const char *account;
  const char *phone;
  const char *address;
  const char *note;
  const char *tag;
} people[] = {
  { "王晓雯", "王小姐", "晓雯_xw", "13800002468", "浙江省 杭州市 西湖区 文三路100号幸福小区3幢502(310000)", "喜欢黑色", "羊毛" },
  { "王伟", NULL, "tb1357_Wei", "13900001357", "上海市 上海市 浦东新区 世纪大道1号(200000)", "文三街见过，三路公车；要黑的色卡", NULL },
  { "单田芳", NULL, NULL, "13700002468", NULL, NULL, NULL },
  { "曾小贤", NULL, NULL, NULL, NULL, "曾经的老客户", NULL },
  { "仇英", NULL, NULL, NULL, NULL, NULL, NULL },
  { "解缙", NULL, NULL, NULL, NULL, NULL, NULL },
  { "葉問", NULL, NULL, NULL, NULL, "詠春拳套", NULL },
  { "李**", NULL, "t**1", "138****7890", NULL, NULL, NULL },
  { "🌸花花", NULL, "flower\"power", NULL, NULL, "50% off NEAR OR AND", NULL },
  { "A&B <b>", NULL, NULL, "+86 139-1234-5678", NULL, "name:x -y ^z", NULL },
  { "欧阳晓雯", NULL, "ＴＢ９９８", NULL, NULL, NULL, NULL },
  { "王晓", NULL, NULL, NULL, "浙江省 杭州市 上城区 解放路1号(310000)", NULL, NULL },
};

typedef struct {
  char *folder;
  char *path;
  ZgStore *store;
} Fixture;

static void
write_ok (Fixture     *self,
          ZgStoreFunc  func,
          gpointer     data)
{
  g_autoptr(GError) error = NULL;

  zg_store_write (self->store, func, data, &error);
  g_assert_no_error (error);
}

static gboolean
insert_people (ZgDatabase    *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr(ZgCustomer) customer = zg_customer_new ();

      zg_personal_set (&customer->name, people[i].name);
      customer->call_name = g_strdup (people[i].call_name);
      customer->note = g_strdup (people[i].note);
      if (people[i].phone != NULL)
        zg_customer_add_phone (customer, people[i].phone, NULL);
      if (people[i].account != NULL)
        zg_customer_add_account (customer, "taobao", people[i].account);
      if (people[i].address != NULL)
        {
          g_autoptr(ZgAddress) address = zg_address_parse_export (people[i].address);

          zg_customer_add_address (customer, people[i].name, people[i].phone, address, NULL);
        }
      if (people[i].tag != NULL)
        g_ptr_array_add (customer->tags, g_strdup (people[i].tag));
      if (!zg_customer_table_insert (db, customer, NOW, 0, error))
        return FALSE;
      g_assert_cmpint (customer->id, ==, i + 1);
    }
  return TRUE;
}

static gboolean
insert_orders (ZgDatabase    *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  static const struct {
    const char *number;
    gint64 customer;
    const char *title;
    const char *size;
    const char *tracking;
  } orders[] = {
    { "3900000000000012345", 1, "云朵针织开衫", "M", "SF1234567890123" },
    { "3900000000000099999", 2, "针织帽，云朵图案", "L", "" },
    { "1234500000000000001", 1, "云朵针织开衫", "L", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr(ZgOrder) order = zg_order_new ();
      ZgOrderItem *item = zg_order_item_new ();

      g_free (order->platform);
      order->platform = g_strdup ("taobao");
      g_free (order->number);
      order->number = g_strdup (orders[i].number);
      g_free (order->tracking);
      order->tracking = g_strdup (orders[i].tracking);
      order->customer_id = orders[i].customer;
      order->ordered_at = NOW + (ZgTime) i * ZG_TIME_MINUTE;
      item->title = g_strdup (orders[i].title);
      item->size = g_strdup (orders[i].size);
      item->quantity = 1;
      g_ptr_array_add (order->items, item);
      if (!zg_order_table_insert (db, order, 0, error))
        return FALSE;
    }
  return TRUE;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->folder = shop_folder_make (&self->path);
  self->store = zg_store_open (self->path, &error);
  g_assert_no_error (error);
  write_ok (self, insert_people, NULL);
  write_ok (self, insert_orders, NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  zg_store_close (self->store);
  g_object_unref (self->store);
  shop_folder_remove (self->folder);
  g_free (self->path);
}

typedef GArray *(*FindFunc) (ZgDatabase *db, const char *query, int limit, GError **error);

typedef struct {
  const char *query;
  const char *ids;
} Row;

static char *
join_ids (GArray *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", g_array_index (ids, gint64, i));
  return g_string_free (text, FALSE);
}

/* Checks whom each query finds, best first. */
static void
check_rows (Fixture    *self,
            FindFunc    find,
            const Row  *rows,
            gsize       n_rows)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDatabase) db = zg_store_open_reader (self->store, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr(GArray) ids = find (db, rows[i].query, 20, &error);
      g_autofree char *joined = NULL;

      if (error != NULL)
        g_test_message ("%s", rows[i].query);
      g_assert_no_error (error);
      joined = join_ids (ids);
      if (strcmp (joined, rows[i].ids) != 0)
        g_test_message ("%s finds %s", rows[i].query, joined);
      g_assert_cmpstr (joined, ==, rows[i].ids);
    }
}

static const Row customer_rows[] = {
  /* Nothing typed: the newest. */
  { "", "12 11 10 9 8 7 6 5 4 3 2 1" },
  { "  ", "12 11 10 9 8 7 6 5 4 3 2 1" },
  /* One character: names, the newest first; not notes, addresses and tags. */
  { "王", "12 2 1" },
  { "雯", "11 1" },
  { "曾", "4" },
  { "黑", "" },
  { "杭", "" },
  { "葉", "7" },
  { "叶", "7" },
  /* Parts of names, nicks and what the desk calls them. */
  { "王晓", "12 1" },
  { "王晓雯", "1" },
  { "晓雯", "11 1" },
  { "小姐", "1" },
  { "雯_x", "1" },
  { "欧阳晓", "11" },
  { "晓雯王", "" },
  /* Initials and pinyin, from two letters on and half typed; the shortest key first, then the newest. */
  { "wx", "12 1" },
  { "wxw", "1" },
  { "wangx", "12 1" },
  { "wangxiao", "12 1" },
  { "wangxiaow", "1" },
  { "WANGXIAOWEN", "1" },
  { "ｗｘｗ", "1" },
  { "xwxw", "1" },
  { "oyxw", "11" },
  { "wxz", "" },
  /* Surnames with a reading of their own, and the one of those who do not know it. */
  { "stf", "3" }, { "shantianfang", "3" }, { "dantian", "3" },
  { "zxx", "4" }, { "zengx", "4" }, { "cxx", "4" },
  { "qiuying", "5" }, { "cy", "5" },
  { "xiejin", "6" }, { "jj", "6" },
  { "yewen", "7" },
  /* Phones: tails, the beginning, anything from the middle of three digits on. A hidden one finds nobody. */
  { "2468", "3 1" },
  { "68", "3 1" },
  { "13800002468", "1" },
  { "1380000", "1" },
  { "00002468", "3 1" },
  { "8000024", "1" },
  { "1357", "2" },
  { "12345678", "10" },
  { "3912", "10" },
  { "7890", "" },
  { "138", "1" },
  { "139", "10 2" },
  { "1387890", "" },
  { "98765", "" },
  /* Nicks by their digits and letters. */
  { "tb998", "11" },
  { "998", "11" },
  { "Ｔｂ1357", "2" },
  { "_we", "9 2" },
  { "wei", "2" },
  /* Everything else that is known, behind the names. */
  { "黑色", "1" },
  { "曾经", "4" },
  { "文三路", "1" },
  { "文三路1", "1" },
  { "文三路2", "" },
  { "文三路 100 號", "1" },
  { "詠春", "7" }, { "咏春拳", "7" },
  { "羊毛", "1" },
  { "解放", "12" },
  { "浙江省杭州市", "12 1" },
  /* Several words: each of them, wherever it stands. */
  { "王 杭州", "12 1" },
  { "晓 浙江省 号", "12 1" },
  { "文三路 幢", "1" },
  { "王晓 室", "" },
  { "雯 杭州", "1" },
  { "杭州 王晓雯", "1" },
  { "杭州 伟", "" },
  { "伟 世纪大道 1357", "2" },
  { "wx 杭州", "" },
  { "xw 杭州", "1" },
};

static void
test_customers (Fixture       *self,
                gconstpointer  data)
{
  check_rows (self, zg_find_table_customers, customer_rows, G_N_ELEMENTS (customer_rows));
}

/* Whatever is typed is looked for, and never means anything to the index. */
static void
test_harmless (Fixture       *self,
               gconstpointer  data)
{
  static const Row rows[] = {
    { "\"", "" }, { "*", "" }, { "-", "" }, { "^", "" }, { ":", "" }, { "(", "" }, { "'", "" }, { "%", "" },
    { "王*", "12 2 1" }, { "^王", "12 2 1" }, { "-王", "12 2 1" }, { "\"王", "12 2 1" }, { "王\"", "12 2 1" },
    { "王 -晓", "12 1" }, { "NOT 王", "" }, { "王 OR 曾", "" }, { "王 AND 伟", "" }, { "NEAR(王 伟)", "" },
    { "name:王", "" }, { "name: 王", "" }, { "{name} : 王", "" },
    { "flower\"power", "9" }, { "r\"p", "9" }, { "NEAR OR AND", "9" }, { "50%", "" }, { "0% off", "9" },
    { "name:x", "10" }, { "-y ^z", "" }, { "A&B", "10" }, { "<b>", "11 10 2" }, { "a&b <b>", "10" },
    { "🌸", "9" }, { "🌸花", "9" }, { "花花", "9" }, { "😀", "" },
    { "_", "" }, { "%王%", "12 2 1" }, { "'; DROP TABLE customer; --", "" }, { "\xff", "" }, { "王\xff", "12 2 1" },
    { "\xef\xbf\xbd", "" }, { "王\n晓", "12 1" },
  };

  check_rows (self, zg_find_table_customers, rows, G_N_ELEMENTS (rows));
}

static void
test_orders (Fixture       *self,
             gconstpointer  data)
{
  static const Row rows[] = {
    { "", "3 2 1" },
    /* The tail of a number, then its beginning. */
    { "12345", "1 3" },
    { "2345", "1" },
    { "3900000000000012345", "1" },
    { "00000000012345", "1" },
    { "99999", "2" },
    { "1234500", "3" },
    /* Their customers: the customer's newest first. */
    { "wxw", "3 1" },
    { "伟", "2" },
    { "2468", "3 1" },
    /* Goods, sizes, parcels. */
    { "开衫", "3 1" },
    { "云朵针", "3 1" },
    { "針織", "3 2 1" },
    { "开衫 M", "1" },
    { "sf123456", "1" },
    { "567890", "1" },
    { "\"云朵\" -开衫", "3 1" },
    { "没有的", "" },
  };

  check_rows (self, zg_find_table_orders, rows, G_N_ELEMENTS (rows));
}

static void
test_limit (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDatabase) db = zg_store_open_reader (self->store, &error);
  static const char * const queries[] = { "", "王", "wx", "2468", "浙江省", "王 杭州" };

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr(GArray) ids = zg_find_table_customers (db, queries[i], 1, &error);
      g_autoptr(GArray) none = zg_find_table_customers (db, queries[i], 0, &error);

      g_assert_no_error (error);
      g_assert_cmpint (ids->len, ==, 1);
      g_assert_cmpint (none->len, ==, 0);
    }
}

static void
check_sorted (Fixture    *self,
              gboolean    descending,
              const char *wanted)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDatabase) db = zg_store_open_reader (self->store, &error);
  g_autoptr(GArray) ids = NULL;
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  ids = zg_list_table_customer_ids (db, ZG_CUSTOMER_FILTER_ALL, ZG_CUSTOMER_SORT_NAME, descending, NOW, &error);
  g_assert_no_error (error);
  joined = join_ids (ids);
  g_assert_cmpstr (joined, ==, wanted);
}

/* A&B, 🌸花花, 李, 欧阳晓雯, 仇英, 单田芳, 王伟, 王晓, 王晓雯, 解缙, 葉問, 曾小贤 */
#define SORTED "10 9 8 11 5 3 2 12 1 6 7 4"

static gboolean
rename_some (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(ZgCustomer) first = zg_customer_table_load (db, 4, error);
  g_autoptr(ZgCustomer) last = zg_customer_table_load (db, 10, error);

  zg_personal_set (&first->name, "阿曾");
  zg_personal_set (&last->name, "");
  g_free (last->call_name);
  last->call_name = g_strdup ("左先生");
  return zg_customer_table_update (db, first, NOW, error) && zg_customer_table_update (db, last, NOW, error);
}

static void
test_sort_by_name (Fixture       *self,
                   gconstpointer  data)
{
  check_sorted (self, FALSE, SORTED);
  check_sorted (self, TRUE, "4 7 6 1 12 2 3 5 11 8 9 10");

  /* Who has no name stands under what the desk calls them. */
  write_ok (self, rename_some, NULL);
  check_sorted (self, FALSE, "4 9 8 11 5 3 2 12 1 6 7 10");
}

static gboolean
check_index (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return zg_search_index_check (db, error);
}

static gboolean
run_sql (ZgDatabase    *db,
         gpointer       sql,
         GCancellable  *cancellable,
         GError       **error)
{
  return zg_database_exec (db, sql, error);
}

static void
reopen (Fixture *self)
{
  g_autoptr(GError) error = NULL;

  zg_store_close (self->store);
  g_clear_object (&self->store);
  self->store = zg_store_open (self->path, &error);
  g_assert_no_error (error);
}

static gint64
count (Fixture    *self,
       const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDatabase) db = zg_store_open_reader (self->store, &error);
  gint64 value;

  g_assert_no_error (error);
  zg_database_query_int64 (db, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

/* What other readings left behind is not there any more after the next start, and what they sorted by neither. */
static void
test_rebuild (Fixture       *self,
              gconstpointer  data)
{
  static char spoil[] =
    "UPDATE search_state SET version = '1-of-another-time';"
    "INSERT INTO customer_key (key, customer_id) VALUES ('dantianfeng', 3);"
    "DELETE FROM customer_key WHERE key = 'stf';"
    "UPDATE customer SET name_key = 'zzz' WHERE id = 9;";
  static const Row empty[] = { { "王", "" }, { "wxw", "" }, { "黑色", "" }, { "2468", "3 1" } };
  static const Row changed[] = { { "dantianfeng", "" } };
  g_autoptr(GError) error = NULL;

  write_ok (self, run_sql, spoil);
  reopen (self);
  /* The window is there at once, and nothing wrong is found. */
  check_rows (self, zg_find_table_customers, empty, G_N_ELEMENTS (empty));

  zg_search_rebuild_finish (self->store, &error);
  g_assert_no_error (error);
  check_rows (self, zg_find_table_customers, customer_rows, G_N_ELEMENTS (customer_rows));
  check_rows (self, zg_find_table_customers, changed, G_N_ELEMENTS (changed));
  test_orders (self, NULL);
  check_sorted (self, FALSE, SORTED);
  write_ok (self, check_index, NULL);

  /* Once is enough. */
  write_ok (self, run_sql, "INSERT INTO customer_key (key, customer_id) VALUES ('mark', 3)");
  reopen (self);
  g_assert_cmpint (count (self, "SELECT count(*) FROM customer_key WHERE key = 'mark'"), ==, 1);
}

/* A file from before there was a version. */
static void
test_rebuild_without_version (Fixture       *self,
                              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  write_ok (self, run_sql, "DROP TABLE search_state; DROP TABLE order_index");
  reopen (self);
  zg_search_rebuild_finish (self->store, &error);
  g_assert_no_error (error);
  check_rows (self, zg_find_table_customers, customer_rows, G_N_ELEMENTS (customer_rows));
  write_ok (self, check_index, NULL);
}

static gboolean
edit_while_rebuilding (ZgDatabase    *db,
                       gpointer       data,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr(ZgCustomer) edited = zg_customer_table_load (db, 2, error);
  g_autoptr(ZgCustomer) edited_back = zg_customer_table_load (db, 11, error);
  g_autoptr(ZgCustomer) added = zg_customer_new ();

  zg_personal_set (&edited->name, "魏伟");
  zg_personal_set (&edited_back->name, "欧阳晓晓");
  zg_personal_set (&added->name, "王新");
  return zg_customer_table_update (db, edited, NOW, error)
         && zg_customer_table_update (db, edited_back, NOW, error)
         && zg_customer_table_insert (db, added, NOW, 0, error)
         && zg_customer_table_delete (db, 5, error)
         && zg_customer_table_delete (db, 10, error);
}

/* Edits pass between the steps, of rows that the index has again already and of others. */
static void
test_edit_while_rebuilding (Fixture       *self,
                            gconstpointer  data)
{
  static const Row meanwhile[] = { { "王新", "13" }, { "欧阳晓晓", "11" }, { "欧阳晓雯", "" }, { "魏", "" } };
  static const Row after[] = {
    { "王", "13 12 1" }, { "魏", "2" }, { "wangwei", "" }, { "weiwei", "2" }, { "仇", "" }, { "A&B", "" }, { "欧阳晓晓", "11" },
    { "oyxw", "" },
  };
  g_autoptr(GError) error = NULL;

  write_ok (self, run_sql,
            "UPDATE search_state SET version = 'another'");
  reopen (self);
  /* As if a step had come as far as the last six: they are written, the others are left. */
  write_ok (self, run_sql,
            "INSERT INTO customer_name_index (rowid, name) SELECT id, name FROM customer_name_document WHERE id > 6;"
            "INSERT INTO customer_index (rowid, name, phone, address, note, tag) "
            "SELECT id, name, phone, address, note, tag FROM customer_document WHERE id > 6;"
            "UPDATE search_state SET customers_left = 6");
  write_ok (self, edit_while_rebuilding, NULL);
  check_rows (self, zg_find_table_customers, meanwhile, G_N_ELEMENTS (meanwhile));

  zg_search_rebuild_finish (self->store, &error);
  g_assert_no_error (error);
  check_rows (self, zg_find_table_customers, after, G_N_ELEMENTS (after));
  write_ok (self, check_index, NULL);
}

static gboolean
insert_many (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr(ZgCustomer) customer = zg_customer_new ();
      g_autofree char *name = g_strdup_printf ("赵%u", i);

      zg_personal_set (&customer->name, name);
      customer->note = g_strdup (i == 0 ? "同一句话，却有龘字" : "同一句话");
      if (!zg_customer_table_insert (db, customer, NOW, 0, error))
        return FALSE;
    }
  return TRUE;
}

/* A word that all have and a character that only the oldest has: more rows than are read to look for it. */
static void
test_rare_short_piece (Fixture       *self,
                       gconstpointer  data)
{
  static const Row rows[] = { { "同一句话 龘", "13" }, { "龘 同一 句话", "13" }, { "同一句话 鼗", "" } };

  write_ok (self, insert_many, NULL);
  check_rows (self, zg_find_table_customers, rows, G_N_ELEMENTS (rows));
}

static gboolean
is_done (Fixture *self)
{
  return count (self, "SELECT customers_left + orders_left FROM search_state") == 0;
}

/* In the background, with a main loop: more rows than one step takes. */
static void
test_rebuild_in_background (Fixture       *self,
                            gconstpointer  data)
{
  static const Row rows[] = { { "赵2999", "3012" }, { "赵0", "13" }, { "wxw", "1" } };
  gint64 before;

  write_ok (self, insert_many, NULL);
  write_ok (self, run_sql, "UPDATE search_state SET version = 'another'");
  before = count (self, "SELECT count(*) FROM customer_key");
  reopen (self);
  zg_search_rebuild_start (self->store);
  while (!is_done (self))
    g_main_context_iteration (NULL, FALSE);

  check_rows (self, zg_find_table_customers, rows, G_N_ELEMENTS (rows));
  g_assert_cmpint (count (self, "SELECT count(*) FROM customer_key"), ==, before);
  write_ok (self, check_index, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/search/customers", Fixture, NULL, set_up, test_customers, tear_down);
  g_test_add ("/search/harmless", Fixture, NULL, set_up, test_harmless, tear_down);
  g_test_add ("/search/orders", Fixture, NULL, set_up, test_orders, tear_down);
  g_test_add ("/search/limit", Fixture, NULL, set_up, test_limit, tear_down);
  g_test_add ("/search/sort-by-name", Fixture, NULL, set_up, test_sort_by_name, tear_down);
  g_test_add ("/search/rare-short-piece", Fixture, NULL, set_up, test_rare_short_piece, tear_down);
  g_test_add ("/search/rebuild", Fixture, NULL, set_up, test_rebuild, tear_down);
  g_test_add ("/search/rebuild-without-version", Fixture, NULL, set_up, test_rebuild_without_version, tear_down);
  g_test_add ("/search/edit-while-rebuilding", Fixture, NULL, set_up, test_edit_while_rebuilding, tear_down);
  g_test_add ("/search/rebuild-in-background", Fixture, NULL, set_up, test_rebuild_in_background, tear_down);
  return g_test_run ();
}

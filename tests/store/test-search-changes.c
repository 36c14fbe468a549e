/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "shop-folder.h"
#include "zg-customer-bulk.h"
#include "zg-customer-desk.h"
#include "zg-customer-erase.h"
#include "zg-customer-merge.h"
#include "zg-customer-table.h"
#include "zg-find-table.h"
#include "zg-importer.h"
#include "zg-search-index.h"
#include "zg-segment.h"
#include "zg-store.h"

/* The order of what is found, what is found among the customers of a segment, and that whatever changes a customer or takes
 * a change back leaves nothing old to be found and nothing new that is not. */

/* 2026-09-22 14:20 in Shanghai */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

/* Their places are their ids from 1 on; the later is the newer. */
static const struct {
  const char *name;
  const char *call_name;
  const char *account;
  const char *phone;
  const char *address;
  const char *note;
  const char *caution;
  const char *tag;
} people[] = {
  { "林静", "林小姐", "lin_jing", "13800002468", "浙江省 杭州市 西湖区 文三路100号(310000)", "喜欢米白", NULL, "老客" },
  { "林静怡", NULL, "jingyi88", "13900001357", "江苏省 南京市 鼓楼区 林静巷5号(210000)", NULL, NULL, NULL },
  { "沈林静", NULL, NULL, NULL, NULL, NULL, "林静也骂人", "送礼" },
  { "周梦", NULL, NULL, NULL, "上海市 上海市 徐汇区 衡山路3号(200000)", "林静介绍来的", NULL, "老客" },
  { "吴桐", NULL, "linjing_fan", NULL, NULL, "杭州人，住上海，林家旧号 1370000246812", "退货多", NULL },
  { "林竟", NULL, NULL, "13700002468", NULL, NULL, NULL, "林静的朋友" },
};

typedef struct {
  char *folder;
  char *path;
  ZgStore *store;
  ZgClock *clock;
  ZgCustomer *before;
  ZgCustomer *saved;
  ZgCustomerBulk *bulk;
  gint64 contact_id;
  gint64 merge_id;
} Fixture;

static ZgCustomer *
make_customer (gsize index)
{
  ZgCustomer *customer = zg_customer_new ();

  zg_personal_set (&customer->name, people[index].name);
  customer->call_name = g_strdup (people[index].call_name);
  customer->note = g_strdup (people[index].note);
  customer->caution = g_strdup (people[index].caution);
  if (people[index].account != NULL)
    zg_customer_add_account (customer, "taobao", people[index].account);
  if (people[index].phone != NULL)
    zg_customer_add_phone (customer, people[index].phone, NULL);
  if (people[index].address != NULL)
    {
      g_autoptr(ZgAddress) address = zg_address_parse_export (people[index].address);

      zg_customer_add_address (customer, people[index].name, NULL, address, NULL);
    }
  if (people[index].tag != NULL)
    g_ptr_array_add (customer->tags, g_strdup (people[index].tag));
  return customer;
}

static gboolean
insert_people (ZgDatabase    *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr(ZgCustomer) customer = make_customer (i);

      if (!zg_customer_table_insert (db, customer, NOW, 0, error))
        return FALSE;
      g_assert_cmpint (customer->id, ==, i + 1);
    }
  return TRUE;
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
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GTimeZone) zone = zg_time_zone_china ();

  self->folder = shop_folder_make (&self->path);
  self->clock = zg_clock_new_fixed (NOW, zone);
  self->store = zg_store_open (self->path, &error);
  g_assert_no_error (error);
  run (self, insert_people);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_pointer (&self->before, zg_customer_free);
  g_clear_pointer (&self->saved, zg_customer_free);
  g_clear_pointer (&self->bulk, zg_bulk_unref);
  zg_store_close (self->store);
  g_object_unref (self->store);
  zg_clock_unref (self->clock);
  shop_folder_remove (self->folder);
  g_free (self->path);
}

typedef struct {
  const char *query;
  const char *ids;
  const char *filter;
} Row;

static char *
join_ids (GArray *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", g_array_index (ids, gint64, i));
  return g_string_free (text, FALSE);
}

static GArray *
find (Fixture     *self,
      ZgDatabase  *db,
      const Row   *row,
      int          limit,
      GError     **error)
{
  g_autoptr(ZgCustomerFilter) filter = NULL;

  if (row->filter == NULL)
    return zg_find_table_customers (db, row->query, limit, error);
  filter = zg_customer_filter_parse (row->filter, error);
  g_assert_no_error (*error);
  return zg_find_table_customers_among (db, row->query, filter, self->clock, limit, error);
}

static gboolean
check_index (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return zg_search_index_check (db, error);
}

static void
check_rows (Fixture    *self,
            const char *when,
            const Row  *rows,
            gsize       n_rows)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDatabase) db = zg_store_open_reader (self->store, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr(GArray) ids = find (self, db, &rows[i], 20, &error);
      g_autofree char *joined = NULL;

      g_assert_no_error (error);
      joined = join_ids (ids);
      if (strcmp (joined, rows[i].ids) == 0)
        continue;
      g_test_message ("%s, “%s” among “%s” finds “%s” instead of “%s”", when, rows[i].query,
                      rows[i].filter != NULL ? rows[i].filter : "", joined, rows[i].ids);
      g_test_fail ();
    }
  run (self, check_index);
}

#define CHECK(self, when, rows) check_rows ((self), (when), (rows), G_N_ELEMENTS (rows))

/* Order *******************************************************************************************************************/

static void
test_order (Fixture       *self,
            gconstpointer  data)
{
  static const Row rows[] = {
    /* The whole name before the newer ones that go on or begin before it, names before anything else, newest first. */
    { "林静", "1 3 2 6 4" }, { "林靜", "1 3 2 6 4" }, { "沈林静", "3" }, { "静", "3 2 1" },
    /* The shortest key, then the newest; then what is inside of another name. */
    { "linjing", "6 1 5 2" }, { "lj", "6 1 2" }, { "jing", "2 5 1" },
    /* The tail of a phone before names, names before texts. */
    { "2468", "6 1 5" }, { "0000-2468", "6 1 5" }, { "88", "" },
    { "上海", "5 4" }, { "杭州", "5 1" }, { "静 上海", "4" }, { "林 杭州", "1 5" }, { "梦 上海", "4" }, { "林静 上海", "4" },
    /* Whom to be careful about stands where anybody else would. */
    { "骂人", "3" }, { "退货", "5" }, { "", "6 5 4 3 2 1" },
  };

  CHECK (self, "at first", rows);
}

/* A limit takes the best away last. */
static void
test_limit (Fixture       *self,
            gconstpointer  data)
{
  static const struct {
    Row row;
    int limit;
  } cases[] = {
    { { "林静", "1" }, 1 }, { { "林静", "1 3 2 6" }, 4 }, { { "linjing", "6 1 5" }, 3 }, { { "2468", "6" }, 1 },
    { { "林静", "4", "tag:老客 city:上海" }, 1 }, { { "林静", "1 4", "tag:老客" }, 2 }, { { "", "6 5" }, 2 }, { { "", "3", "caution tag:送礼" }, 1 },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDatabase) db = zg_store_open_reader (self->store, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) ids = find (self, db, &cases[i].row, cases[i].limit, &error);
      g_autofree char *joined = NULL;

      g_assert_no_error (error);
      joined = join_ids (ids);
      g_assert_cmpstr (joined, ==, cases[i].row.ids);
    }
}

/* Segments ****************************************************************************************************************/

static void
test_filters (Fixture       *self,
              gconstpointer  data)
{
  static const Row rows[] = {
    { "林静", "1 4", "tag:老客" }, { "林静", "1", "tag:老客 city:杭州" }, { "林静", "3", "caution" }, { "林静", "", "tag:没有" },
    { "linjing", "1", "tag:老客" }, { "2468", "1", "tag:老客" }, { "2468", "6", "tag:林静的朋友" }, { "上海", "5", "caution" },
    { "静", "3 1", "any-tag:老客 any-tag:送礼" }, { "", "4 1", "tag:老客" }, { "没有的", "", "tag:老客" },
    { "138 0000 2468", "1", "tag:老客" }, { "林静 上海", "4", "tag:老客" }, { "静 杭州", "", "caution" }, { "静 杭州", "1", "tag:老客" },
    { "林静", "1 3 2 6 4", "" },
  };

  CHECK (self, "at first", rows);
}

static gboolean
save_segment (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(ZgSegment) segment = zg_segment_new ("爱退货的", "caution");

  return zg_segment_table_insert (db, segment, error);
}

/* As it was saved and is read again. */
static void
test_saved_filter (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDatabase) db = NULL;
  g_autoptr(GPtrArray) segments = NULL;
  Row rows[] = { { "林静", "3" }, { "linjing", "5" }, { "杭州", "5" }, { "2468", "5" } };

  run (self, save_segment);
  db = zg_store_open_reader (self->store, &error);
  g_assert_no_error (error);
  segments = zg_segment_table_load (db, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (segments->len, ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i].filter = ((ZgSegment *) g_ptr_array_index (segments, 0))->filter;
  CHECK (self, "in a saved segment", rows);
}

static gboolean
insert_crowd (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  for (guint i = 0; i < 5200; i++)
    {
      g_autoptr(ZgCustomer) customer = zg_customer_new ();

      zg_personal_set (&customer->name, "林静");
      if (!zg_customer_table_insert (db, customer, NOW, 0, error))
        return FALSE;
    }
  return TRUE;
}

/* Few of very many: more are passed over than are looked at one by one. */
static void
test_few_of_many (Fixture       *self,
                  gconstpointer  data)
{
  static const Row rows[] = {
    { "林静", "1 4", "tag:老客" }, { "linjing", "1", "tag:老客" }, { "lj", "6", "tag:林静的朋友" }, { "", "4 1", "tag:老客" },
    { "林静", "3", "caution" },
  };

  run (self, insert_crowd);
  CHECK (self, "among many", rows);
}

/* Changes *****************************************************************************************************************/

static const Row first_rows[] = {
  { "林静", "1 3 2 6 4" }, { "林小姐", "1" }, { "lxj", "1" }, { "lin_jing", "1" }, { "linj", "6 1 5 2" }, { "13800002468", "1" },
  { "西湖区", "1" }, { "米白", "1" }, { "老客", "4 1" }, { "韦小宝", "" }, { "weixb", "" }, { "韦爵爷", "" }, { "鹿鼎", "" }, { "13500005555", "" },
  { "通吃", "" }, { "赌钱", "" }, { "逃单", "" }, { "丽春", "" }, { "1357", "2" }, { "jingyi", "2" }, { "南京", "2" }, { "a", "5" },
};

static gboolean
edit (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  Fixture *self = data;
  g_autoptr(ZgAddress) address = zg_address_parse_export ("江苏省 扬州市 广陵区 丽春院1号(225000)");
  g_autoptr(ZgCustomer) after = zg_customer_new ();

  self->before = zg_customer_table_load (db, 1, error);
  after->id = 1;
  after->version = self->before->version;
  g_free (after->uid);
  after->uid = g_strdup (self->before->uid);
  zg_personal_set (&after->name, "韦小宝");
  after->call_name = g_strdup ("韦爵爷");
  after->note = g_strdup ("爱赌钱");
  after->caution = g_strdup ("逃单");
  zg_customer_add_account (after, "taobao", "鹿鼎公");
  zg_customer_add_account (after, "wechat", "安");
  zg_customer_add_phone (after, "13500005555", NULL);
  zg_customer_add_address (after, "韦春花", NULL, address, NULL);
  g_ptr_array_add (after->tags, g_strdup ("通吃"));
  return zg_customer_desk_change (db, self->before, after, FALSE, 0, self->clock, &self->saved, &self->contact_id, error);
}

static gboolean
take_back (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Fixture *self = data;

  return zg_customer_desk_take_back (db, self->before, self->saved, self->contact_id, self->clock, error);
}

static void
test_edit (Fixture       *self,
           gconstpointer  data)
{
  static const Row edited[] = {
    { "林静", "3 2 6 4" }, { "林小姐", "" }, { "lxj", "" }, { "lin_jing", "" }, { "linj", "6 5 2" }, { "13800002468", "" }, { "2468", "6 5" },
    { "西湖区", "" }, { "米白", "" }, { "老客", "4" }, { "韦小宝", "1" }, { "weixiaob", "1" }, { "wxb", "1" }, { "韦爵爷", "1" }, { "wjy", "1" },
    { "鹿鼎", "1" }, { "ldg", "1" }, { "13500005555", "1" }, { "5555", "1" }, { "通吃", "1" }, { "赌钱", "1" }, { "逃单", "1" }, { "丽春", "1" },
    { "韦春花", "1" }, { "扬州", "1" }, { "a", "1 5" },
  };

  CHECK (self, "at first", first_rows);
  run (self, edit);
  CHECK (self, "after an edit", edited);
  run (self, take_back);
  CHECK (self, "after taking it back", first_rows);
}

static gboolean
delete_first (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return zg_customer_table_delete (db, 1, error);
}

static void
test_delete (Fixture       *self,
             gconstpointer  data)
{
  static const Row rows[] = {
    { "林静", "3 2 6 4" }, { "linjing", "6 5 2" }, { "lj", "6 2" }, { "林小姐", "" }, { "2468", "6 5" }, { "西湖区", "" }, { "米白", "" },
    { "老客", "4" }, { "", "6 5 4 3 2" },
  };

  run (self, delete_first);
  CHECK (self, "after a deletion", rows);
}

static gboolean
merge (ZgDatabase    *db,
       gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  Fixture *self = data;
  g_autoptr(ZgMergePlan) plan = zg_customer_merge_plan (db, 1, 2, error);

  if (plan == NULL)
    return FALSE;
  self->merge_id = zg_customer_merge (db, plan, 0, self->clock, error);
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

/* What the other was called is gone with the merge but for the address; what else they had is the kept one's. */
static void
test_merge (Fixture       *self,
            gconstpointer  data)
{
  static const Row merged[] = {
    { "林静怡", "1" }, { "怡", "" }, { "林静", "1 3 6 4" }, { "ljy", "" }, { "linjingyi", "" }, { "jingyi88", "1" }, { "1357", "1" }, { "2468", "6 1 5" },
    { "南京", "1" }, { "西湖区", "1" }, { "林静巷", "1" },
  };

  run (self, merge);
  CHECK (self, "after a merge", merged);
  run (self, unmerge);
  CHECK (self, "after taking the merge apart", first_rows);
}

static void
test_erase (Fixture       *self,
            gconstpointer  data)
{
  static const Row rows[] = {
    { "林静", "3 2 6 4" }, { "linjing", "6 5 2" }, { "lin_jing", "" }, { "lj", "6 2" }, { "lxj", "" }, { "林小姐", "" }, { "2468", "6 5" },
    { "西湖区", "" }, { "米白", "" }, { "老客", "4" }, { "1380000", "" }, { "", "6 5 4 3 2" },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgErased) erased =
    zg_customer_erase (self->store, 1, people[0].name, TRUE, self->clock, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (erased);
  CHECK (self, "after erasing", rows);
}

static gboolean
run_bulk (ZgDatabase    *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return zg_bulk_run (db, ((Fixture *) data)->bulk, cancellable, error);
}

static void
test_bulk (Fixture       *self,
           gconstpointer  data)
{
  static const Row tagged[] = { { "通吃", "3 2 1" }, { "老客", "4 1" }, { "林静", "1", "tag:通吃 tag:老客" } };
  static const Row removed[] = { { "老客", "4" }, { "林静", "4", "tag:老客" } };
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(ZgCustomerBulk) first = NULL;

  for (gint64 id = 1; id <= 3; id++)
    g_array_append_val (ids, id);

  self->bulk = zg_customer_bulk_new (ZG_BULK_ADD_TAG, ids, "通吃", self->clock);
  run (self, run_bulk);
  CHECK (self, "after a tag for three", tagged);
  first = g_steal_pointer (&self->bulk);
  self->bulk = (ZgCustomerBulk *) zg_bulk_reverse (&first->bulk);
  run (self, run_bulk);
  CHECK (self, "after taking it back", first_rows);

  zg_bulk_unref (self->bulk);
  self->bulk = zg_customer_bulk_new (ZG_BULK_REMOVE_TAG, ids, "老客", self->clock);
  run (self, run_bulk);
  CHECK (self, "after a tag was taken away", removed);
}

#define HEADER "订单编号,买家会员名,总金额,买家实际支付金额,订单状态,买家留言,收货人姓名,收货地址 ,联系手机,订单创建时间," \
               "订单付款时间 ,宝贝标题 ,物流单号 ,物流公司,宝贝总数量,店铺名称\n"
#define ORDER(number, account, name, address, phone) number "," account ",89.00,89.00,买家已付款，等待卖家发货,," name "," address "," \
  phone ",2026-09-20 10:00:00,2026-09-20 10:05:00,云朵针织开衫,,,1,青禾小铺\n"

/* The file has somebody new, and for somebody known another phone and address. */
static void
test_import (Fixture       *self,
             gconstpointer  data)
{
  static const char file[] = HEADER
    ORDER ("2609221046500001", "鹿鼎公", "韦小宝", "江苏省 扬州市 广陵区 丽春院1号(225000)", "13500005555")
    ORDER ("2609221046500002", "lin_jing", "林静", "福建省 泉州市 鲤城区 涂门街9号(362000)", "13800007777");
  static const Row imported[] = {
    { "韦小宝", "7" }, { "wxb", "7" }, { "鹿鼎", "7" }, { "5555", "7" }, { "丽春", "7" }, { "7777", "1" }, { "泉州", "1" }, { "涂门街", "1" },
    { "西湖区", "1" }, { "2468", "6 1 5" }, { "林静", "1 3 2 6 4" },
  };
  static const Row undone[] = { { "7777", "" }, { "泉州", "" } };
  ZgImportOptions options = { .clock = self->clock };
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "ExportOrderList202609201300.csv", NULL);
  g_autoptr(ZgImportResult) result = NULL;
  g_autoptr(ZgImportUndo) undo = NULL;

  g_file_set_contents (path, file, -1, &error);
  g_assert_no_error (error);
  result = zg_importer_run (self->store, path, &options, NULL, &error);
  g_assert_no_error (error);
  CHECK (self, "after an import", imported);

  undo = zg_importer_undo (self->store, result->import_id, self->clock, &error);
  g_assert_no_error (error);
  CHECK (self, "after taking the import back", first_rows);
  CHECK (self, "after taking the import back", undone);
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void (*func) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/search-changes/order", test_order },
    { "/search-changes/limit", test_limit },
    { "/search-changes/filters", test_filters },
    { "/search-changes/saved-filter", test_saved_filter },
    { "/search-changes/few-of-many", test_few_of_many },
    { "/search-changes/edit", test_edit },
    { "/search-changes/delete", test_delete },
    { "/search-changes/merge", test_merge },
    { "/search-changes/erase", test_erase },
    { "/search-changes/bulk", test_bulk },
    { "/search-changes/import", test_import },
  };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}

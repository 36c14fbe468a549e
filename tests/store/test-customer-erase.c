/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "shop-folder.h"
#include "zg-backup.h"
#include "zg-contact-table.h"
#include "zg-customer-attachment.h"
#include "zg-customer-desk.h"
#include "zg-customer-erase.h"
#include "zg-customer-interest.h"
#include "zg-customer-table.h"
#include "zg-erase-table.h"
#include "zg-erased-table.h"
#include "zg-error.h"
#include "zg-importer.h"
#include "zg-order-table.h"
#include "zg-search-index.h"
#include "zg-search-rebuild.h"
#include "zg-shop-copies.h"
#include "zg-shop-file.h"
#include "zg-shop-table.h"
#include "zg-statement.h"

/* Somebody who was erased is in no row, no word of the search index, no byte of the files, and does not come back. */

/* 2026-09-22 14:20 in Shanghai. */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)
#define N_OTHERS 300

#define HEADER "订单编号,买家会员名,总金额,买家实际支付金额,订单状态,买家留言,收货人姓名,收货地址 ,联系手机,订单创建时间," \
               "订单付款时间 ,宝贝标题 ,物流单号 ,物流公司,宝贝总数量,店铺名称\n"
#define NAME "尉迟龘鑫"
#define EARLIER_NAME "欧阳爨麤"
#define PHONE "13912345678"
#define ACCOUNT "龘龘的小店"
#define STREET "犇骉路 77 号"
#define FIRST "2609221046500001"
#define SECOND "2609221046500002"

/* What has to be gone: texts, how the shop keeps a phone to find its tail, pinyin, and pairs of rare characters, which are
 * the words of the index. */
static const char * const needles[] = {
  NAME, PHONE, "139 1234 5678", "87654321931", ACCOUNT, STREET, "犇骉", "龘鑫", "龘龘", "迟龘", "weichilongxin", "yuchilongxin",
  "鱻羴", "靐齉", "一张付款截图", "韡韡", "饕餮", EARLIER_NAME, "齾齾",
};

/* Where the bytes of these are not as they are: in the index words stand without what they share with the one before. */
static const char * const texts[] = { NAME, PHONE, "87654321931", ACCOUNT, STREET, "鱻羴", "靐齉", "一张付款截图", "韡韡" };

typedef struct {
  char *folder;
  char *shop_path;
  ZgStore *store;
  ZgClock *clock;
  gint64 customer_id;
  gint64 relative_id;
} Fixture;

static ZgImportResult *
import (Fixture    *self,
        const char *name,
        const char *text)
{
  ZgImportOptions options = { .clock = self->clock };
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  ZgImportResult *result;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  result = zg_importer_run (self->store, path, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->n_rejected, ==, 0);
  g_remove (path);
  return result;
}

static void
append_order (GString    *file,
              const char *number,
              const char *account,
              const char *name,
              const char *phone,
              const char *note)
{
  g_string_append_printf (file, "%s,%s,89.00,89.00,买家已付款，等待卖家发货,%s,%s,浙江省 杭州市 西湖区 %s,%s,"
                          "2026-09-20 10:00:00,2026-09-20 10:05:00,云朵针织开衫,,,1,青禾小铺\n", number, account, note, name,
                          strcmp (name, NAME) == 0 ? STREET : "文三路 100 号", phone);
}

/* The shop that all tests begin with, from files with many people. */
static void
import_people (Fixture *self)
{
  g_autoptr(GString) file = g_string_new (HEADER);
  g_autoptr(GString) again = g_string_new (HEADER);
  g_autoptr(ZgImportResult) first = NULL;
  g_autoptr(ZgImportResult) second = NULL;

  append_order (file, FIRST, ACCOUNT, NAME, PHONE, "鱻羴");
  for (int i = 0; i < N_OTHERS; i++)
    {
      g_autofree char *number = g_strdup_printf ("26092210465%05d", 10000 + i);
      g_autofree char *account = g_strdup_printf ("tb%d", 1000 + i);
      g_autofree char *name = g_strdup_printf ("王晓%c", 'A' + i % 26);
      g_autofree char *phone = g_strdup_printf ("138%08d", i);

      append_order (file, number, account, name, phone, "快点发货");
    }
  append_order (file, SECOND, ACCOUNT, NAME, PHONE, "");
  first = import (self, "ExportOrderList202609201300.csv", file->str);

  /* A newer file that changes an order: the journal keeps what was before. */
  append_order (again, FIRST, ACCOUNT, NAME, PHONE, "不要放辣 鱻羴");
  append_order (again, "2609221046500003", ACCOUNT, NAME, "13987654321", "");
  second = import (self, "ExportOrderList202609211300.csv", again->str);
  g_assert_cmpint (second->counts.orders_updated, ==, 1);
}

/* What was there before: another name, and a note that took pages of its own. */
static gboolean
write_earlier (ZgDatabase  *db,
               ZgCustomer  *customer,
               GError     **error)
{
  g_autoptr(GString) note = g_string_new (NULL);

  while (note->len < 20000)
    g_string_append (note, "齾齾 ");
  zg_personal_set (&customer->name, EARLIER_NAME);
  g_free (customer->note);
  customer->note = g_strdup (note->str);
  if (!zg_customer_table_update (db, customer, NOW, error))
    return FALSE;
  zg_personal_set (&customer->name, NAME);
  return TRUE;
}

#define ITS_ID "(SELECT id FROM shop_order WHERE number = '" FIRST "')"
#define ITS_BUYER "(SELECT customer_id FROM shop_order WHERE number = '" FIRST "')"

/* What people write about an order, each time with the name in it. */
static const char order_life[] =
  "INSERT INTO contact (uid, at, kind, order_id, text) VALUES ('c1', 1, 1, " ITS_ID ", '" NAME "');"
  "INSERT INTO follow_up (uid, order_id, due_at, text) VALUES ('f1', " ITS_ID ", 1, '" NAME "');"
  "INSERT INTO order_history (order_id, at, from_state, to_state, actor, reason) VALUES (" ITS_ID ", 1, 0, 1, 0, '" NAME "');"
  "INSERT INTO round (uid, name, filter, marketing, started_at) VALUES ('r1', 'x', '', 0, 1);"
  "INSERT INTO round_member (round_id, position, customer_id, state, reason) "
  "SELECT id, 0, " ITS_BUYER ", 2, '" NAME "' FROM round WHERE uid = 'r1';"
  "INSERT INTO payment (uid, order_id, at, kind, amount, note) VALUES ('p1', " ITS_ID ", 1, 0, 1, '" NAME "');"
  "INSERT INTO shipment (uid, order_id, at, tracking, note) VALUES ('s1', " ITS_ID ", 1, '" NAME "', '" NAME "');"
  "INSERT INTO promise (uid, order_id, text, made_at, due_at) VALUES ('o1', " ITS_ID ", '" NAME "', 1, 1);"
  "INSERT INTO order_case (uid, order_id, type, step, step_at, opened_at, reason, outcome, tracking, platform_number, note) "
  "VALUES ('k1', " ITS_ID ", 'x', 'x', 1, 1, '" NAME "', '" NAME "', '" NAME "', '" NAME "', '" NAME "');"
  "INSERT INTO case_line (case_id, at, type, text) SELECT id, 1, 'x', '" NAME "' FROM order_case WHERE uid = 'k1';"
  "INSERT INTO case_remedy (case_id, position, remedy, offered_at) SELECT id, 0, '" NAME "', 1 FROM order_case WHERE uid = 'k1'";

static gboolean
add_life (ZgDatabase    *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Fixture *self = data;
  g_autoptr(GBytes) bytes = g_bytes_new_static ("一张付款截图", strlen ("一张付款截图"));
  g_autoptr(ZgAttachment) attachment = zg_attachment_new ("韡韡.png", bytes, error);
  g_autoptr(ZgInterest) interest = zg_interest_new ();
  g_autoptr(ZgCustomer) customer = NULL;
  g_autoptr(ZgCustomer) relative = zg_customer_desk_sketch ("尉迟小妹", "taobao", PHONE);
  g_autoptr(ZgStatement) statement = NULL;

  g_assert_true (zg_customer_table_find_by_account (db, "taobao", ACCOUNT, &self->customer_id, error));
  customer = zg_customer_table_load (db, self->customer_id, error);
  g_assert_true (write_earlier (db, customer, error));
  g_assert_true (zg_database_exec (db, order_life, error));
  g_free (customer->note);
  customer->note = g_strdup ("靐齉 对花粉过敏");
  g_ptr_array_add (customer->tags, g_strdup ("常客"));
  g_assert_true (zg_customer_table_update (db, customer, NOW, error));
  g_assert_true (zg_customer_desk_create (db, relative, self->clock, error));
  self->relative_id = relative->id;

  g_assert_cmpint (zg_customer_desk_add_note (db, self->customer_id, "靐齉", 0, self->clock, error), !=, 0);
  g_assert_cmpint (zg_customer_desk_add_follow_up (db, self->customer_id, NOW + ZG_TIME_DAY, "打给 " NAME, 0, self->clock,
                                                   error), !=, 0);
  g_assert_true (zg_customer_attachment_add (db, attachment, self->customer_id, 0, 0, self->clock, error));
  interest->customer_id = self->customer_id;
  g_free (interest->product);
  interest->product = g_strdup ("韡韡 连衣裙");
  interest->ask_again_at = NOW + ZG_TIME_DAY;
  g_assert_true (zg_customer_interest_add (db, interest, self->clock, error));

  statement = zg_statement_new (db, "INSERT INTO customer_merge (uid, at, kept_id, other_id, other_rows, kept_rows) "
                                    "VALUES ('m1', 1, ?1, 900001, '{\"customer\":[{\"uid\":\"" NAME "\"}]}', '{}'), "
                                    "('m2', 1, 900001, 900002, '{}', '{\"phone\":\"" PHONE "\"}')", error);
  zg_statement_bind_int64 (statement, 0, self->customer_id);
  if (!zg_statement_run (statement, error))
    return FALSE;
  g_clear_pointer (&statement, zg_statement_free);
  /* Of a time when it was not known whose order it is, and of one when somebody else's was theirs. */
  statement = zg_statement_new (db, "INSERT INTO import_change (import_id, kind, row_id, version_after, before) "
                                    "SELECT 1, 'order', id, 99, json_object ('shop_order', json_array (json_object ("
                                    "'customer_id', iif(number = '" FIRST "', NULL, ?1), 'recipient', '" NAME "'))) "
                                    "FROM shop_order WHERE number IN ('" FIRST "', '2609221046510007')", error);
  zg_statement_bind_int64 (statement, 0, self->customer_id);
  return zg_statement_run (statement, error);
}

/* An import leaves pages behind that it does not wipe. */
static gboolean
leave_pages (ZgDatabase    *db,
             gpointer       step,
             GCancellable  *cancellable,
             GError       **error)
{
  if (step != NULL)
    return zg_database_exec (db, "DELETE FROM setting WHERE key = 'long'", error);
  return zg_database_exec (db, "INSERT INTO setting (key, value) SELECT 'long', group_concat('饕餮') FROM shop_order AS a, "
                               "shop_order AS b", error);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GTimeZone) zone = zg_time_zone_china ();

  self->folder = shop_folder_make (&self->shop_path);
  self->clock = zg_clock_new_fixed (NOW, zone);
  self->store = zg_store_open (self->shop_path, &error);
  g_assert_no_error (error);
  import_people (self);
  zg_store_write (self->store, add_life, self, &error);
  g_assert_no_error (error);
  zg_store_write_bulk (self->store, leave_pages, NULL, FALSE, &error);
  g_assert_no_error (error);
  zg_store_write_bulk (self->store, leave_pages, self, FALSE, &error);
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

static ZgErased *
erase (Fixture  *self,
       gboolean  keep_orders)
{
  g_autoptr(GError) error = NULL;
  ZgErased *erased = zg_customer_erase (self->store, self->customer_id, NAME, keep_orders, self->clock, NULL, &error);

  g_assert_no_error (error);
  return erased;
}

/* How many of @texts stand somewhere in a file. */
static guint
count_in_file (const char         *path,
               const char         *ending,
               const char * const *words,
               gsize               n_words)
{
  g_autofree char *file = g_strconcat (path, ending, NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  guint n = 0;

  if (!g_file_get_contents (file, &bytes, &length, NULL))
    return 0;
  for (gsize i = 0; i < n_words; i++)
    n += memmem (bytes, length, words[i], strlen (words[i])) != NULL;
  return n;
}

static void
assert_no_bytes (const char *path)
{
  g_assert_cmpuint (count_in_file (path, "", needles, G_N_ELEMENTS (needles)), ==, 0);
  g_assert_cmpuint (count_in_file (path, "-wal", needles, G_N_ELEMENTS (needles)), ==, 0);
}

/* The one whose phone it is as well stays with it: only the rest can be looked for. */
static gboolean
remove_relative (ZgDatabase    *db,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return zg_customer_table_delete (db, ((Fixture *) data)->relative_id, error);
}

/* Counts the rows of all tables in which one of the texts stands. */
static gboolean
count_rows (ZgDatabase    *db,
            gpointer       n_out,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(ZgStatement) columns = zg_statement_new (db,
    "SELECT t.name, c.name FROM sqlite_schema AS t JOIN pragma_table_info (t.name) AS c "
    "WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%'", error);
  gboolean has_row;

  while (zg_statement_step (columns, &has_row, error) && has_row)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\" WHERE instr(CAST(\"%s\" AS BLOB), CAST(? AS BLOB))",
                                              zg_statement_get_text (columns, 0), zg_statement_get_text (columns, 1));
      g_autoptr(ZgStatement) statement = zg_statement_new (db, g_intern_string (sql), error);

      for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          gboolean found;

          zg_statement_bind_text (statement, 0, texts[i]);
          g_assert_true (zg_statement_step (statement, &found, error));
          *(guint *) n_out += zg_statement_get_int64 (statement, 0) > 0;
          zg_statement_reset (statement);
        }
    }
  return TRUE;
}

static guint
count_all_rows (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  guint n = 0;

  zg_store_read (self->store, count_rows, &n, &error);
  g_assert_no_error (error);
  return n;
}

/* All words of the search index with the number of rows that have them, as FTS5 itself tells, and the pinyin keys. */
static gboolean
read_words (ZgDatabase    *db,
            gpointer       text,
            GCancellable  *cancellable,
            GError       **error)
{
  static const char * const indexes[] = { "customer_name_index", "customer_index", "order_index" };
  g_autoptr(ZgStatement) keys = NULL;
  gboolean has_row;

  for (gsize i = 0; i < G_N_ELEMENTS (indexes); i++)
    {
      g_autofree char *sql = g_strdup_printf ("CREATE VIRTUAL TABLE temp.words USING fts5vocab ('main', '%s', 'row')",
                                              indexes[i]);

      g_assert_true (zg_database_exec (db, sql, error));
      {
        g_autoptr(ZgStatement) words = zg_statement_new (db, "SELECT term, doc FROM temp.words ORDER BY term", error);

        while (zg_statement_step (words, &has_row, error) && has_row)
          g_string_append_printf (text, "%s %d\n", zg_statement_get_text (words, 0),
                                  (int) zg_statement_get_int64 (words, 1));
      }
      zg_database_rollback (db);
      g_assert_true (zg_database_begin (db, error));
    }
  keys = zg_statement_new (db, "SELECT key FROM customer_key ORDER BY key", error);
  while (zg_statement_step (keys, &has_row, error) && has_row)
    g_string_append_printf (text, "%s\n", zg_statement_get_text (keys, 0));
  return TRUE;
}

static char *
list_words (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  GString *text = g_string_new (NULL);

  zg_store_write (self->store, read_words, text, &error);
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static gboolean
begin_rebuild (ZgDatabase    *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return zg_search_index_check (db, error) && zg_search_rebuild_begin (db, error);
}

/* The index knows just the words that one would that never knew the customer. */
static void
assert_index_forgot (Fixture *self)
{
  g_autofree char *words = list_words (self);
  g_autofree char *fresh = NULL;
  g_autoptr(GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (needles); i++)
    {
      if (strstr (words, needles[i]) != NULL)
        g_error ("%s is in the index", needles[i]);
    }
  zg_store_write (self->store, begin_rebuild, NULL, &error);
  g_assert_no_error (error);
  zg_search_rebuild_finish (self->store, &error);
  g_assert_no_error (error);
  fresh = list_words (self);
  g_assert_cmpstr (words, ==, fresh);
}

static void
test_gone (Fixture       *self,
           gconstpointer  keep_orders)
{
  g_autofree char *words = NULL;
  g_autofree char *told = NULL;
  g_autoptr(ZgErased) erased = NULL;
  g_autoptr(GError) error = NULL;

  zg_store_write (self->store, remove_relative, self, &error);
  g_assert_no_error (error);
  /* What is looked for is there to be found. */
  words = list_words (self);
  g_assert_nonnull (strstr (words, "龘鑫"));
  g_assert_nonnull (strstr (words, "犇骉"));
  g_assert_nonnull (strstr (words, "yuchi"));
  g_assert_cmpuint (count_all_rows (self), >, G_N_ELEMENTS (texts));
  zg_store_trim_journal (self->store);
  g_assert_cmpuint (count_in_file (self->shop_path, "", texts, G_N_ELEMENTS (texts)), ==, G_N_ELEMENTS (texts));

  erased = erase (self, keep_orders != NULL);
  g_assert_cmpint (erased->n_orders, ==, 3);
  g_assert_cmpuint (erased->copies->len, ==, 0);
  told = zg_erased_to_text (erased);
  g_assert_nonnull (strstr (told, keep_orders != NULL ? "3 orders stay" : "3 orders were deleted"));
  assert_no_bytes (self->shop_path);
  g_assert_cmpuint (count_all_rows (self), ==, 0);
  assert_index_forgot (self);
}

static gboolean
assert_books (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  gint64 id = zg_order_table_find_by_number (db, FIRST, error);
  g_autoptr(ZgOrder) order = zg_order_table_load (db, id, error);

  g_assert_no_error (*error);
  g_assert_cmpint (order->customer_id, ==, 0);
  g_assert_cmpint (order->paid, ==, 8900);
  g_assert_cmpint (order->ordered_at, !=, ZG_TIME_NONE);
  g_assert_cmpint (order->items->len, ==, 1);
  g_assert_cmpint (order->recipient.disclosure, ==, ZG_DISCLOSURE_ABSENT);
  g_assert_cmpint (order->phone.disclosure, ==, ZG_DISCLOSURE_ABSENT);
  g_assert_true (order->address == NULL || zg_address_is_empty (order->address));
  return TRUE;
}

static void
test_not_confirmed (Fixture       *self,
                    gconstpointer  data)
{
  static const char * const typed[] = { "", " ", NULL, "尉迟", "王晓A" };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (zg_customer_erase (self->store, self->customer_id, typed[i], TRUE, self->clock, NULL, &error));
      g_assert_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED);
    }
  g_assert_cmpuint (count_all_rows (self), >, G_N_ELEMENTS (texts));
}

/* Who has no name is erased by their uid alone: an empty field confirms nothing. */
static void
test_nameless (void)
{
  g_autoptr(ZgCustomer) customer = zg_customer_new ();

  customer->uid = g_strdup ("u1");
  g_free (customer->call_name);
  customer->call_name = g_strdup ("");
  zg_personal_set (&customer->name, "");
  g_assert_false (zg_customer_erase_confirms (customer, ""));
  g_assert_false (zg_customer_erase_confirms (customer, "  "));
  g_assert_true (zg_customer_erase_confirms (customer, " u1 "));
}

/* How many customers have a phone or account of who was erased; the relative is one. */
static gboolean
count_people (ZgDatabase    *db,
              gpointer       n_out,
              GCancellable  *cancellable,
              GError       **error)
{
  return zg_database_query_int64 (db, "SELECT count(*) FROM customer WHERE id IN (SELECT customer_id FROM customer_phone "
    "WHERE digits IN ('" PHONE "', '13987654321')) OR id IN (SELECT customer_id FROM customer_account "
    "WHERE account IN ('" ACCOUNT "', 'another'))", n_out, error);
}

static void
test_import_again (Fixture       *self,
                   gconstpointer  keep_orders)
{
  g_autoptr(ZgErased) erased = erase (self, keep_orders != NULL);
  g_autoptr(GString) file = g_string_new (HEADER);
  g_autoptr(ZgImportResult) result = NULL;
  g_autoptr(ZgImportResult) same = NULL;
  g_autoptr(GError) error = NULL;
  gint64 n = -1;

  append_order (file, FIRST, ACCOUNT, NAME, PHONE, "鱻羴");
  append_order (file, SECOND, "", NAME, "", "鱻羴");
  append_order (file, "2609221046500004", ACCOUNT, NAME, "", "鱻羴");
  append_order (file, "2609221046500005", "", "", "13987654321", "鱻羴");
  append_order (file, "2609221046500006", "another", NAME, PHONE, "鱻羴");
  append_order (file, "2609221046500007", "", "尉迟小妹", PHONE, "");
  append_order (file, "2609221046500008", "tb1000", "王晓A", PHONE, "");
  append_order (file, "2609221046500009", "tb9999", "新客人", "13800009999", "");
  result = import (self, "ExportOrderList202609221300.csv", file->str);
  g_assert_cmpint (result->counts.anonymous, ==, 5);
  g_assert_cmpint (result->counts.orders_new, ==, keep_orders != NULL ? 6 : 8);
  g_assert_cmpint (result->counts.customers_new, ==, 1);

  zg_store_read (self->store, count_people, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, 2);
  zg_store_read (self->store, assert_books, NULL, &error);
  g_assert_no_error (error);
  /* The relative's and the other buyer's orders have the phone; nothing has the name, the account or the note. */
  zg_store_trim_journal (self->store);
  g_assert_cmpuint (count_in_file (self->shop_path, "-wal", texts, 1), ==, 0);
  g_assert_cmpuint (count_in_file (self->shop_path, "", (const char * const[]) { NAME, ACCOUNT, STREET, "鱻羴" }, 4), ==, 0);

  same = import (self, "ExportOrderList202609221300.csv", file->str);
  g_assert_cmpint (same->counts.orders_updated, ==, 0);
  g_assert_cmpint (same->counts.orders_new, ==, 0);
}

/* A shop without marks knows nobody, one with marks knows its own alone: the same phone has another mark elsewhere. */
static gboolean
read_mark (ZgDatabase    *db,
           gpointer       text,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT mark FROM erased_mark ORDER BY mark", error);
  gboolean has_row;

  while (zg_statement_step (statement, &has_row, error) && has_row)
    g_string_append_printf (text, "%s\n", zg_statement_get_text (statement, 0));
  return TRUE;
}

static void
test_salt (void)
{
  g_autoptr(GString) one = g_string_new (NULL);
  g_autoptr(GString) other = g_string_new (NULL);
  GString *marks[] = { one, other };

  for (int i = 0; i < 2; i++)
    {
      Fixture fixture = { 0 };
      g_autoptr(ZgErased) erased = NULL;
      g_auto(GStrv) lines = NULL;

      set_up (&fixture, NULL);
      zg_store_read (fixture.store, read_mark, marks[i], NULL);
      g_assert_cmpstr (marks[i]->str, ==, "");
      erased = erase (&fixture, TRUE);
      zg_store_read (fixture.store, read_mark, marks[i], NULL);
      lines = g_strsplit (g_strchomp (marks[i]->str), "\n", -1);
      /* the customer and whom they were merged from, two phones, an account, three orders */
      g_assert_cmpuint (g_strv_length (lines), ==, 8);
      g_assert_cmpuint (strlen (lines[0]), ==, 64);
      tear_down (&fixture, NULL);
    }
  {
    g_auto(GStrv) first = g_strsplit (marks[0]->str, "\n", -1);

    for (int i = 0; first[i] != NULL; i++)
      g_assert_null (strstr (marks[1]->str, first[i]));
  }
}

static void
test_backups (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *backup = zg_backup_make (self->shop_path, self->clock, NULL, &error);
  g_autofree char *aside = g_build_filename (self->folder, "replaced-20260901-120000.db", NULL);
  g_autofree char *before = g_strconcat (self->shop_path, ".before-form-3", NULL);
  g_autofree char *told = NULL;
  g_autoptr(ZgErased) erased = NULL;
  gboolean was_changed;

  g_assert_no_error (error);
  g_assert_true (zg_backup_write_to (self->shop_path, aside, NULL, &error));
  g_assert_true (zg_backup_write_to (self->shop_path, before, NULL, &error));
  erased = erase (self, FALSE);
  told = zg_erased_to_text (erased);
  g_assert_nonnull (strstr (told, "3 backups"));
  g_assert_cmpuint (erased->copies->len, ==, 3);

  for (guint i = 0; i < erased->copies->len; i++)
    {
      const ZgShopCopy *copy = g_ptr_array_index (erased->copies, i);
      g_autoptr(GPtrArray) left = NULL;
      g_autoptr(ZgDatabase) db = NULL;
      gint64 n_relatives, n_orders, n_marks;

      g_assert_cmpuint (count_in_file (copy->path, "", texts, G_N_ELEMENTS (texts)), ==, G_N_ELEMENTS (texts));
      g_assert_true (zg_shop_copies_rewrite (self->store, copy, self->clock, NULL, &was_changed, &error));
      g_assert_no_error (error);
      g_assert_true (was_changed);
      /* The relative has that phone too. */
      g_assert_cmpuint (count_in_file (copy->path, "", (const char * const[]) { NAME, ACCOUNT, STREET, "鱻羴", "靐齉",
                                                                               "一张付款截图", "韡韡" }, 7), ==, 0);
      g_assert_true (zg_shop_file_verify (copy->path, &error));
      db = zg_database_open (copy->path, ZG_DATABASE_READER, &error);
      g_assert_no_error (error);
      zg_database_query_int64 (db, "SELECT count(*) FROM customer WHERE name = '尉迟小妹'", &n_relatives, &error);
      zg_database_query_int64 (db, "SELECT count(*) FROM shop_order", &n_orders, &error);
      zg_database_query_int64 (db, "SELECT count(*) FROM erased_mark", &n_marks, &error);
      g_assert_cmpint (n_relatives, ==, 1);
      g_assert_cmpint (n_orders, ==, N_OTHERS + 3);
      g_assert_cmpint (n_marks, ==, 8);

      /* Nothing is left beside it, and there is nothing to do the second time. */
      left = zg_shop_copies_list (self->shop_path, &error);
      g_assert_cmpuint (left->len, ==, 3);
      g_assert_true (zg_shop_copies_rewrite (self->store, copy, self->clock, NULL, &was_changed, &error));
      g_assert_false (was_changed);
    }
}

typedef struct {
  Fixture *fixture;
  ZgCustomer *customer;
} MarkJob;

static gboolean
load_before (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  MarkJob *job = data;
  g_autoptr(ZgErasedMarks) marks = NULL;

  job->customer = zg_customer_table_load (db, job->fixture->customer_id, error);
  g_assert_true (zg_erased_table_load (db, &marks, error));
  g_assert_null (marks);
  return TRUE;
}

static gboolean
look_at_marks (ZgDatabase    *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  MarkJob *job = data;
  g_autoptr(ZgErasedMarks) marks = NULL;
  g_autoptr(ZgCustomer) bare = zg_customer_new ();
  g_autoptr(ZgCustomer) relative = zg_customer_table_load (db, job->fixture->relative_id, error);
  g_autoptr(ZgCustomer) hidden = zg_customer_desk_sketch (NAME, "taobao", "139****5678");

  g_assert_true (zg_erased_table_load (db, &marks, error));
  g_assert_true (zg_erased_marks_have_customer (marks, job->customer));
  g_assert_false (zg_erased_marks_have_customer (marks, bare));
  g_assert_false (zg_erased_marks_have_customer (marks, hidden));
  /* The phone is marked; that a relative still has it is for the caller to know. */
  g_assert_true (zg_erased_marks_have_customer (marks, relative));
  bare->uid = g_strdup (job->customer->uid);
  g_assert_true (zg_erased_marks_have_customer (marks, bare));
  return TRUE;
}

static void
test_marks (Fixture       *self,
            gconstpointer  data)
{
  MarkJob job = { .fixture = self };
  g_autoptr(ZgErased) erased = NULL;
  g_autoptr(GError) error = NULL;

  zg_store_read (self->store, load_before, &job, &error);
  g_assert_no_error (error);
  erased = erase (self, FALSE);
  zg_store_read (self->store, look_at_marks, &job, &error);
  g_assert_no_error (error);
  zg_customer_free (job.customer);
}

/* An import that brought them can still be taken back, and brings nothing of them. */
static void
test_import_undo (Fixture       *self,
                  gconstpointer  keep_orders)
{
  g_autoptr(ZgErased) erased = erase (self, keep_orders != NULL);
  g_autoptr(GError) error = NULL;

  for (gint64 import_id = 2; import_id > 0; import_id--)
    {
      g_autoptr(ZgImportUndo) undo = zg_importer_undo (self->store, import_id, self->clock, &error);

      g_assert_no_error (error);
      g_assert_cmpint (undo->orders_removed, ==, import_id == 1 ? N_OTHERS : 0);
    }
  zg_store_trim_journal (self->store);
  g_assert_cmpuint (count_in_file (self->shop_path, "", (const char * const[]) { NAME, ACCOUNT, STREET, "鱻羴" }, 4), ==, 0);
  g_assert_cmpuint (count_in_file (self->shop_path, "-wal", (const char * const[]) { NAME, ACCOUNT, STREET, "鱻羴" }, 4), ==, 0);
  zg_store_write (self->store, begin_rebuild, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
write_something (ZgDatabase    *db,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return zg_customer_desk_add_note (db, ((Fixture *) data)->relative_id, "还在", 0, ((Fixture *) data)->clock, error) != 0;
}

/* A window that is open beside the command line goes on with the file that was written anew under it. */
static void
test_two_programs (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgStore) other = zg_store_open (self->shop_path, &error);
  g_autoptr(ZgErased) erased = NULL;
  gint64 n = 0;

  g_assert_no_error (error);
  zg_store_read (other, count_people, &n, &error);
  g_assert_cmpint (n, ==, 2);
  zg_store_write (other, write_something, self, &error);
  g_assert_no_error (error);

  erased = erase (self, TRUE);
  g_assert_cmpuint (count_in_file (self->shop_path, "", (const char * const[]) { NAME, ACCOUNT, STREET, "鱻羴" }, 4), ==, 0);
  g_assert_cmpuint (count_in_file (self->shop_path, "-wal", (const char * const[]) { NAME, ACCOUNT, STREET, "鱻羴" }, 4), ==, 0);
  zg_store_read (other, count_people, &n, &error);
  g_assert_cmpint (n, ==, 1);
  zg_store_write (other, write_something, self, &error);
  g_assert_no_error (error);
  zg_store_write (other, begin_rebuild, NULL, &error);
  g_assert_no_error (error);
  zg_store_close (other);
}

/* Who was erased before this program began, but not wiped, is wiped by the next. */
static gboolean
leave_undone (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Fixture *self = data;

  return zg_customer_table_delete (db, self->relative_id, error)
         && zg_database_exec (db, "INSERT INTO setting (key, value) VALUES ('privacy.wipe-due', '1')", error);
}

static void
test_finish (Fixture       *self,
             gconstpointer  data)
{
  static const char * const relative[] = { "尉迟小妹" };
  g_autoptr(GError) error = NULL;

  zg_store_write (self->store, leave_undone, self, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_in_file (self->shop_path, "-wal", relative, 1), ==, 1);
  g_assert_true (zg_customer_erase_finish (self->store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_in_file (self->shop_path, "", relative, 1), ==, 0);
  g_assert_cmpuint (count_in_file (self->shop_path, "-wal", relative, 1), ==, 0);
}

#define N_CROWD 3000
#define ERASE_EACH 4

typedef struct {
  Fixture *fixture;
  gint64 ids[N_CROWD];
  char *phones[N_CROWD];
} Crowd;

static gboolean
add_crowd (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Crowd *crowd = data;
  g_autoptr(GRand) random = g_rand_new_with_seed (20260922);

  for (int i = 0; i < N_CROWD; i++)
    {
      g_autoptr(ZgCustomer) customer = NULL;

      crowd->phones[i] = g_strdup_printf ("139%08u", (guint) g_rand_int_range (random, 0, 100000000));
      customer = zg_customer_desk_sketch ("路人", "taobao", crowd->phones[i]);
      if (!zg_customer_desk_create (db, customer, crowd->fixture->clock, error))
        return FALSE;
      crowd->ids[i] = customer->id;
    }
  return TRUE;
}

static gboolean
erase_crowd (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Crowd *crowd = data;
  gint64 n_orders;

  for (int i = 0; i < N_CROWD; i += ERASE_EACH)
    {
      if (!zg_erase_table_erase (db, crowd->ids[i], FALSE, NOW, &n_orders, error))
        return FALSE;
    }
  return zg_shop_table_set_setting (db, "privacy.wipe-due", "1", error);
}

/* SQLite wipes the cells that it deletes, but not the copy that stays behind in a page when half of its cells move to another
 * one: of hundreds who are erased some stay in the bytes of the file, also when no import ever wrote to it. So the file is
 * written anew, and whoever wants to save the time for it meets this test. */
static void
test_crowd (Fixture       *self,
            gconstpointer  data)
{
  Crowd crowd = { .fixture = self };
  g_autoptr(GError) error = NULL;

  zg_store_write (self->store, add_crowd, &crowd, &error);
  g_assert_no_error (error);
  zg_store_write (self->store, erase_crowd, &crowd, &error);
  g_assert_no_error (error);
  g_assert_true (zg_customer_erase_finish (self->store, NULL, &error));
  g_assert_no_error (error);
  for (int i = 0; i < N_CROWD; i += ERASE_EACH)
    {
      g_autofree char *reversed = g_utf8_strreverse (crowd.phones[i], -1);
      const char *words[] = { crowd.phones[i], reversed };

      g_assert_cmpuint (count_in_file (self->shop_path, "", words, 2), ==, 0);
    }
  for (int i = 0; i < N_CROWD; i++)
    g_free (crowd.phones[i]);
}

static void
add (const char    *path,
     gconstpointer  data,
     void         (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, data, set_up, func, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/customer-erase/gone", NULL, test_gone);
  add ("/customer-erase/gone-but-orders", "keep", test_gone);
  add ("/customer-erase/not-confirmed", NULL, test_not_confirmed);
  add ("/customer-erase/import-again", NULL, test_import_again);
  add ("/customer-erase/import-again-kept-orders", "keep", test_import_again);
  add ("/customer-erase/backups", NULL, test_backups);
  add ("/customer-erase/marks", NULL, test_marks);
  add ("/customer-erase/import-undo", NULL, test_import_undo);
  add ("/customer-erase/import-undo-kept-orders", "keep", test_import_undo);
  add ("/customer-erase/two-programs", NULL, test_two_programs);
  add ("/customer-erase/finish", NULL, test_finish);
  add ("/customer-erase/crowd", NULL, test_crowd);
  g_test_add_func ("/customer-erase/nameless", test_nameless);
  g_test_add_func ("/customer-erase/salt", test_salt);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shop-folder.h"
#include "zg-customer-merge.h"
#include "zg-customer-table.h"
#include "zg-duplicates.h"

/* 2026-09-22 14:20 in Shanghai. */
#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

typedef struct {
  const char *name;
  const char *phone;
  const char *platform;
  const char *account;
  const char *detail;           /* of an address in Hangzhou */
} Row;

typedef struct {
  char *folder;
  char *shop_path;
  ZgStore *store;
  ZgClock *clock;
  const Row *rows;
  guint n_rows;
  gboolean not_same;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->folder = shop_folder_make (&self->shop_path);
  self->clock = zg_clock_new_fixed (NOW, NULL);
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

/* The ids are 1, 2, … */
static gboolean
add_rows (ZgDatabase    *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Fixture *self = data;

  for (guint i = 0; i < self->n_rows; i++)
    {
      const Row *row = &self->rows[i];
      g_autoptr(ZgCustomer) customer = zg_customer_new ();
      g_autoptr(ZgAddress) address = zg_address_new ();

      zg_personal_set (&customer->name, row->name);
      zg_customer_add_phone (customer, row->phone, NULL);
      if (row->account != NULL)
        zg_customer_add_account (customer, row->platform, row->account);
      address->province = g_strdup ("浙江省");
      address->city = g_strdup ("杭州市");
      address->district = g_strdup ("西湖区");
      address->detail = g_strdup (row->detail);
      address->disclosure = zg_disclosure_of_text (row->detail);
      if (row->detail != NULL)
        zg_customer_add_address (customer, row->name, NULL, address, NULL);
      if (!zg_customer_table_insert (db, customer, NOW, 0, error))
        return FALSE;
    }
  return TRUE;
}

static void
fill (Fixture   *self,
      const Row *rows,
      guint      n_rows)
{
  g_autoptr(GError) error = NULL;

  self->rows = rows;
  self->n_rows = n_rows;
  zg_store_write (self->store, add_rows, self, &error);
  g_assert_no_error (error);
}

static ZgDuplicates *
scan (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgDatabase) db = zg_store_open_reader (self->store, &error);
  ZgDuplicates *duplicates;

  g_assert_no_error (error);
  duplicates = zg_duplicates_scan (db, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return duplicates;
}

static void
check_pairs (Fixture           *self,
             const ZgDuplicate *expected,
             guint              n_expected)
{
  g_autoptr(ZgDuplicates) duplicates = scan (self);

  for (guint i = 0; i < MIN (n_expected, duplicates->pairs->len); i++)
    {
      const ZgDuplicate *pair = &g_array_index (duplicates->pairs, ZgDuplicate, i);

      g_assert_cmpint (pair->a_id, ==, expected[i].a_id);
      g_assert_cmpint (pair->b_id, ==, expected[i].b_id);
      g_assert_cmpuint (pair->reasons, ==, expected[i].reasons);
      g_assert_cmpuint (pair->strength, ==, expected[i].strength);
    }
  g_assert_cmpuint (duplicates->pairs->len, ==, n_expected);
}

static void
test_reasons (Fixture       *self,
              gconstpointer  data)
{
  static const Row rows[] = {
    { "王晓雯", "13800002468", "taobao", "xiaowen_88", "文三路100号" },
    { "王晓雯", "138 0000 2468", NULL, NULL, NULL },              /* 2: the same phone, written otherwise */
    { "李强", "13800002468", NULL, NULL, NULL },                  /* 3: the family's phone */
    { "张敏", "13911112222", "wechat", "xiaowen_88", NULL },      /* 4: the same account name elsewhere */
    { "王 晓雯", "13500001111", NULL, NULL, "文三路１００号" },       /* 5: the same address, written otherwise */
    { "张敏", "13911112223", NULL, NULL, NULL },                  /* 6: a slip of the finger */
    { "张敏", "13911113223", NULL, NULL, NULL },                  /* 7: one slip away from 6, two from 4 */
    { "赵敏", "13911112222", "taobao", "abc", NULL },             /* 8: 4's phone, another name */
    { "周洁", "13722223333", "wechat", "abc", NULL },             /* 9: short accounts tell nothing */
    { "周洁", "13788889999", NULL, NULL, "文三路100号" },           /* 10: the address of a house, not of a person */
  };
  static const ZgDuplicate expected[] = {
    { 1, 2, ZG_DUPLICATE_PHONE, ZG_DUPLICATE_CERTAIN },
    { 1, 5, ZG_DUPLICATE_ADDRESS, ZG_DUPLICATE_CERTAIN },
    { 1, 4, ZG_DUPLICATE_ACCOUNT, ZG_DUPLICATE_LIKELY },
    { 1, 3, ZG_DUPLICATE_PHONE, ZG_DUPLICATE_POSSIBLE },
    { 2, 3, ZG_DUPLICATE_PHONE, ZG_DUPLICATE_POSSIBLE },
    { 4, 6, ZG_DUPLICATE_NEAR_PHONE, ZG_DUPLICATE_POSSIBLE },
    { 4, 8, ZG_DUPLICATE_PHONE, ZG_DUPLICATE_POSSIBLE },
    { 6, 7, ZG_DUPLICATE_NEAR_PHONE, ZG_DUPLICATE_POSSIBLE },
  };

  fill (self, rows, G_N_ELEMENTS (rows));
  check_pairs (self, expected, G_N_ELEMENTS (expected));
}

/* What a platform hides, forwards, or what somebody typed for want of a number, is nobody's. */
static void
test_hidden_matches_nobody (Fixture       *self,
                            gconstpointer  data)
{
  static const Row rows[] = {
    { "林**", "183****2807", "taobao", "t**8", "文三路***" },
    { "林**", "183****2807", "pinduoduo", "t**8", "文三路***" },
    { "林静", "18812345678-1234", NULL, NULL, NULL },
    { "林静", "18812345678-1234", NULL, NULL, NULL },
    { "陈一", "00000000000", NULL, NULL, NULL },
    { "陈一", "00000000000", NULL, NULL, NULL },
    { "陈二", "110", NULL, NULL, NULL },
    { "陈二", "110", NULL, NULL, NULL },
    { "陈", "13800001111", NULL, NULL, "文三路100号" },
    { "陈", "13800001112", NULL, NULL, "文三路100号" },
  };

  fill (self, rows, G_N_ELEMENTS (rows));
  check_pairs (self, NULL, 0);
}

static gboolean
mark (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  Fixture *self = data;

  return zg_customer_set_not_same (db, 2, 1, self->not_same, 0, self->clock, error);
}

static void
test_not_same_is_remembered (Fixture       *self,
                             gconstpointer  data)
{
  static const Row rows[] = {
    { "王晓雯", "13800002468", NULL, NULL, NULL },
    { "王晓雯", "13800002468", NULL, NULL, NULL },
  };
  static const ZgDuplicate expected = { 1, 2, ZG_DUPLICATE_PHONE, ZG_DUPLICATE_CERTAIN };
  g_autoptr(GError) error = NULL;

  fill (self, rows, G_N_ELEMENTS (rows));
  check_pairs (self, &expected, 1);
  for (int i = 1; i >= 0; i--)
    {
      self->not_same = i == 1;
      zg_store_write (self->store, mark, self, &error);
      g_assert_no_error (error);
      check_pairs (self, &expected, i == 1 ? 0 : 1);
    }
}

/* The shop's own phone, which somebody typed for all who gave none. */
static void
test_crowd_tells_nothing (Fixture       *self,
                          gconstpointer  data)
{
  Row rows[30];
  char names[30][16];
  g_autoptr(ZgDuplicates) duplicates = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_snprintf (names[i], sizeof names[i], "buyer %u", i);
      rows[i] = (Row) { names[i], "057112345678", NULL, NULL, NULL };
    }
  fill (self, rows, G_N_ELEMENTS (rows));
  duplicates = scan (self);
  g_assert_cmpuint (duplicates->pairs->len, ==, 0);
  g_assert_cmpuint (duplicates->n_crowded, ==, 1);
}

typedef struct {
  GMainLoop *loop;
  ZgStore *store;
  double last;
  GError *error;
  ZgDuplicates *duplicates;
} Wait;

static void
scanned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Wait *wait = data;

  wait->duplicates = zg_duplicates_scan_finish (ZG_STORE (source), result, &wait->error);
  g_main_loop_quit (wait->loop);
}

static void
progress_cb (double   part,
             gpointer data)
{
  Wait *wait = data;

  g_assert_cmpfloat (part, >, wait->last);
  g_assert_cmpfloat (part, <=, 1);
  wait->last = part;
}

static gboolean
add_many (ZgDatabase    *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return zg_database_exec (db,
    "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
    "INSERT INTO customer (uid, created_at, updated_at, name, name_disclosure) SELECT 'u' || i, 1, 1, 'name ' || i, 4 FROM n;"
    "INSERT INTO customer_phone (customer_id, position, text, disclosure, digits) "
    "SELECT id, 0, 13800000000 + id, 4, 13800000000 + id FROM customer", error);
}

static void
test_in_background (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Wait wait = { .loop = loop };

  zg_store_write (self->store, add_many, NULL, &error);
  g_assert_no_error (error);
  zg_duplicates_scan_async (self->store, progress_cb, &wait, NULL, scanned_cb, &wait);
  g_main_loop_run (loop);
  g_assert_no_error (wait.error);
  g_assert_cmpuint (wait.duplicates->pairs->len, ==, 0);
  g_assert_cmpfloat (wait.last, >, 0);
  g_clear_pointer (&wait.duplicates, zg_duplicates_free);

  g_cancellable_cancel (cancellable);
  zg_duplicates_scan_async (self->store, progress_cb, &wait, cancellable, scanned_cb, &wait);
  g_main_loop_run (loop);
  g_assert_error (wait.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&wait.error);
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/duplicates/reasons", test_reasons);
  TEST ("/duplicates/hidden-matches-nobody", test_hidden_matches_nobody);
  TEST ("/duplicates/not-same-is-remembered", test_not_same_is_remembered);
  TEST ("/duplicates/crowd-tells-nothing", test_crowd_tells_nothing);
  TEST ("/duplicates/in-background", test_in_background);
  return g_test_run ();
}

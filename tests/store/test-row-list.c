/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shop-folder.h"
#include "zg-customer-table.h"
#include "zg-list-source.h"
#include "zg-list-table.h"
#include "zg-row-list.h"
#include "zg-shop-table.h"

/* A list over a store that is never asked: the values come from a function of the test. */

typedef struct {
  guint n_fetches;
  guint n_fetched;
  gint64 offset;
} Source;

static GPtrArray *
fetch (ZgDatabase    *db,
       const gint64  *ids,
       guint          n_ids,
       gpointer       data,
       GError       **error)
{
  Source *source = data;
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  source->n_fetches++;
  source->n_fetched += n_ids;
  for (guint i = 0; i < n_ids; i++)
    {
      gint64 *value = g_new (gint64, 1);

      *value = ids[i] + source->offset;
      g_ptr_array_add (values, value);
    }
  return values;
}

typedef struct {
  char *folder;
  ZgStore *store;
  ZgRowList *list;
  Source source;
  GString *changes;
} Fixture;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *self)
{
  g_string_append_printf (self->changes, "(%u,%u,%u)", position, removed, added);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = shop_folder_make (&path);
  self->store = zg_store_open (path, &error);
  g_assert_no_error (error);
  self->changes = g_string_new (NULL);
  self->list = zg_row_list_new (self->store, fetch, g_free, &self->source, NULL);
  g_signal_connect (self->list, "items-changed", G_CALLBACK (items_changed_cb), self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->list);
  zg_store_close (self->store);
  g_assert_finalize_object (self->store);
  g_string_free (self->changes, TRUE);
  shop_folder_remove (self->folder);
}

static void
show (Fixture *self,
      guint    n_ids)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = 1; id <= n_ids; id++)
    g_array_append_val (ids, id);
  zg_row_list_set_ids (self->list, ids);
}

static void
test_lazy (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(ZgRow) row = NULL;
  g_autoptr(ZgRow) again = NULL;
  g_autoptr(ZgRow) neighbour = NULL;

  show (self, 1000000);
  g_assert_cmpstr (self->changes->str, ==, "(0,0,1000000)");
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (self->list)), ==, 1000000);
  g_assert_cmpint (self->source.n_fetches, ==, 0);

  row = g_list_model_get_item (G_LIST_MODEL (self->list), 500000);
  again = g_list_model_get_item (G_LIST_MODEL (self->list), 500000);
  g_assert_true (row == again);
  g_assert_cmpint (*(const gint64 *) zg_row_get_value (row), ==, 500001);

  neighbour = g_list_model_get_item (G_LIST_MODEL (self->list), 500001);
  g_assert_cmpint (*(const gint64 *) zg_row_get_value (neighbour), ==, 500002);
  g_assert_cmpint (self->source.n_fetches, ==, 1);
  g_assert_cmpint (self->source.n_fetched, <=, 64);
  g_assert_cmpint (zg_row_list_get_n_live (self->list), ==, 2);
}

/* What another thread has fetched is not fetched again. */
static void
test_taken (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(ZgRow) row = NULL;
  g_autoptr(ZgRow) next = NULL;

  for (gint64 id = 1; id <= 3; id++)
    g_array_append_val (ids, id);
  zg_row_list_take_values (self->list, ids, fetch (NULL, (const gint64 *) (void *) ids->data, 2, &self->source, NULL));
  self->source.n_fetches = self->source.n_fetched = 0;
  zg_row_list_set_ids (self->list, ids);

  row = g_list_model_get_item (G_LIST_MODEL (self->list), 1);
  g_assert_cmpint (*(const gint64 *) zg_row_get_value (row), ==, 2);
  g_assert_cmpint (self->source.n_fetches, ==, 0);
  next = g_list_model_get_item (G_LIST_MODEL (self->list), 2);
  g_assert_cmpint (*(const gint64 *) zg_row_get_value (next), ==, 3);
  g_assert_cmpint (self->source.n_fetched, ==, 1);
}

static void
test_replace (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(ZgRow) row = NULL;

  show (self, 10);
  row = g_list_model_get_item (G_LIST_MODEL (self->list), 3);
  g_assert_cmpint (*(const gint64 *) zg_row_get_value (row), ==, 4);

  g_string_truncate (self->changes, 0);
  show (self, 10);
  g_assert_cmpstr (self->changes->str, ==, "");

  show (self, 12);
  g_assert_cmpstr (self->changes->str, ==, "(0,10,0)(0,0,12)");
  /* A row that is still held shows what it showed. */
  g_assert_cmpint (*(const gint64 *) zg_row_get_value (row), ==, 4);
  g_assert_cmpint (zg_row_list_get_n_live (self->list), ==, 0);
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          guint      *count)
{
  (*count)++;
}

static void
test_refresh (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(ZgRow) row = NULL;
  g_autoptr(ZgRow) other = NULL;
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = 4;
  guint n_row = 0, n_other = 0;

  show (self, 10);
  row = g_list_model_get_item (G_LIST_MODEL (self->list), 3);
  other = g_list_model_get_item (G_LIST_MODEL (self->list), 4);
  zg_row_get_value (row);
  zg_row_get_value (other);
  g_signal_connect (row, "notify::value", G_CALLBACK (count_cb), &n_row);
  g_signal_connect (other, "notify::value", G_CALLBACK (count_cb), &n_other);

  self->source.offset = 100;
  g_array_append_val (ids, id);
  zg_row_list_refresh (self->list, ids);
  g_assert_cmpint (n_row, ==, 1);
  g_assert_cmpint (n_other, ==, 0);
  g_assert_cmpint (*(const gint64 *) zg_row_get_value (row), ==, 104);
  g_assert_cmpint (*(const gint64 *) zg_row_get_value (other), ==, 5);

  zg_row_list_refresh (self->list, NULL);
  g_assert_cmpint (*(const gint64 *) zg_row_get_value (other), ==, 105);
}

static void
test_find (Fixture       *self,
           gconstpointer  data)
{
  guint position;

  show (self, 10);
  g_assert_true (zg_row_list_find_id (self->list, 7, &position));
  g_assert_cmpint (position, ==, 6);
  g_assert_false (zg_row_list_find_id (self->list, 11, NULL));
  g_assert_cmpint (zg_row_list_get_id (self->list, 6), ==, 7);
  g_assert_cmpint (zg_row_list_get_id (self->list, 10), ==, 0);
}

static gboolean
look_at_phones (ZgDatabase    *db,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  static const struct {
    const char *setting;
    const char *shown;
  } cases[] = { { "", "13800002468" }, { "1", "138****2468" }, { "", "13800002468" } };
  g_autoptr(GTimeZone) zone = zg_time_zone_china ();
  g_autoptr(ZgClock) clock = zg_clock_new_fixed (ZG_TIME_DAY, zone);
  g_autoptr(ZgCustomer) customer = zg_customer_new ();

  zg_customer_add_phone (customer, "13800002468", NULL);
  g_assert_true (zg_customer_table_insert (db, customer, ZG_TIME_DAY, 0, error));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) rows = NULL;
      const ZgCustomerRow *row;

      g_assert_true (zg_shop_table_set_setting (db, ZG_SETTING_MASK_PHONES, cases[i].setting, error));
      rows = zg_list_source_customers ()->load_rows (db, &customer->id, 1, clock, error);
      row = g_ptr_array_index (rows, 0);
      g_assert_cmpstr (row->phone.text, ==, cases[i].shown);
    }
  return TRUE;
}

static void
test_masked_phones (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  zg_store_write (self->store, look_at_phones, NULL, &error);
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/row-list/lazy", Fixture, NULL, set_up, test_lazy, tear_down);
  g_test_add ("/row-list/taken", Fixture, NULL, set_up, test_taken, tear_down);
  g_test_add ("/row-list/replace", Fixture, NULL, set_up, test_replace, tear_down);
  g_test_add ("/row-list/refresh", Fixture, NULL, set_up, test_refresh, tear_down);
  g_test_add ("/row-list/find", Fixture, NULL, set_up, test_find, tear_down);
  g_test_add ("/row-list/masked-phones", Fixture, NULL, set_up, test_masked_phones, tear_down);

  return g_test_run ();
}

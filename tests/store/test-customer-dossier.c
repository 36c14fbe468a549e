/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "shop-folder.h"
#include "zg-customer-dossier.h"
#include "zg-customer-table.h"
#include "zg-erase-table.h"
#include "zg-search-rebuild.h"
#include "zg-statement.h"
#include "zg-store.h"

/*
 * Everything about a customer is in the dossier, and gone when they are erased. Which tables hold something of theirs the schema
 * itself tells: each that refers to customers or to their orders gets a row here. A new table fails these tests until
 * zg-dossier-table.c has it.
 */

#define NOW ((ZgTime) 1790058000 * ZG_TIME_SECOND)

typedef struct {
  gint64 customer_id;
  gint64 other_id;
  gint64 order_id;
} People;

static gint64
add_customer (ZgDatabase *db,
              const char *name)
{
  g_autoptr(ZgCustomer) customer = zg_customer_new ();
  g_autoptr(GError) error = NULL;

  zg_personal_set (&customer->name, name);
  zg_customer_table_insert (db, customer, NOW, 0, &error);
  g_assert_no_error (error);
  return customer->id;
}

/* What other rows refer to and is nobody's. */
static void
add_world (ZgDatabase *db,
           People     *people)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *sql = NULL;

  people->customer_id = add_customer (db, "王晓雯");
  people->other_id = add_customer (db, "李梅");
  sql = g_strdup_printf (
    "INSERT INTO staff (id, uid, name) VALUES (1, 's', 'the clerk');"
    "INSERT INTO tag (id, name) VALUES (1, 'the tag');"
    "INSERT INTO reply_group (id, uid, name, position) VALUES (1, 'g', 'g', 1);"
    "INSERT INTO reply (id, uid, group_id, position, title, body, created_at, updated_at) VALUES (1, 'r', 1, 1, 'r', 'r', 1, 1);"
    "INSERT INTO round (id, uid, name, filter, marketing, started_at) VALUES (1, 'o', 'o', '', 0, 1);"
    "INSERT INTO import_log (id, uid, started_at, file_name, format, encoding, evidence_at) VALUES (1, 'i', 1, 'f', 'f', 'f', 1);"
    "INSERT INTO follow_up (id, uid, customer_id, due_at) VALUES (1, 'f', %d, 1);"
    "INSERT INTO contact (id, uid, customer_id, at, kind) VALUES (1, 'c', %d, 1, 0);"
    "INSERT INTO shop_order (id, uid, platform, number, number_reversed, customer_id, state) "
    "VALUES (1, 'the order', 'taobao', 'the number', 'x', %d, 1), (2, 'another', 'taobao', 'other', 'x', %d, 1);"
    "INSERT INTO parcel (id, uid, created_at) VALUES (1, 'p', 1);"
    "INSERT INTO product (id, uid, created_at, updated_at, title) VALUES (1, 'p', 1, 1, 'p');"
    "INSERT INTO order_case (id, uid, order_id, type, step, step_at, opened_at) VALUES (1, 'c', 2, 't', 's', 1, 1);",
    (int) people->other_id, (int) people->other_id, (int) people->customer_id, (int) people->other_id);
  people->order_id = 1;
  zg_database_exec (db, sql, &error);
  g_assert_no_error (error);
}

/* The value for a column: SQL. @parent is the table that it refers to, or NULL. */
static char *
make_value (const People *people,
            const char   *table,
            const char   *column,
            const char   *type,
            const char   *parent)
{
  if (g_strcmp0 (parent, "customer") == 0)
    return g_strdup_printf ("%d", (int) (strcmp (column, "b_id") == 0 ? people->other_id : people->customer_id));
  if (g_strcmp0 (parent, "shop_order") == 0 && strcmp (column, "b_id") == 0)
    return g_strdup ("2");
  if (parent != NULL || strcmp (type, "INTEGER") == 0)
    return g_strdup ("1");
  if (strcmp (column, "currency") == 0)
    return g_strdup ("'TWD'");
  if (strcmp (type, "TEXT") == 0)
    return g_strdup_printf ("'{%s.%s}'", table, column);
  return g_strdup_printf ("CAST('{%s.%s}' AS BLOB)", table, column);
}

/* Adds a row with something in every column to a table, and its texts to @texts. */
static void
add_row (ZgDatabase   *db,
         const People *people,
         const char   *table,
         GPtrArray    *texts)
{
  g_autoptr(GString) names = g_string_new (NULL);
  g_autoptr(GString) values = g_string_new (NULL);
  g_autofree char *sql = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgStatement) columns = zg_statement_new (db,
    "SELECT c.name, c.type, (SELECT \"table\" FROM pragma_foreign_key_list (?1) AS f WHERE f.\"from\" = c.name) "
    "FROM pragma_table_info (?1) AS c WHERE NOT (c.pk > 0 AND c.name = 'id')", &error);
  gboolean has_row;

  g_assert_no_error (error);
  zg_statement_bind_text (columns, 0, table);
  while (zg_statement_step (columns, &has_row, &error) && has_row)
    {
      const char *name = zg_statement_get_text (columns, 0);
      const char *type = zg_statement_get_text (columns, 1);
      g_autofree char *parent = zg_statement_is_null (columns, 2) ? NULL : zg_statement_dup_text (columns, 2);
      g_autofree char *value = make_value (people, table, name, type, parent);

      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
      g_string_append_printf (values, "%s%s", values->len > 0 ? ", " : "", value);
      if (value[0] == '\'' && value[1] == '{')
        g_ptr_array_add (texts, g_strdup_printf ("{%s.%s}", table, name));
    }
  sql = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", table, names->str, values->str);
  zg_database_exec (db, sql, &error);
  g_assert_no_error (error);
}

/* (element-type utf8): the tables with a foreign key to @parent. */
static GPtrArray *
list_children (ZgDatabase *db,
               const char *parent)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT DISTINCT t.name FROM sqlite_schema AS t JOIN pragma_foreign_key_list (t.name) AS f "
    "WHERE t.type = 'table' AND f.\"table\" = ? ORDER BY t.name", &error);
  GPtrArray *tables = g_ptr_array_new_with_free_func (g_free);
  gboolean has_row;

  g_assert_no_error (error);
  zg_statement_bind_text (statement, 0, parent);
  while (zg_statement_step (statement, &has_row, &error) && has_row)
    g_ptr_array_add (tables, zg_statement_dup_text (statement, 0));
  g_assert_no_error (error);
  return tables;
}

/* How many rows the JSON has of all kinds. */
static guint
count_rows (JsonNode *node)
{
  g_autoptr(GList) values = json_object_get_values (json_node_get_object (node));
  guint n = 0;

  for (GList *at = values; at != NULL; at = at->next)
    n += json_array_get_length (json_node_get_array (at->data));
  return n;
}

static JsonNode *
load (ZgDatabase  *db,
      gint64       customer_id,
      char       **text_out,
      char       **readable_out)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GTimeZone) zone = zg_time_zone_china ();
  g_autoptr(ZgCustomerDossier) dossier = zg_customer_dossier_load (db, customer_id, &error);
  JsonNode *node;

  g_assert_no_error (error);
  node = zg_customer_dossier_to_json (dossier, zone);
  *text_out = json_to_string (node, TRUE);
  *readable_out = zg_customer_dossier_to_text (dossier, zone);
  return node;
}

static void
check_table (ZgDatabase   *db,
             const People *people,
             const char   *table)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *before_text = NULL;
  g_autofree char *before_readable = NULL;
  g_autofree char *after_text = NULL;
  g_autofree char *after_readable = NULL;
  g_autoptr(JsonNode) before = load (db, people->customer_id, &before_text, &before_readable);
  g_autoptr(JsonNode) after = NULL;

  g_test_message ("%s", table);
  add_row (db, people, table, texts);
  after = load (db, people->customer_id, &after_text, &after_readable);
  g_assert_cmpuint (count_rows (after), ==, count_rows (before) + 1);
  g_assert_cmpstr (after_readable, !=, before_readable);
  for (guint i = 0; i < texts->len; i++)
    {
      if (strstr (after_text, g_ptr_array_index (texts, i)) == NULL)
        g_error ("the dossier does not have %s", (char *) g_ptr_array_index (texts, i));
    }
}

/* A customer is kept where there is no foreign key too: in merges and in what imports changed. */
static void
check_without_key (ZgDatabase   *db,
                   const People *people,
                   const char   *begin,
                   const char   *end)
{
  g_autofree char *sql = g_strdup_printf ("%s%d%s", begin, (int) people->customer_id, end);
  g_autofree char *before_text = NULL;
  g_autofree char *before_readable = NULL;
  g_autofree char *text = NULL;
  g_autofree char *readable = NULL;
  g_autoptr(JsonNode) before = load (db, people->customer_id, &before_text, &before_readable);
  g_autoptr(JsonNode) after = NULL;

  g_assert_true (zg_database_exec (db, sql, NULL));
  after = load (db, people->customer_id, &text, &readable);
  g_assert_cmpuint (count_rows (after), ==, count_rows (before) + 1);
  g_assert_nonnull (strstr (text, "\"as_it_was\""));
}

static gboolean
check_all (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  static const char * const parents[] = { "customer", "shop_order" };
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  People people;
  gboolean is_complete = FALSE;
  gint64 n_orders;

  add_world (db, &people);
  for (gsize i = 0; i < G_N_ELEMENTS (parents); i++)
    {
      g_autoptr(GPtrArray) tables = list_children (db, parents[i]);

      g_assert_cmpuint (tables->len, >, 3);
      for (guint j = 0; j < tables->len; j++)
        {
          const char *table = g_ptr_array_index (tables, j);

          if (g_hash_table_add (seen, g_strdup (table)))
            check_table (db, &people, table);
        }
    }
  check_without_key (db, &people, "INSERT INTO customer_merge (uid, at, kept_id, other_id, other_rows, kept_rows) "
                                  "VALUES ('merge', 1, ", ", 77, '{\"as_it_was\":1}', '{}')");
  check_without_key (db, &people, "INSERT INTO import_change (import_id, kind, row_id, version_after, before) "
                                  "VALUES (1, 'customer', ", ", 1, '{\"as_it_was\":1}')");
  /* All of these rows are no hindrance to be erased. They came behind the search index's back. */
  g_assert_true (zg_search_rebuild_begin (db, error));
  while (!is_complete)
    g_assert_true (zg_search_rebuild_step (db, &is_complete, NULL, error));
  return zg_erase_table_erase (db, people.customer_id, FALSE, NOW, &n_orders, error);
}

static void
test_complete (void)
{
  g_autofree char *path = NULL;
  char *folder = shop_folder_make (&path);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgStore) store = zg_store_open (path, &error);

  g_assert_no_error (error);
  zg_store_write (store, check_all, NULL, &error);
  g_assert_no_error (error);
  zg_store_close (store);
  shop_folder_remove (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/customer-dossier/complete", test_complete);

  return g_test_run ();
}

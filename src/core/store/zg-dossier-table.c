/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-dossier-table.h"

#include <string.h>

#include "zg-statement.h"

/*
 * Every row that tells something of one customer, with all its columns: a column that comes later is in it by itself, and a
 * table that comes later fails the test until it stands here.
 */

#define OF_ORDERS " JOIN shop_order AS o ON o.id = t.order_id WHERE o.customer_id = ?1 ORDER BY o.ordered_at, o.id"

static const struct {
  const char *key;
  const char *sql;
} sections[] = {
  { "customer", "SELECT t.*, coalesce((SELECT currency FROM shop_order WHERE customer_id = ?1 ORDER BY ordered_at DESC "
                "LIMIT 1), 'CNY') AS currency FROM customer AS t WHERE id = ?1" },
  { "phones", "SELECT * FROM customer_phone WHERE customer_id = ?1 ORDER BY position" },
  { "accounts", "SELECT * FROM customer_account WHERE customer_id = ?1 ORDER BY position" },
  { "addresses", "SELECT * FROM customer_address WHERE customer_id = ?1 ORDER BY position" },
  { "tags", "SELECT g.* FROM customer_tag AS t JOIN tag AS g ON g.id = t.tag_id WHERE t.customer_id = ?1 ORDER BY g.name" },
  { "orders", "SELECT * FROM shop_order WHERE customer_id = ?1 ORDER BY ordered_at, id" },
  { "order_items", "SELECT o.number, o.currency, t.* FROM order_item AS t" OF_ORDERS ", t.position" },
  { "order_history", "SELECT o.number, t.* FROM order_history AS t" OF_ORDERS ", t.at" },
  { "order_ticks", "SELECT o.number, t.* FROM order_tick AS t" OF_ORDERS ", t.at" },
  { "payments", "SELECT o.number, o.currency, t.* FROM payment AS t" OF_ORDERS ", t.at" },
  { "shipments", "SELECT o.number, t.* FROM shipment AS t" OF_ORDERS ", t.at" },
  { "shipment_items", "SELECT o.number, i.title, t.* FROM shipment_item AS t JOIN order_item AS i ON i.id = t.item_id "
                      "JOIN shop_order AS o ON o.id = i.order_id WHERE o.customer_id = ?1 ORDER BY o.ordered_at, t.shipment_id" },
  { "not_one_parcel", "SELECT o.number, t.* FROM not_one_parcel AS t JOIN shop_order AS o ON o.id IN (t.a_id, t.b_id) "
                      "WHERE o.customer_id = ?1 ORDER BY t.at" },
  { "cases", "SELECT o.number, o.currency, t.* FROM order_case AS t" OF_ORDERS ", t.opened_at" },
  { "case_remedies", "SELECT o.number, o.currency, t.* FROM case_remedy AS t JOIN order_case AS c ON c.id = t.case_id "
                     "JOIN shop_order AS o ON o.id = c.order_id WHERE o.customer_id = ?1 ORDER BY c.opened_at, t.position" },
  { "case_lines", "SELECT o.number, t.* FROM case_line AS t JOIN order_case AS c ON c.id = t.case_id "
                  "JOIN shop_order AS o ON o.id = c.order_id WHERE o.customer_id = ?1 ORDER BY t.at, t.id" },
  { "promises", "SELECT o.number, o.currency, t.* FROM promise AS t" OF_ORDERS ", t.made_at" },
  { "payment_chase", "SELECT o.number, t.* FROM chase_step AS t" OF_ORDERS ", t.step" },
  /* What was written of an order is about who bought it, whosever timeline it stands in. */
  { "timeline", "SELECT t.*, s.name AS by FROM contact AS t LEFT JOIN staff AS s ON s.id = t.staff_id WHERE t.customer_id = ?1 "
                "OR t.order_id IN (SELECT id FROM shop_order WHERE customer_id = ?1) ORDER BY t.at, t.id" },
  { "follow_ups", "SELECT * FROM follow_up WHERE customer_id = ?1 "
                  "OR order_id IN (SELECT id FROM shop_order WHERE customer_id = ?1) ORDER BY due_at" },
  { "interests", "SELECT * FROM interest WHERE customer_id = ?1 ORDER BY at" },
  { "attachments", "SELECT * FROM attachment WHERE customer_id = ?1 ORDER BY at" },
  { "rounds", "SELECT r.name, r.started_at, t.* FROM round_member AS t JOIN round AS r ON r.id = t.round_id "
              "WHERE t.customer_id = ?1 ORDER BY r.started_at" },
  { "waiting", "SELECT * FROM waiting WHERE customer_id = ?1" },
  { "recent", "SELECT * FROM recent_customer WHERE customer_id = ?1" },
  { "not_same_person", "SELECT t.*, c.name, c.call_name FROM not_same_person AS t JOIN customer AS c "
                       "ON c.id = iif(t.a_id = ?1, t.b_id, t.a_id) WHERE t.a_id = ?1 OR t.b_id = ?1" },
  { "merges", "WITH RECURSIVE part (id) AS (SELECT ?1 UNION SELECT m.other_id FROM part JOIN customer_merge AS m "
              "ON m.kept_id = part.id AND m.undone_at IS NULL) "
              "SELECT * FROM customer_merge WHERE kept_id IN (SELECT id FROM part) OR other_id = ?1 ORDER BY at" },
  { "before_imports", "SELECT t.*, l.file_name FROM import_change AS t JOIN import_log AS l ON l.id = t.import_id "
                      "WHERE (kind = 'customer' AND row_id = ?1) "
                      "OR (kind = 'order' AND row_id IN (SELECT id FROM shop_order WHERE customer_id = ?1)) ORDER BY t.id" },
};

/* What a column holds is told by its name. */
static ZgDossierKind
get_kind (const char *name)
{
  static const char * const times[] = { "at", "ship_by", "balance_from", "balance_until", NULL };
  static const char * const sums[] = { "goods", "postage", "total", "paid", "refund", "price", "spent", "amount",
                                       "deposit", "discount", NULL };
  static const char * const numbers[] = { "quantity", "n_orders", "height", "weight", "position", "place",
                                          "version", "version_after", "state", "kind", NULL };
  static const char * const documents[] = { "before", "other_rows", "kept_rows", "merged_rows", NULL };

  if (strcmp (name, "id") == 0 || g_str_has_suffix (name, "_id"))
    return ZG_DOSSIER_ID;
  if (g_str_has_suffix (name, "_at") || g_strv_contains (times, name))
    return ZG_DOSSIER_TIME;
  if (g_strv_contains (sums, name))
    return ZG_DOSSIER_MONEY;
  if (g_strv_contains (numbers, name))
    return ZG_DOSSIER_NUMBER;
  if (strcmp (name, "bytes") == 0)
    return ZG_DOSSIER_BYTES;
  return g_strv_contains (documents, name) ? ZG_DOSSIER_JSON : ZG_DOSSIER_TEXT;
}

static void
cell_free (ZgDossierCell *cell)
{
  g_free (cell->name);
  g_free (cell->text);
  g_clear_pointer (&cell->bytes, g_bytes_unref);
  g_free (cell);
}

static void
section_free (ZgDossierSection *section)
{
  g_ptr_array_unref (section->rows);
  g_free (section);
}

static GPtrArray *
read_row (ZgStatement *statement)
{
  GPtrArray *row = g_ptr_array_new_with_free_func ((GDestroyNotify) cell_free);

  for (int i = 0; i < zg_statement_get_n_columns (statement); i++)
    {
      ZgDossierCell *cell = g_new0 (ZgDossierCell, 1);

      cell->name = g_strdup (zg_statement_get_column_name (statement, i));
      cell->kind = get_kind (cell->name);
      cell->is_null = zg_statement_is_null (statement, i);
      if (cell->kind == ZG_DOSSIER_BYTES)
        {
          cell->bytes = zg_statement_dup_bytes (statement, i);
        }
      else
        {
          cell->number = zg_statement_get_int64 (statement, i);
          cell->text = zg_statement_dup_text (statement, i);
        }
      g_ptr_array_add (row, cell);
    }
  return row;
}

static GPtrArray *
read_rows (ZgDatabase  *db,
           const char  *sql,
           gint64       customer_id,
           GError     **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr(ZgStatement) statement = zg_statement_new (db, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, customer_id);
  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&rows);
      g_ptr_array_add (rows, read_row (statement));
    }
  return NULL;
}

/**
 * zg_dossier_table_load:
 * @db: a connection
 * @customer_id: a customer
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgDossierSection): all that the shop file has of the customer
 */
GPtrArray *
zg_dossier_table_load (ZgDatabase  *db,
                       gint64       customer_id,
                       GError     **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      GPtrArray *rows = read_rows (db, sections[i].sql, customer_id, error);
      ZgDossierSection *section;

      if (rows == NULL)
        return NULL;
      section = g_new0 (ZgDossierSection, 1);
      section->key = sections[i].key;
      section->rows = rows;
      g_ptr_array_add (all, section);
    }
  return g_steal_pointer (&all);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-check-table.h"

#include <glib/gi18n.h>

#include "zg-integer.h"
#include "zg-shop-table.h"
#include "zg-statement.h"
#include "zg-store-error.h"

/*
 * The confirmation list as the shop wants it. A shop that never touched it has no rows here. The list is edited as a
 * whole, so it has one version and not one a row.
 */

#define SETTING_VERSION "checklist.version"
#define SETTING_NEXT_OWN "checklist.next-own"
#define SETTING_ROWS "checklist.rows"

static gboolean
load_number (ZgDatabase  *db,
             const char  *key,
             gint64       fallback,
             gint64      *number_out,
             GError     **error)
{
  g_autofree char *value = zg_shop_table_get_setting (db, key, "", error);

  if (value == NULL)
    return FALSE;
  if (!zg_integer_parse (value, 0, G_MAXINT, number_out))
    *number_out = fallback;
  return TRUE;
}

static gboolean
save_number (ZgDatabase  *db,
             const char  *key,
             gint64       number,
             GError     **error)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return zg_shop_table_set_setting (db, key, value, error);
}

static void
read_row (ZgStatement *statement,
          ZgCheckForm *form,
          guint        place)
{
  const char *label = zg_statement_get_text (statement, 1);
  ZgCheckFormRow *row;
  ZgCheck check;

  if (!zg_check_from_key (zg_statement_get_text (statement, 0), &check) || !zg_check_is_human (check))
    return;
  row = zg_check_form_find (form, check);
  if (row == NULL)
    {
      row = g_new0 (ZgCheckFormRow, 1);
      row->check = check;
      g_ptr_array_add (form->rows, row);
    }
  row->label = label != NULL && *label != '\0' ? g_strdup (label) : NULL;
  row->active = zg_statement_get_int64 (statement, 2) != 0;
  row->read_back = zg_statement_get_int64 (statement, 3) != 0;
  zg_check_form_place (form, check, place);
}

/**
 * zg_check_table_load:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the shop's list: the standard one with what the shop has changed
 */
ZgCheckForm *
zg_check_table_load (ZgDatabase  *db,
                     GError     **error)
{
  g_autoptr(ZgCheckForm) form = zg_check_form_new ();
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT key, label, active, read_back FROM check_row ORDER BY position, key", error);
  gboolean has_row;
  gint64 next_own;
  guint place = 0;

  if (statement == NULL || !load_number (db, SETTING_VERSION, 0, &form->version, error)
      || !load_number (db, SETTING_NEXT_OWN, 1, &next_own, error))
    return NULL;
  form->next_own = (int) MAX (next_own, 1);

  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&form);
      read_row (statement, form, place++);
    }
  return NULL;
}

static gboolean
insert_row (ZgDatabase            *db,
            const ZgCheckFormRow  *row,
            guint                  position,
            GError               **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO check_row (key, position, label, active, read_back) VALUES (?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, zg_check_to_key (row->check));
  zg_statement_bind_int64 (statement, 1, position);
  zg_statement_bind_text (statement, 2, row->label != NULL ? row->label : "");
  zg_statement_bind_int64 (statement, 3, row->active);
  zg_statement_bind_int64 (statement, 4, row->read_back);
  return zg_statement_run (statement, error);
}

/**
 * zg_check_table_save:
 * @db: a writing connection in a transaction
 * @form: a list that is valid, with the version that was read; gets the new version
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody else saved the list since it was read
 */
gboolean
zg_check_table_save (ZgDatabase   *db,
                     ZgCheckForm  *form,
                     GError      **error)
{
  g_autoptr(ZgStatement) clear = zg_statement_new (db, "DELETE FROM check_row", error);
  gint64 version, next_own;

  if (clear == NULL || !load_number (db, SETTING_VERSION, 0, &version, error)
      || !load_number (db, SETTING_NEXT_OWN, 1, &next_own, error))
    return FALSE;
  if (version != form->version)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE,
                           _("Somebody else changed this in the meantime. Look at it again, then repeat your change."));
      return FALSE;
    }
  if (!zg_statement_run (clear, error))
    return FALSE;
  for (guint i = 0; i < form->rows->len; i++)
    if (!insert_row (db, form->rows->pdata[i], i, error))
      return FALSE;

  /* A list from before a row was added knows a smaller number: what was given once is never given again. */
  form->next_own = MAX (form->next_own, (int) next_own);
  form->version++;
  return save_number (db, SETTING_VERSION, form->version, error)
         && save_number (db, SETTING_NEXT_OWN, form->next_own, error)
         && save_number (db, SETTING_ROWS, zg_check_form_count_active (form), error);
}

/**
 * zg_check_table_list_open_orders:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the orders that are not shipped and whose list somebody has
 *   worked on
 */
GArray *
zg_check_table_list_open_orders (ZgDatabase  *db,
                                 GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id FROM shop_order WHERE state < 3 AND (confirmed_at IS NOT NULL "
    "OR EXISTS (SELECT 1 FROM order_tick WHERE order_id = shop_order.id)) ORDER BY id", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (zg_statement_step (statement, &has_row, error))
    {
      gint64 id;

      if (!has_row)
        return g_steal_pointer (&ids);
      id = zg_statement_get_int64 (statement, 0);
      g_array_append_val (ids, id);
    }
  return NULL;
}

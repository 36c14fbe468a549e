/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-tag-table.h"

#include "zg-statement.h"

/* The tags of a shop and their colours; who has which is zg-customer-parts.c's. */

/**
 * zg_tag_table_load_colours:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): the word of the colour of each tag that has one
 */
GHashTable *
zg_tag_table_load_colours (ZgDatabase  *db,
                           GError     **error)
{
  g_autoptr(GHashTable) colours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT name, colour FROM tag WHERE colour <> ''", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&colours);
      g_hash_table_insert (colours, zg_statement_dup_text (statement, 0), zg_statement_dup_text (statement, 1));
    }
  return NULL;
}

static gboolean
read_colour (ZgDatabase  *db,
             const char  *tag,
             char       **colour_out,
             GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT colour FROM tag WHERE name = ?", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, tag);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  *colour_out = has_row ? zg_statement_dup_text (statement, 0) : g_strdup ("");
  return TRUE;
}

/**
 * zg_tag_table_set_colour:
 * @db: a writing connection in a transaction
 * @tag: a tag, which need not be anybody's yet
 * @colour: a word of zg-tag-colour.h, or "" for none
 * @before_out: (out) (transfer full): what it had before
 * @error: return location for an error
 *
 * Returns: whether it is written
 */
gboolean
zg_tag_table_set_colour (ZgDatabase  *db,
                         const char  *tag,
                         const char  *colour,
                         char       **before_out,
                         GError     **error)
{
  g_autofree char *before = NULL;
  g_autoptr(ZgStatement) statement = NULL;

  if (!read_colour (db, tag, &before, error))
    return FALSE;
  statement = zg_statement_new (db, "INSERT INTO tag (name, colour) VALUES (?, ?) "
                                    "ON CONFLICT (name) DO UPDATE SET colour = excluded.colour", error);
  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, tag);
  zg_statement_bind_text (statement, 1, colour);
  if (!zg_statement_run (statement, error))
    return FALSE;

  zg_database_note_change (db, ZG_TABLE_TAG, 0);
  *before_out = g_steal_pointer (&before);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-segment-table.h"

#include <glib/gi18n.h>

#include "zg-statement.h"
#include "zg-uid.h"

/* Saved filters. Names are unique. */

/**
 * zg_segment_new:
 * @name: what it is called
 * @filter: the text of a #ZgCustomerFilter
 *
 * Returns: (transfer full): a segment that is not saved
 */
ZgSegment *
zg_segment_new (const char *name,
                const char *filter)
{
  ZgSegment *segment = g_new0 (ZgSegment, 1);

  segment->name = g_strdup (name);
  segment->filter = g_strdup (filter);
  return segment;
}

/**
 * zg_segment_copy:
 * @segment: a segment
 *
 * Returns: (transfer full): a segment with the same content
 */
ZgSegment *
zg_segment_copy (const ZgSegment *segment)
{
  ZgSegment *copy = g_memdup2 (segment, sizeof *segment);

  copy->uid = g_strdup (segment->uid);
  copy->key = g_strdup (segment->key);
  copy->name = g_strdup (segment->name);
  copy->filter = g_strdup (segment->filter);
  return copy;
}

/**
 * zg_segment_free:
 * @segment: (transfer full) (nullable): a segment
 */
void
zg_segment_free (ZgSegment *segment)
{
  if (segment == NULL)
    return;

  g_free (segment->uid);
  g_free (segment->key);
  g_free (segment->name);
  g_free (segment->filter);
  g_free (segment);
}

/**
 * zg_segment_table_load:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgSegment): the saved filters in their order
 */
GPtrArray *
zg_segment_table_load (ZgDatabase  *db,
                       GError     **error)
{
  g_autoptr(GPtrArray) segments = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_segment_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT id, uid, version, name, filter, position FROM segment ORDER BY position, id", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgSegment *segment;

      if (!has_row)
        return g_steal_pointer (&segments);
      segment = zg_segment_new (zg_statement_get_text (statement, 3), zg_statement_get_text (statement, 4));
      segment->id = zg_statement_get_int64 (statement, 0);
      segment->uid = zg_statement_dup_text (statement, 1);
      segment->version = zg_statement_get_int64 (statement, 2);
      segment->position = (int) zg_statement_get_int64 (statement, 5);
      g_ptr_array_add (segments, segment);
    }
  return NULL;
}

static gboolean
run_unique (ZgStatement  *statement,
            const char   *name,
            GError      **error)
{
  g_autoptr(GError) local_error = NULL;

  if (zg_statement_run (statement, &local_error))
    return TRUE;

  if (g_error_matches (local_error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE))
    g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_DUPLICATE, _("There is a segment “%s” already."), name);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * zg_segment_table_insert:
 * @db: a writing connection in a transaction
 * @segment: a new segment, which comes last, or one that was deleted and still has its uid and place; gets its id and
 *   version
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_DUPLICATE when the name is taken
 */
gboolean
zg_segment_table_insert (ZgDatabase  *db,
                         ZgSegment   *segment,
                         GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO segment (uid, position, name, filter) VALUES (?, ?, ?, ?)", error);
  gint64 place = segment->position;

  if (statement == NULL
      || (place == 0 && !zg_database_query_int64 (db, "SELECT coalesce(max(position), 0) + 1 FROM segment", &place, error)))
    return FALSE;

  segment->position = (int) place;
  if (segment->uid == NULL)
    segment->uid = zg_uid_new ();
  zg_statement_bind_text (statement, 0, segment->uid);
  zg_statement_bind_int64 (statement, 1, segment->position);
  zg_statement_bind_text (statement, 2, segment->name);
  zg_statement_bind_text (statement, 3, segment->filter);
  if (!run_unique (statement, segment->name, error))
    return FALSE;

  segment->id = zg_database_last_id (db);
  segment->version = 1;
  zg_database_note_change (db, ZG_TABLE_SEGMENT, segment->id);
  return TRUE;
}

/**
 * zg_segment_table_update:
 * @db: a writing connection in a transaction
 * @segment: a segment with another name or filter, and the version that was read; gets the new version
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed it, %ZG_STORE_ERROR_DUPLICATE when the name is
 *   taken
 */
gboolean
zg_segment_table_update (ZgDatabase  *db,
                         ZgSegment   *segment,
                         GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE segment SET name = ?, filter = ?, version = version + 1 WHERE id = ? AND version = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_text (statement, 0, segment->name);
  zg_statement_bind_text (statement, 1, segment->filter);
  zg_statement_bind_int64 (statement, 2, segment->id);
  zg_statement_bind_int64 (statement, 3, segment->version);
  if (!run_unique (statement, segment->name, error))
    return FALSE;

  if (zg_database_changes (db) == 0)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE,
                           _("Somebody else changed this segment in the meantime. Look at it again, then repeat your "
                             "change."));
      return FALSE;
    }
  segment->version++;
  zg_database_note_change (db, ZG_TABLE_SEGMENT, segment->id);
  return TRUE;
}

/**
 * zg_segment_table_delete:
 * @db: a writing connection in a transaction
 * @id: a segment
 * @error: return location for an error
 *
 * Returns: whether it is gone; %FALSE with %ZG_STORE_ERROR_NOT_FOUND when there was none
 */
gboolean
zg_segment_table_delete (ZgDatabase  *db,
                         gint64       id,
                         GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "DELETE FROM segment WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, id);
  if (!zg_statement_run (statement, error))
    return FALSE;

  if (zg_database_changes (db) == 0)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no such segment any more."));
      return FALSE;
    }
  zg_database_note_change (db, ZG_TABLE_SEGMENT, id);
  return TRUE;
}

/**
 * zg_segment_table_set_position:
 * @db: a writing connection in a transaction
 * @id: a segment
 * @position: its place, from 1
 * @error: return location for an error
 *
 * Not an edit: the version stays.
 *
 * Returns: whether it stands there
 */
gboolean
zg_segment_table_set_position (ZgDatabase  *db,
                               gint64       id,
                               int          position,
                               GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "UPDATE segment SET position = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, position);
  zg_statement_bind_int64 (statement, 1, id);
  zg_database_note_change (db, ZG_TABLE_SEGMENT, id);
  return zg_statement_run (statement, error);
}

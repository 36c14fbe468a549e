/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-round-table.h"

#include <glib/gi18n.h>

#include "zg-statement.h"
#include "zg-uid.h"

/* Rounds; their members are in zg-round-members.c. */

#define ROUND_COLUMNS "id, uid, name, filter, reply_id, marketing, staff_id, started_at, finished_at"

/**
 * zg_round_free:
 * @round: (transfer full) (nullable): a round
 */
void
zg_round_free (ZgRound *round)
{
  if (round == NULL)
    return;

  g_free (round->uid);
  g_free (round->name);
  g_free (round->filter);
  g_free (round);
}

/**
 * zg_round_member_free:
 * @member: (transfer full) (nullable): a member
 */
void
zg_round_member_free (ZgRoundMember *member)
{
  if (member == NULL)
    return;

  g_free (member->reason);
  g_free (member);
}

/**
 * zg_round_reason_free:
 * @reason: (transfer full) (nullable): a reason
 */
void
zg_round_reason_free (ZgRoundReason *reason)
{
  if (reason == NULL)
    return;

  g_free (reason->reason);
  g_free (reason);
}

/**
 * zg_round_table_insert:
 * @db: a writing connection in a transaction
 * @round: a new round; gets its id and uid
 * @error: return location for an error
 *
 * Returns: whether it is written, without members
 */
gboolean
zg_round_table_insert (ZgDatabase  *db,
                       ZgRound     *round,
                       GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "INSERT INTO round (uid, name, filter, reply_id, marketing, staff_id, started_at) VALUES (?, ?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;

  g_free (round->uid);
  round->uid = zg_uid_new ();
  zg_statement_bind_text (statement, 0, round->uid);
  zg_statement_bind_text (statement, 1, round->name);
  zg_statement_bind_text (statement, 2, round->filter);
  zg_statement_bind_id (statement, 3, round->reply_id);
  zg_statement_bind_int64 (statement, 4, round->marketing ? 1 : 0);
  zg_statement_bind_id (statement, 5, round->staff_id);
  zg_statement_bind_time (statement, 6, round->started_at);
  if (!zg_statement_run (statement, error))
    return FALSE;

  round->id = zg_database_last_id (db);
  zg_database_note_change (db, ZG_TABLE_ROUND, round->id);
  return TRUE;
}

static ZgRound *
read_round (ZgStatement *statement)
{
  ZgRound *round = g_new0 (ZgRound, 1);

  round->id = zg_statement_get_int64 (statement, 0);
  round->uid = zg_statement_dup_text (statement, 1);
  round->name = zg_statement_dup_text (statement, 2);
  round->filter = zg_statement_dup_text (statement, 3);
  round->reply_id = zg_statement_get_int64 (statement, 4);
  round->marketing = zg_statement_get_int64 (statement, 5) != 0;
  round->staff_id = zg_statement_get_int64 (statement, 6);
  round->started_at = zg_statement_get_time (statement, 7);
  round->finished_at = zg_statement_get_time (statement, 8);
  return round;
}

/**
 * zg_round_table_load:
 * @db: a connection
 * @id: a round
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the round; %NULL with %ZG_STORE_ERROR_NOT_FOUND when there is none
 */
ZgRound *
zg_round_table_load (ZgDatabase  *db,
                     gint64       id,
                     GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "SELECT " ROUND_COLUMNS " FROM round WHERE id = ?", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, id);
  if (!zg_statement_step (statement, &has_row, error))
    return NULL;
  if (has_row)
    return read_round (statement);

  g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no such round."));
  return NULL;
}

/**
 * zg_round_table_load_all:
 * @db: a connection
 * @only_open: whether to leave out those that are finished
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgRound): the rounds, the newest first
 */
GPtrArray *
zg_round_table_load_all (ZgDatabase  *db,
                         gboolean     only_open,
                         GError     **error)
{
  g_autoptr(GPtrArray) rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_round_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db, only_open
    ? "SELECT " ROUND_COLUMNS " FROM round WHERE finished_at IS NULL ORDER BY id DESC"
    : "SELECT " ROUND_COLUMNS " FROM round ORDER BY id DESC", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  while (zg_statement_step (statement, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&rounds);
      g_ptr_array_add (rounds, read_round (statement));
    }
  return NULL;
}

/**
 * zg_round_table_set_finished:
 * @db: a writing connection in a transaction
 * @id: a round
 * @at: when it came to its end, %ZG_TIME_NONE to go on with it
 * @error: return location for an error
 *
 * Returns: whether it is so
 */
gboolean
zg_round_table_set_finished (ZgDatabase  *db,
                             gint64       id,
                             ZgTime       at,
                             GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "UPDATE round SET finished_at = ?, version = version + 1 WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_time (statement, 0, at);
  zg_statement_bind_int64 (statement, 1, id);
  zg_database_note_change (db, ZG_TABLE_ROUND, id);
  return zg_statement_run (statement, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-customer-find.h"

#include "zg-statement.h"

/* Who else has what only one person should have. Hidden values are nobody's. */

/* @has_row of @statement: the customer's id and what to call them. */
static gboolean
find (ZgStatement  *statement,
      gint64       *id_out,
      char        **call_name_out,
      GError      **error)
{
  gboolean has_row;

  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  *id_out = has_row ? zg_statement_get_int64 (statement, 0) : 0;
  *call_name_out = has_row ? zg_statement_dup_text (statement, 1) : NULL;
  return TRUE;
}

/**
 * zg_customer_find_other_with_account:
 * @db: a connection
 * @own_id: who is not meant, or 0
 * @platform: a word of zg-platform.h
 * @account: a name there
 * @id_out: (out): whose it is, 0 when it is nobody else's
 * @call_name_out: (out) (transfer full) (nullable): what to show them as
 * @error: return location for an error
 *
 * Returns: whether the search ran
 */
gboolean
zg_customer_find_other_with_account (ZgDatabase  *db,
                                     gint64       own_id,
                                     const char  *platform,
                                     const char  *account,
                                     gint64      *id_out,
                                     char       **call_name_out,
                                     GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT c.id, coalesce(nullif(c.call_name, ''), nullif(c.name, ''), a.account) FROM customer_account AS a "
    "JOIN customer AS c ON c.id = a.customer_id "
    "WHERE a.disclosure = 4 AND c.id <> ?1 AND a.platform = ?2 AND a.account = ?3 LIMIT 1", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, own_id);
  zg_statement_bind_text (statement, 1, platform);
  zg_statement_bind_text (statement, 2, account);
  return find (statement, id_out, call_name_out, error);
}

/**
 * zg_customer_find_other_with_phone:
 * @db: a connection
 * @own_id: who is not meant, or 0
 * @digits: the digits of a phone that is not hidden
 * @id_out: (out): the oldest who has it, 0 when it is nobody else's
 * @call_name_out: (out) (transfer full) (nullable): what to show them as
 * @error: return location for an error
 *
 * Returns: whether the search ran
 */
gboolean
zg_customer_find_other_with_phone (ZgDatabase  *db,
                                   gint64       own_id,
                                   const char  *digits,
                                   gint64      *id_out,
                                   char       **call_name_out,
                                   GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT c.id, coalesce(nullif(c.call_name, ''), nullif(c.name, ''), p.text) FROM customer_phone AS p "
    "JOIN customer AS c ON c.id = p.customer_id "
    "WHERE p.reversed = ?2 AND p.disclosure = 4 AND c.id <> ?1 ORDER BY c.id LIMIT 1", error);
  g_autofree char *reversed = g_utf8_strreverse (digits, -1);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, own_id);
  zg_statement_bind_text (statement, 1, reversed);
  return find (statement, id_out, call_name_out, error);
}

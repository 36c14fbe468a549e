/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-reply-uses.h"

#include "zg-contact.h"
#include "zg-statement.h"

/* Who uses which reply, counted in the contact log. */

/**
 * zg_reply_use_free:
 * @use: (transfer full): a use
 */
void
zg_reply_use_free (ZgReplyUse *use)
{
  g_free (use->staff_name);
  g_free (use);
}

/**
 * zg_reply_uses_load:
 * @db: a connection
 * @error: return location for an error
 *
 * Counts the copies made for customers. Reads the whole contact log: not for a key press.
 *
 * Returns: (transfer full) (nullable) (element-type ZgReplyUse): by reply, who uses it most first
 */
GPtrArray *
zg_reply_uses_load (ZgDatabase  *db,
                    GError     **error)
{
  g_autoptr(GPtrArray) uses = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_reply_use_free);
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT c.reply_id, coalesce(c.staff_id, 0), coalesce(s.name, ''), count(*), max(c.at) FROM contact AS c "
    "LEFT JOIN staff AS s ON s.id = c.staff_id WHERE c.kind = ? AND c.reply_id IS NOT NULL "
    "GROUP BY c.reply_id, c.staff_id ORDER BY c.reply_id, count(*) DESC, c.staff_id", error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;
  zg_statement_bind_int64 (statement, 0, ZG_CONTACT_COPY);
  while (zg_statement_step (statement, &has_row, error))
    {
      ZgReplyUse *use;

      if (!has_row)
        return g_steal_pointer (&uses);

      use = g_new0 (ZgReplyUse, 1);
      use->reply_id = zg_statement_get_int64 (statement, 0);
      use->staff_id = zg_statement_get_int64 (statement, 1);
      zg_statement_copy_text (statement, 2, &use->staff_name);
      use->n_copies = zg_statement_get_int64 (statement, 3);
      use->last_at = zg_statement_get_time (statement, 4);
      g_ptr_array_add (uses, use);
    }
  return NULL;
}

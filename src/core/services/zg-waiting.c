/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-waiting.h"

#include <glib/gi18n.h>

#include "zg-integer.h"
#include "zg-shop-table.h"

/*
 * Nobody waits unnoticed: a reply that asks for a moment starts the customer's clock, and the next copy for them ends it.
 * So the clock always says what the last copy said, and taking a copy back takes the clock back to the copy before it.
 */

/**
 * zg_waiting_get_minutes:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: how long a customer who was asked for a moment may wait, in minutes; 0 on an error
 */
gint64
zg_waiting_get_minutes (ZgDatabase  *db,
                        GError     **error)
{
  g_autofree char *value = zg_shop_table_get_setting (db, ZG_SETTING_WAIT_MINUTES, "", error);
  gint64 minutes;

  if (value == NULL)
    return 0;
  if (!zg_integer_parse (value, 1, ZG_WAITING_MAX_MINUTES, &minutes))
    minutes = ZG_WAITING_DEFAULT_MINUTES;
  return minutes;
}

/**
 * zg_waiting_set_minutes:
 * @db: a writing connection in a transaction
 * @minutes: how long a customer who was asked for a moment may wait; brought between 1 and %ZG_WAITING_MAX_MINUTES
 * @error: return location for an error
 *
 * Clocks that run already keep their time: those customers were told nothing else.
 *
 * Returns: whether it is so from now on
 */
gboolean
zg_waiting_set_minutes (ZgDatabase  *db,
                        gint64       minutes,
                        GError     **error)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, CLAMP (minutes, 1, ZG_WAITING_MAX_MINUTES));

  return zg_shop_table_set_setting (db, ZG_SETTING_WAIT_MINUTES, value, error);
}

static gboolean
start (ZgDatabase  *db,
       gint64       customer_id,
       gint64       reply_id,
       ZgTime       at,
       GError     **error)
{
  gint64 minutes = zg_waiting_get_minutes (db, error);
  ZgWaiting waiting = { .customer_id = customer_id, .started_at = at, .due_at = at + minutes * ZG_TIME_MINUTE,
                        .reply_id = reply_id };

  return minutes > 0 && zg_waiting_table_put (db, &waiting, error);
}

/**
 * zg_waiting_note_copy:
 * @db: a writing connection in a transaction
 * @reply: what was copied
 * @customer_id: for whom
 * @now: when
 * @error: return location for an error
 *
 * Starts the customer's clock, anew when it runs already, or ends it: whoever got something else waits no longer.
 *
 * Returns: whether that is so now
 */
gboolean
zg_waiting_note_copy (ZgDatabase     *db,
                      const ZgReply  *reply,
                      gint64          customer_id,
                      ZgTime          now,
                      GError        **error)
{
  if (!reply->starts_wait)
    return zg_waiting_table_remove (db, customer_id, error);
  return start (db, customer_id, reply->id, now, error);
}

/**
 * zg_waiting_note_undo:
 * @db: a writing connection in a transaction
 * @customer_id: for whom a copy was taken back, and is not in the log any more
 * @error: return location for an error
 *
 * Puts the clock where the copy before left it: it ends with a "please wait" that was not sent, and goes on when what
 * would have ended it was not sent.
 *
 * Returns: whether that is so now
 */
gboolean
zg_waiting_note_undo (ZgDatabase  *db,
                      gint64       customer_id,
                      GError     **error)
{
  gint64 reply_id;
  ZgTime at;

  if (!zg_waiting_table_find_last_wait (db, customer_id, &reply_id, &at, error))
    return FALSE;
  if (reply_id == 0)
    return zg_waiting_table_remove (db, customer_id, error);
  return start (db, customer_id, reply_id, at, error);
}

/**
 * zg_waiting_is_late:
 * @waiting: who waits
 * @now: what time it is
 *
 * Returns: whether they wait longer than they should
 */
gboolean
zg_waiting_is_late (const ZgWaiting *waiting,
                    ZgTime           now)
{
  return now >= waiting->due_at;
}

/**
 * zg_waiting_to_text:
 * @waiting: who waits
 * @now: what time it is
 *
 * Returns: (transfer full): for how long they have waited: "1:20", from an hour on in hours, after two days in days
 */
char *
zg_waiting_to_text (const ZgWaiting *waiting,
                    ZgTime           now)
{
  int seconds = (int) (MAX (now - waiting->started_at, 0) / ZG_TIME_SECOND);
  int hours = seconds / 3600;

  if (hours == 0)
    return g_strdup_printf ("%d:%02d", seconds / 60, seconds % 60);
  if (hours < 48)
    return g_strdup_printf (ngettext ("%d hour", "%d hours", (gulong) hours), hours);
  return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) (hours / 24)), hours / 24);
}

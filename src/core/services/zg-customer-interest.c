/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-customer-interest.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-contact-table.h"
#include "zg-customer-desk.h"
#include "zg-error.h"
#include "zg-interest-table.h"

/*
 * Asked for and not bought. Where there is a day to ask again, a follow-up reminds of it: it is open as long as the interest
 * is, and closed with it. One that somebody marked done is left alone.
 */

static gboolean
refuse_past (const ZgInterest  *interest,
             ZgClock           *clock,
             GError           **error)
{
  if (interest->ask_again_at == ZG_TIME_NONE
      || zg_customer_desk_quiet_days (interest->ask_again_at, ZG_TIME_NONE, clock) <= 0)
    return FALSE;

  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                       _("Choose today or a later day to get back to them."));
  return TRUE;
}

static gboolean
insert_follow_up (ZgDatabase  *db,
                  ZgInterest  *interest,
                  GError     **error)
{
  g_autoptr(ZgFollowUp) follow_up = zg_follow_up_new ();

  follow_up->customer_id = interest->customer_id;
  follow_up->staff_id = interest->staff_id;
  follow_up->due_at = interest->ask_again_at;
  /* TRANSLATORS: a follow-up's text: ask again whether they want it; %s is a product */
  follow_up->text = g_strdup_printf (_("Ask again: %s"), interest->product);
  if (!zg_follow_up_table_insert (db, follow_up, error))
    return FALSE;
  interest->follow_up_id = follow_up->id;
  return TRUE;
}

static gboolean
delete_follow_up (ZgDatabase  *db,
                  ZgInterest  *interest,
                  GError     **error)
{
  gint64 id = interest->follow_up_id;

  interest->follow_up_id = 0;
  return zg_follow_up_table_delete (db, id, error);
}

/* Whether the follow-up was closed with the interest, and not by somebody who asked again. */
static gboolean
was_closed_by_us (const ZgFollowUp *follow_up)
{
  return g_strcmp0 (follow_up->outcome, zg_interest_state_to_word (ZG_INTEREST_BOUGHT)) == 0
         || g_strcmp0 (follow_up->outcome, zg_interest_state_to_word (ZG_INTEREST_GIVEN_UP)) == 0;
}

static gboolean
remind (ZgDatabase        *db,
        const ZgInterest  *from,
        ZgInterest        *to,
        const ZgFollowUp  *known,
        GError           **error)
{
  gboolean other_time = from == NULL || from->ask_again_at != to->ask_again_at;
  gboolean other_product = from != NULL && strcmp (from->product, to->product) != 0;

  /* The reminder was taken away by hand, or done: it comes back for another day only. */
  if (known == NULL || (known->state == ZG_FOLLOW_UP_DONE && (other_time || !was_closed_by_us (known))))
    return !other_time || insert_follow_up (db, to, error);
  if (known->state == ZG_FOLLOW_UP_DONE)
    return zg_follow_up_table_finish (db, known->id, ZG_TIME_NONE, "", error);
  if (!other_time && !other_product)
    return TRUE;
  return delete_follow_up (db, to, error) && insert_follow_up (db, to, error);
}

/* Makes the follow-up what @to says; @to gets its id. @from is %NULL for what is new. */
static gboolean
settle_follow_up (ZgDatabase        *db,
                  const ZgInterest  *from,
                  ZgInterest        *to,
                  ZgClock           *clock,
                  GError           **error)
{
  g_autoptr(ZgFollowUp) known = NULL;

  if (to->follow_up_id != 0)
    {
      g_autoptr(GError) local_error = NULL;

      known = zg_follow_up_table_load (db, to->follow_up_id, &local_error);
      if (known == NULL && !g_error_matches (local_error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (known == NULL)
        to->follow_up_id = 0;
    }

  if (to->state == ZG_INTEREST_OPEN && to->ask_again_at != ZG_TIME_NONE)
    return remind (db, from, to, known, error);
  if (known == NULL || known->state == ZG_FOLLOW_UP_DONE)
    return TRUE;
  if (to->state == ZG_INTEREST_OPEN)
    return delete_follow_up (db, to, error);
  return zg_follow_up_table_finish (db, known->id, zg_clock_now (clock), zg_interest_state_to_word (to->state), error);
}

/**
 * zg_customer_interest_add:
 * @db: a writing connection in a transaction
 * @interest: what a customer asked for, with customer and clerk; gets its id and its follow-up's
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: whether it is noted; zg_customer_interest_remove() takes it back
 */
gboolean
zg_customer_interest_add (ZgDatabase  *db,
                          ZgInterest  *interest,
                          ZgClock     *clock,
                          GError     **error)
{
  if (!zg_interest_validate (interest, error) || refuse_past (interest, clock, error))
    return FALSE;
  interest->at = zg_clock_now (clock);
  return settle_follow_up (db, NULL, interest, clock, error) && zg_interest_table_insert (db, interest, error);
}

/**
 * zg_customer_interest_change:
 * @db: a writing connection in a transaction
 * @before: an interest as it was shown
 * @after: (inout): as it should be: bought after all, given up, to be asked again another day; gets its version and its
 *   follow-up's id
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_STORE_ERROR_STALE when somebody else changed it in the meantime
 */
gboolean
zg_customer_interest_change (ZgDatabase        *db,
                             const ZgInterest  *before,
                             ZgInterest        *after,
                             ZgClock           *clock,
                             GError           **error)
{
  if (!zg_interest_validate (after, error)
      || (after->ask_again_at != before->ask_again_at && refuse_past (after, clock, error)))
    return FALSE;
  return settle_follow_up (db, before, after, clock, error) && zg_interest_table_update (db, after, error);
}

/**
 * zg_customer_interest_take_back:
 * @db: a writing connection in a transaction
 * @before: an interest as it was before a change
 * @saved: as zg_customer_interest_change() left it
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: whether it is as it was before, with its follow-up; %FALSE with %ZG_STORE_ERROR_STALE when it was changed since
 */
gboolean
zg_customer_interest_take_back (ZgDatabase        *db,
                                const ZgInterest  *before,
                                const ZgInterest  *saved,
                                ZgClock           *clock,
                                GError           **error)
{
  g_autoptr(ZgInterest) target = zg_interest_copy (before);

  target->version = saved->version;
  target->follow_up_id = saved->follow_up_id;
  return settle_follow_up (db, saved, target, clock, error) && zg_interest_table_update (db, target, error);
}

/**
 * zg_customer_interest_remove:
 * @db: a writing connection in a transaction
 * @id: an interest
 * @error: return location for an error
 *
 * Removes it with the follow-up that still waits for its day.
 *
 * Returns: (transfer full) (nullable): what was removed, for zg_customer_interest_put_back()
 */
ZgInterest *
zg_customer_interest_remove (ZgDatabase  *db,
                             gint64       id,
                             GError     **error)
{
  g_autoptr(ZgInterest) interest = zg_interest_table_load (db, id, error);
  g_autoptr(ZgFollowUp) follow_up = NULL;

  if (interest == NULL || !zg_interest_table_delete (db, id, error))
    return NULL;
  if (interest->follow_up_id != 0)
    {
      follow_up = zg_follow_up_table_load (db, interest->follow_up_id, error);
      if (follow_up == NULL
          || (follow_up->state == ZG_FOLLOW_UP_OPEN && !delete_follow_up (db, interest, error)))
        return NULL;
    }
  return g_steal_pointer (&interest);
}

/**
 * zg_customer_interest_put_back:
 * @db: a writing connection in a transaction
 * @interest: what zg_customer_interest_remove() gave
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: whether it is there again, as it was
 */
gboolean
zg_customer_interest_put_back (ZgDatabase  *db,
                               ZgInterest  *interest,
                               ZgClock     *clock,
                               GError     **error)
{
  const ZgInterest *from = interest->follow_up_id != 0 ? interest : NULL;

  return settle_follow_up (db, from, interest, clock, error) && zg_interest_table_insert (db, interest, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-round.h"

#include <glib/gi18n.h>

#include "zg-error.h"
#include "zg-marketing-table.h"
#include "zg-reply-desk.h"
#include "zg-reply-table.h"

/*
 * A walk through a segment: one customer after the other, a filled reply for each. All of it is in the shop file, so it
 * goes on where it stood, at this desk or at another. Whether a customer may be invited is asked when their turn comes and
 * again when the text is copied: in the meantime another round may have invited them.
 */

/**
 * zg_round_is_marketing:
 * @filter: whom a round is for
 *
 * Returns: what a new round is taken for unless a person says otherwise: news for whoever waits for a parcel are order
 *   service, all else invites to buy
 */
gboolean
zg_round_is_marketing (const ZgCustomerFilter *filter)
{
  return !filter->unshipped;
}

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED, sentence);
  return FALSE;
}

static gint64
insert_round (ZgDatabase  *db,
              const char  *name,
              const char  *filter,
              gint64       reply_id,
              gboolean     marketing,
              gint64       staff_id,
              ZgClock     *clock,
              GError     **error)
{
  g_autoptr(ZgReply) reply = zg_reply_table_load (db, reply_id, error);
  g_autoptr(ZgRound) round = g_new0 (ZgRound, 1);

  if (reply == NULL)
    return 0;

  round->name = g_strdup (name);
  round->filter = g_strdup (filter);
  round->reply_id = reply_id;
  round->marketing = marketing;
  round->staff_id = staff_id;
  round->started_at = zg_clock_now (clock);
  return zg_round_table_insert (db, round, error) ? round->id : 0;
}

/**
 * zg_round_start:
 * @db: a writing connection in a transaction
 * @segment: whom it is for; its name is the round's
 * @reply_id: what to copy
 * @marketing: whether it invites to buy, see zg_round_is_marketing()
 * @staff_id: who starts it, or 0
 * @clock: what time it is and where
 * @error: return location for an error
 *
 * Who is in the segment now is in the round; who comes into it later is not.
 *
 * Returns: the round, 0 when it was not started: %ZG_DOMAIN_ERROR_REFUSED when nobody is in the segment
 */
gint64
zg_round_start (ZgDatabase       *db,
                const ZgSegment  *segment,
                gint64            reply_id,
                gboolean          marketing,
                gint64            staff_id,
                ZgClock          *clock,
                GError          **error)
{
  g_autoptr(ZgCustomerFilter) filter = zg_customer_filter_parse (segment->filter, error);
  g_autofree char *text = filter != NULL ? zg_customer_filter_to_text (filter) : NULL;
  gint64 round_id = filter != NULL ? insert_round (db, segment->name, text, reply_id, marketing, staff_id, clock, error) : 0;
  gint64 n_members;

  if (round_id == 0 || !zg_round_table_add_members (db, round_id, filter, clock, &n_members, error))
    return 0;
  if (n_members > 0)
    return round_id;
  refuse (error, _("There is nobody in this segment now."));
  return 0;
}

/**
 * zg_round_start_for:
 * @db: a writing connection in a transaction
 * @name: what the round is called
 * @customer_ids: (element-type gint64): whom it is for, in this order
 * @reply_id: what to copy
 * @marketing: whether it invites to buy; in order service the text is about the order that they wait for
 * @staff_id: who starts it, or 0
 * @clock: what time it is and where
 * @error: return location for an error
 *
 * Starts a round for customers that a person chose one by one.
 *
 * Returns: the round, 0 when it was not started: %ZG_DOMAIN_ERROR_REFUSED when none of them is there any more
 */
gint64
zg_round_start_for (ZgDatabase  *db,
                    const char  *name,
                    GArray      *customer_ids,
                    gint64       reply_id,
                    gboolean     marketing,
                    gint64       staff_id,
                    ZgClock     *clock,
                    GError     **error)
{
  gint64 round_id = insert_round (db, name, "", reply_id, marketing, staff_id, clock, error);
  gint64 n_members;

  if (round_id == 0 || !zg_round_table_add_customers (db, round_id, customer_ids, !marketing, &n_members, error))
    return 0;
  if (n_members > 0)
    return round_id;
  refuse (error, _("None of these customers is there any more."));
  return 0;
}

static gboolean
check_member (ZgDatabase           *db,
              const ZgRound        *round,
              const ZgRoundMember  *member,
              ZgClock              *clock,
              ZgRoundLimit         *limit_out,
              gboolean             *is_unasked_out,
              GError              **error)
{
  gboolean is_twice;

  *is_unasked_out = FALSE;
  *limit_out = ZG_ROUND_LIMIT_NONE;
  if (!zg_round_table_has_copy (db, round->id, member->customer_id, &is_twice, error))
    return FALSE;
  if (is_twice)
    *limit_out = ZG_ROUND_LIMIT_TWICE;
  if (is_twice || !round->marketing)
    return TRUE;
  return zg_marketing_check (db, member->customer_id, clock, limit_out, is_unasked_out, error);
}

/* Takes the next member whose turn it may be into @step, and notes why the others were passed over. */
static gboolean
walk (ZgDatabase   *db,
      ZgRoundStep  *step,
      ZgClock      *clock,
      GError      **error)
{
  for (;; step->n_passed_over++)
    {
      ZgRoundLimit limit;

      g_clear_pointer (&step->member, zg_round_member_free);
      if (!zg_round_table_find_next (db, step->round->id, &step->member, error))
        return FALSE;
      if (step->member == NULL)
        return TRUE;
      if (!check_member (db, step->round, step->member, clock, &limit, &step->is_unasked, error))
        return FALSE;
      if (limit == ZG_ROUND_LIMIT_NONE)
        return TRUE;

      step->member->state = ZG_ROUND_NOT_ALLOWED;
      g_free (step->member->reason);
      step->member->reason = g_strdup (zg_round_limit_to_word (limit));
      step->member->at = zg_clock_now (clock);
      if (!zg_round_table_update_member (db, step->member, error))
        return FALSE;
    }
}

/**
 * zg_round_next:
 * @db: a writing connection in a transaction
 * @round_id: a round
 * @clock: what time it is and where
 * @error: return location for an error
 *
 * Says whose turn it is, and passes over whom it is not allowed to invite. Asked again it gives the same customer until
 * something was done about them. At the end the round is finished.
 *
 * Returns: (transfer full) (nullable): where the round stands
 */
ZgRoundStep *
zg_round_next (ZgDatabase  *db,
               gint64       round_id,
               ZgClock     *clock,
               GError     **error)
{
  g_autoptr(ZgRoundStep) step = g_new0 (ZgRoundStep, 1);

  step->round = zg_round_table_load (db, round_id, error);
  if (step->round == NULL)
    return NULL;
  if (step->round->finished_at != ZG_TIME_NONE)
    return g_steal_pointer (&step);

  if (!walk (db, step, clock, error))
    return NULL;
  if (step->member == NULL)
    {
      step->round->finished_at = zg_clock_now (clock);
      if (!zg_round_table_set_finished (db, round_id, step->round->finished_at, error))
        return NULL;
    }
  return g_steal_pointer (&step);
}

/**
 * zg_round_load_reply:
 * @db: a connection
 * @round: a round
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what it copies; %NULL with %ZG_DOMAIN_ERROR_REFUSED when that is gone
 */
ZgReply *
zg_round_load_reply (ZgDatabase     *db,
                     const ZgRound  *round,
                     GError        **error)
{
  g_autoptr(ZgReply) reply = round->reply_id != 0 ? zg_reply_table_load (db, round->reply_id, NULL) : NULL;

  if (reply == NULL)
    refuse (error, _("The reply of this round was deleted. Bring it back from the bin, or start another round."));
  return g_steal_pointer (&reply);
}

/**
 * zg_round_fill:
 * @db: a connection
 * @step: whose turn it is; not the end
 * @staff_id: who says it, or 0
 * @clock: what time it is and where
 * @error: return location for an error
 *
 * Fills the round's reply for this customer, in the wording whose turn it is.
 *
 * Returns: (transfer full) (nullable): the text, and what is missing in it; %NULL with %ZG_DOMAIN_ERROR_REFUSED when the
 *   reply is gone
 */
ZgFill *
zg_round_fill (ZgDatabase         *db,
               const ZgRoundStep  *step,
               gint64              staff_id,
               ZgClock            *clock,
               GError            **error)
{
  g_autoptr(ZgReply) reply = zg_round_load_reply (db, step->round, error);
  g_autoptr(ZgFillContext) context = NULL;
  guint wording;

  if (reply == NULL)
    return NULL;
  context = zg_fill_context_load (db, step->member->customer_id, step->member->order_id, staff_id, clock, error);
  if (context == NULL
      || !zg_reply_desk_next_wording (db, reply, step->member->customer_id, &wording, NULL, error))
    return NULL;
  return zg_fill_context_fill_known (context, zg_reply_get_wording (reply, wording), NULL);
}

/* Somebody at another desk may have been quicker. */
static ZgRoundMember *
load_open_member (ZgDatabase     *db,
                  const ZgRound  *round,
                  gint64          position,
                  GError        **error)
{
  g_autoptr(ZgRoundMember) member = zg_round_table_load_member (db, round->id, position, error);

  if (member == NULL)
    return NULL;
  if (round->finished_at != ZG_TIME_NONE || member->state != ZG_ROUND_TO_DO || member->customer_id == 0)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE,
                           _("The round has gone on in the meantime: it is another customer's turn."));
      return NULL;
    }
  return g_steal_pointer (&member);
}

static gboolean
write_member (ZgDatabase     *db,
              ZgRoundMember  *member,
              ZgRoundState    state,
              const char     *reason,
              gint64          staff_id,
              ZgClock        *clock,
              GError        **error)
{
  member->state = state;
  g_free (member->reason);
  member->reason = g_strstrip (g_strdup (reason != NULL ? reason : ""));
  member->staff_id = staff_id;
  member->at = zg_clock_now (clock);
  return zg_round_table_update_member (db, member, error);
}

/**
 * zg_round_copied:
 * @db: a writing connection in a transaction
 * @round_id: a round
 * @position: whose turn it was
 * @text: what was copied for them
 * @staff_id: by whom, or 0
 * @clock: what time it is and where
 * @error: return location for an error
 *
 * Logs the copy as any other, and as an invitation in a round of such.
 *
 * Returns: the line of the timeline, 0 when nothing was written: %ZG_DOMAIN_ERROR_REFUSED when the customer may not be
 *   invited any more, %ZG_STORE_ERROR_STALE when it is no longer their turn
 */
gint64
zg_round_copied (ZgDatabase  *db,
                 gint64       round_id,
                 gint64       position,
                 const char  *text,
                 gint64       staff_id,
                 ZgClock     *clock,
                 GError     **error)
{
  g_autoptr(ZgRound) round = zg_round_table_load (db, round_id, error);
  g_autoptr(ZgRoundMember) member = round != NULL ? load_open_member (db, round, position, error) : NULL;
  g_autoptr(ZgReply) reply = member != NULL ? zg_round_load_reply (db, round, error) : NULL;
  ZgRoundLimit limit;
  gboolean is_unasked;

  if (reply == NULL || !check_member (db, round, member, clock, &limit, &is_unasked, error))
    return 0;
  if (limit != ZG_ROUND_LIMIT_NONE)
    {
      g_autofree char *sentence = zg_round_reason_to_text (ZG_ROUND_NOT_ALLOWED, zg_round_limit_to_word (limit));

      refuse (error, sentence);
      return 0;
    }

  member->contact_id = zg_reply_desk_log_copy (db, reply, member->customer_id, member->order_id, text, staff_id,
                                               zg_clock_now (clock), error);
  if (member->contact_id == 0
      || (round->marketing && !zg_marketing_table_mark (db, member->contact_id, error))
      || !write_member (db, member, ZG_ROUND_COPIED, NULL, staff_id, clock, error))
    return 0;
  return member->contact_id;
}

/**
 * zg_round_skip:
 * @db: a writing connection in a transaction
 * @round_id: a round
 * @position: whose turn it was
 * @reason: (nullable): why, in a person's words
 * @staff_id: who says so, or 0
 * @clock: what time it is
 * @error: return location for an error
 *
 * Returns: whether it is noted; %FALSE with %ZG_STORE_ERROR_STALE when it is no longer their turn
 */
gboolean
zg_round_skip (ZgDatabase  *db,
               gint64       round_id,
               gint64       position,
               const char  *reason,
               gint64       staff_id,
               ZgClock     *clock,
               GError     **error)
{
  g_autoptr(ZgRound) round = zg_round_table_load (db, round_id, error);
  g_autoptr(ZgRoundMember) member = round != NULL ? load_open_member (db, round, position, error) : NULL;

  return member != NULL && write_member (db, member, ZG_ROUND_SKIPPED, reason, staff_id, clock, error);
}

/**
 * zg_round_stop:
 * @db: a writing connection in a transaction
 * @round_id: a round
 * @clock: what time it is
 * @error: return location for an error
 *
 * Ends a round before its end. zg_round_take_back() goes on with it.
 *
 * Returns: whether it is finished
 */
gboolean
zg_round_stop (ZgDatabase  *db,
               gint64       round_id,
               ZgClock     *clock,
               GError     **error)
{
  g_autoptr(ZgRound) round = zg_round_table_load (db, round_id, error);

  if (round == NULL)
    return FALSE;
  if (round->finished_at != ZG_TIME_NONE)
    return refuse (error, _("This round is finished."));
  return zg_round_table_set_finished (db, round_id, zg_clock_now (clock), error);
}

/**
 * zg_round_take_back:
 * @db: a writing connection in a transaction
 * @round_id: a round
 * @error: return location for an error
 *
 * Takes the last step back: that it was stopped, else the last copy with its line in the timeline, or the last skip. It is
 * that customer's turn again.
 *
 * Returns: whether it is taken back; %FALSE with %ZG_DOMAIN_ERROR_REFUSED when nothing was done yet
 */
gboolean
zg_round_take_back (ZgDatabase  *db,
                    gint64       round_id,
                    GError     **error)
{
  g_autoptr(ZgRound) round = zg_round_table_load (db, round_id, error);
  g_autoptr(ZgRoundMember) next = NULL;
  g_autoptr(ZgRoundMember) last = NULL;

  if (round == NULL || !zg_round_table_find_next (db, round_id, &next, error))
    return FALSE;
  if (round->finished_at != ZG_TIME_NONE && !zg_round_table_set_finished (db, round_id, ZG_TIME_NONE, error))
    return FALSE;
  if (round->finished_at != ZG_TIME_NONE && next != NULL)
    return TRUE;

  if (!zg_round_table_find_last_step (db, round_id, &last, error))
    return FALSE;
  if (last == NULL)
    return refuse (error, _("Nothing was done in this round yet."));
  if (last->contact_id != 0 && !zg_reply_desk_undo_copy (db, last->contact_id, last->customer_id, error))
    return FALSE;

  last->state = ZG_ROUND_TO_DO;
  g_clear_pointer (&last->reason, g_free);
  last->at = ZG_TIME_NONE;
  last->staff_id = last->contact_id = 0;
  return zg_round_table_update_member (db, last, error)
         && zg_round_table_reopen_behind (db, round_id, last->position, error);
}

/**
 * zg_round_sum_up:
 * @db: a connection
 * @round_id: a round
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what came of it so far
 */
ZgRoundSum *
zg_round_sum_up (ZgDatabase  *db,
                 gint64       round_id,
                 GError     **error)
{
  g_autoptr(ZgRoundSum) sum = g_new0 (ZgRoundSum, 1);

  sum->round = zg_round_table_load (db, round_id, error);
  if (sum->round == NULL || !zg_round_table_count (db, round_id, sum->counts, &sum->n_gone, error))
    return NULL;
  sum->reasons = zg_round_table_load_reasons (db, round_id, error);
  return sum->reasons != NULL ? g_steal_pointer (&sum) : NULL;
}

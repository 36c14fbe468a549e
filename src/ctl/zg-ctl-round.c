/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "zg-ctl-find.h"
#include "zg-ctl.h"
#include "zg-error.h"
#include "zg-integer.h"
#include "zg-record-json.h"
#include "zg-round.h"
#include "zg-segment.h"

/* `round …`: a walk through a segment, one customer after the other. Without a number, the newest round that goes on. */

typedef struct {
  ZgCtl *ctl;
  const char *word;             /* nullable: which round, or which segment */
  const char *reply;
  const char *text;
  const char *reason;
  gint64 round_id;
  ZgRoundStep *step;
  ZgFill *fill;
  ZgRoundSum *sum;
  GPtrArray *customer;          /* the row of whose turn it is */
} RoundJob;

static void
round_job_clear (RoundJob *job)
{
  g_clear_pointer (&job->step, zg_round_step_free);
  g_clear_pointer (&job->fill, zg_fill_free);
  g_clear_pointer (&job->sum, zg_round_sum_free);
  g_clear_pointer (&job->customer, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RoundJob, round_job_clear)

/* @only_open: whether a finished round is no answer to no number. */
static gboolean
find_round (ZgDatabase  *db,
            RoundJob    *job,
            gboolean     only_open,
            GError     **error)
{
  g_autoptr(GPtrArray) rounds = NULL;

  if (job->word != NULL)
    {
      if (zg_integer_parse (job->word, 1, G_MAXINT64, &job->round_id))
        return TRUE;
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("“%s” is no round."), job->word);
      return FALSE;
    }
  rounds = zg_round_table_load_all (db, only_open, error);
  if (rounds == NULL)
    return FALSE;
  if (rounds->len == 0)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("No round goes on."));
      return FALSE;
    }
  job->round_id = ((ZgRound *) rounds->pdata[0])->id;
  return TRUE;
}

/* Whose turn it is now, with the text for them. */
static gboolean
look (ZgDatabase  *db,
      RoundJob    *job,
      GError     **error)
{
  g_clear_pointer (&job->step, zg_round_step_free);
  g_clear_pointer (&job->fill, zg_fill_free);
  g_clear_pointer (&job->customer, g_ptr_array_unref);
  job->step = zg_round_next (db, job->round_id, job->ctl->clock, error);
  if (job->step == NULL)
    return FALSE;
  if (job->step->member == NULL)
    return TRUE;
  job->customer = zg_list_table_customer_rows (db, &job->step->member->customer_id, 1, zg_clock_now (job->ctl->clock), error);
  job->fill = job->customer != NULL ? zg_round_fill (db, job->step, job->ctl->staff_id, job->ctl->clock, error) : NULL;
  return job->fill != NULL;
}

static gboolean
start (ZgDatabase    *db,
       gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  RoundJob *job = data;
  ZgCtlOptions *options = job->ctl->options;
  g_autoptr(ZgSegment) segment = zg_segment_find (db, job->word, error);
  gint64 reply_id = segment != NULL ? zg_ctl_find_reply (db, job->reply, error) : 0;
  g_autoptr(ZgCustomerFilter) filter = reply_id != 0 ? zg_customer_filter_parse (segment->filter, error) : NULL;
  gboolean marketing;

  if (filter == NULL)
    return FALSE;
  marketing = zg_ctl_options_has (options, "--marketing")
              || (zg_round_is_marketing (filter) && !zg_ctl_options_has (options, "--service"));
  job->round_id = zg_round_start (db, segment, reply_id, marketing, job->ctl->staff_id, job->ctl->clock, error);
  return job->round_id != 0 && look (db, job, error);
}

static gboolean
next (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  RoundJob *job = data;

  return find_round (db, job, TRUE, error) && look (db, job, error);
}

static gboolean
check_turn (RoundJob  *job,
            GError   **error)
{
  if (job->step->member != NULL)
    return TRUE;
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_REFUSED, _("This round is finished."));
  return FALSE;
}

static gboolean
copied (ZgDatabase    *db,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  RoundJob *job = data;

  if (!next (db, job, cancellable, error) || !check_turn (job, error))
    return FALSE;
  if (job->text == NULL && job->fill->missing->len > 0)
    return TRUE;
  return zg_round_copied (db, job->round_id, job->step->member->position,
                          job->text != NULL ? job->text : job->fill->text, job->ctl->staff_id, job->ctl->clock, error) != 0
         && look (db, job, error);
}

static gboolean
skip (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  RoundJob *job = data;

  return next (db, job, cancellable, error) && check_turn (job, error)
         && zg_round_skip (db, job->round_id, job->step->member->position, job->reason, job->ctl->staff_id,
                           job->ctl->clock, error)
         && look (db, job, error);
}

static gboolean
undo (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  RoundJob *job = data;

  return find_round (db, job, FALSE, error) && zg_round_take_back (db, job->round_id, error) && look (db, job, error);
}

static gboolean
sum_up (ZgDatabase  *db,
        RoundJob    *job,
        GError     **error)
{
  job->sum = zg_round_sum_up (db, job->round_id, error);
  return job->sum != NULL;
}

static gboolean
stop (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  RoundJob *job = data;

  return find_round (db, job, TRUE, error) && zg_round_stop (db, job->round_id, job->ctl->clock, error)
         && sum_up (db, job, error);
}

static gboolean
show (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  RoundJob *job = data;

  return find_round (db, job, FALSE, error) && sum_up (db, job, error);
}

static JsonObject *
make_round (ZgCtl         *ctl,
            const ZgRound *round)
{
  JsonObject *object = json_object_new ();

  zg_json_set_id (object, "round", round->id);
  zg_json_set_text (object, "name", round->name);
  zg_json_set_text (object, "filter", round->filter);
  json_object_set_boolean_member (object, "marketing", round->marketing);
  zg_json_set_time (object, "started_at", round->started_at, zg_clock_get_zone (ctl->clock));
  zg_json_set_time (object, "finished_at", round->finished_at, zg_clock_get_zone (ctl->clock));
  return object;
}

static void
print_step_json (RoundJob *job)
{
  JsonObject *object = make_round (job->ctl, job->step->round);
  const ZgRoundMember *member = job->step->member;
  const ZgCustomerRow *row = member != NULL ? job->customer->pdata[0] : NULL;
  JsonArray *missing = json_array_new ();

  json_object_set_int_member (object, "passed_over", job->step->n_passed_over);
  json_object_set_boolean_member (object, "unasked", job->step->is_unasked);
  if (member != NULL)
    json_object_set_int_member (object, "position", member->position);
  else
    json_object_set_null_member (object, "position");
  if (row != NULL)
    json_object_set_object_member (object, "customer", zg_ctl_customer_to_json (row));
  else
    json_object_set_null_member (object, "customer");
  zg_json_set_id (object, "order", member != NULL ? member->order_id : 0);
  zg_json_set_text (object, "text", job->fill != NULL ? job->fill->text : NULL);
  for (guint i = 0; job->fill != NULL && i < job->fill->missing->len; i++)
    json_array_add_string_element (missing, ((ZgMissing *) job->fill->missing->pdata[i])->name);
  json_object_set_array_member (object, "missing", missing);
  zg_ctl_print_object (object);
}

/* Exit status 4 while it is somebody's turn whose text is not complete. */
static ZgCtlStatus
print_step (RoundJob *job)
{
  const ZgCustomerRow *row = job->step->member != NULL ? job->customer->pdata[0] : NULL;
  gboolean is_complete = job->fill == NULL || job->fill->missing->len == 0;
  const char *name = row != NULL && row->call_name != NULL && *row->call_name != '\0' ? row->call_name
                     : row != NULL ? row->name.text : NULL;

  if (job->ctl->json)
    print_step_json (job);
  else if (row == NULL)
    zg_ctl_print (_("This round is finished."));
  else
    zg_ctl_print ("%" G_GINT64_FORMAT "  %s", row->id, name != NULL ? name : "");
  if (job->step->is_unasked && !job->ctl->json)
    zg_ctl_print (_("Nobody asked them yet whether they may be contacted."));

  for (guint i = 0; !is_complete && i < job->fill->missing->len; i++)
    fprintf (stderr, "%s\n", ((ZgMissing *) job->fill->missing->pdata[i])->name);
  if (row != NULL && is_complete && !job->ctl->json)
    zg_ctl_print ("%s", job->fill->text);
  return is_complete ? ZG_CTL_DONE : ZG_CTL_UNRESOLVED;
}

static JsonArray *
make_reasons (GPtrArray *reasons)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < reasons->len; i++)
    {
      const ZgRoundReason *reason = reasons->pdata[i];
      g_autofree char *words = zg_round_reason_to_text (reason->state, reason->reason);
      JsonObject *object = json_object_new ();

      zg_json_set_text (object, "state", zg_round_state_to_word (reason->state));
      zg_json_set_text (object, "reason", reason->reason);
      zg_json_set_text (object, "text", words);
      json_object_set_int_member (object, "count", reason->count);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
print_sum (RoundJob *job)
{
  const ZgRoundSum *sum = job->sum;

  if (job->ctl->json)
    {
      JsonObject *object = make_round (job->ctl, sum->round);

      json_object_set_int_member (object, "to_do", sum->counts[ZG_ROUND_TO_DO]);
      json_object_set_int_member (object, "copied", sum->counts[ZG_ROUND_COPIED]);
      json_object_set_int_member (object, "skipped", sum->counts[ZG_ROUND_SKIPPED]);
      json_object_set_int_member (object, "not_allowed", sum->counts[ZG_ROUND_NOT_ALLOWED]);
      json_object_set_int_member (object, "gone", sum->n_gone);
      json_object_set_array_member (object, "reasons", make_reasons (sum->reasons));
      zg_ctl_print_object (object);
      return;
    }
  zg_ctl_print (_("%s: %ld to do, %ld copied, %ld skipped, %ld not allowed, %ld erased"), sum->round->name,
                (glong) sum->counts[ZG_ROUND_TO_DO], (glong) sum->counts[ZG_ROUND_COPIED],
                (glong) sum->counts[ZG_ROUND_SKIPPED], (glong) sum->counts[ZG_ROUND_NOT_ALLOWED], (glong) sum->n_gone);
  for (guint i = 0; i < sum->reasons->len; i++)
    {
      const ZgRoundReason *reason = sum->reasons->pdata[i];
      g_autofree char *words = zg_round_reason_to_text (reason->state, reason->reason);

      if (*words != '\0')
        zg_ctl_print ("%5" G_GINT64_FORMAT "  %s", reason->count, words);
    }
}

static ZgCtlStatus
run_step (ZgCtl        *ctl,
          ZgStoreFunc   func,
          RoundJob     *job)
{
  g_autoptr(GError) error = NULL;

  if (!zg_ctl_write (ctl, func, job, &error))
    return zg_ctl_fail (error);
  return print_step (job);
}

ZgCtlStatus
zg_ctl_round_start (ZgCtl  *ctl,
                    int     n_arguments,
                    char  **arguments)
{
  g_auto(RoundJob) job = { .ctl = ctl, .word = arguments[0], .reply = zg_ctl_options_get (ctl->options, "--reply") };

  if (job.reply == NULL
      || (zg_ctl_options_has (ctl->options, "--marketing") && zg_ctl_options_has (ctl->options, "--service")))
    return zg_ctl_usage (_("Usage: %s"), "round start … --reply SHORTCODE|ID [--service] [--marketing]");
  return run_step (ctl, start, &job);
}

ZgCtlStatus
zg_ctl_round_next (ZgCtl  *ctl,
                   int     n_arguments,
                   char  **arguments)
{
  g_auto(RoundJob) job = { .ctl = ctl, .word = n_arguments > 0 ? arguments[0] : NULL };

  return run_step (ctl, next, &job);
}

ZgCtlStatus
zg_ctl_round_copied (ZgCtl  *ctl,
                     int     n_arguments,
                     char  **arguments)
{
  g_auto(RoundJob) job = { .ctl = ctl, .word = n_arguments > 0 ? arguments[0] : NULL };

  job.text = zg_ctl_options_get (ctl->options, "--text");
  return run_step (ctl, copied, &job);
}

ZgCtlStatus
zg_ctl_round_skip (ZgCtl  *ctl,
                   int     n_arguments,
                   char  **arguments)
{
  g_auto(RoundJob) job = { .ctl = ctl, .word = n_arguments > 0 ? arguments[0] : NULL };

  job.reason = zg_ctl_options_get (ctl->options, "--reason");
  return run_step (ctl, skip, &job);
}

ZgCtlStatus
zg_ctl_round_undo (ZgCtl  *ctl,
                   int     n_arguments,
                   char  **arguments)
{
  g_auto(RoundJob) job = { .ctl = ctl, .word = n_arguments > 0 ? arguments[0] : NULL };

  return run_step (ctl, undo, &job);
}

ZgCtlStatus
zg_ctl_round_stop (ZgCtl  *ctl,
                   int     n_arguments,
                   char  **arguments)
{
  g_auto(RoundJob) job = { .ctl = ctl, .word = n_arguments > 0 ? arguments[0] : NULL };
  g_autoptr(GError) error = NULL;

  if (!zg_ctl_write (ctl, stop, &job, &error))
    return zg_ctl_fail (error);
  print_sum (&job);
  return ZG_CTL_DONE;
}

ZgCtlStatus
zg_ctl_round_show (ZgCtl  *ctl,
                   int     n_arguments,
                   char  **arguments)
{
  g_auto(RoundJob) job = { .ctl = ctl, .word = n_arguments > 0 ? arguments[0] : NULL };
  g_autoptr(GError) error = NULL;

  if (!zg_ctl_read (ctl, show, &job, &error))
    return zg_ctl_fail (error);
  print_sum (&job);
  return ZG_CTL_DONE;
}

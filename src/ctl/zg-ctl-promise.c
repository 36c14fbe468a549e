/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-case-json.h"
#include "zg-ctl.h"
#include "zg-integer.h"
#include "zg-money.h"
#include "zg-order-promise.h"
#include "zg-order-table.h"
#include "zg-promise-table.h"

/* `promise …`: what was said to a buyer, until it is kept. */

typedef struct {
  ZgCtl *ctl;
  const char *number;
  const char *text;
  const char *amount;
  ZgTime due_at;
  gint64 id;
  ZgPromiseState state;
  GPtrArray *promises;
} PromiseJob;

static void
promise_job_clear (PromiseJob *job)
{
  g_clear_pointer (&job->promises, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PromiseJob, promise_job_clear)

/* The promise as it is in the file now. */
static gboolean
load (ZgDatabase  *db,
      PromiseJob  *job,
      gint64       id,
      GError     **error)
{
  ZgPromise *promise = zg_promise_table_load (db, id, error);

  if (promise == NULL)
    return FALSE;
  job->promises = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_promise_free);
  g_ptr_array_add (job->promises, promise);
  return TRUE;
}

static gboolean
add (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  PromiseJob *job = data;
  gint64 order_id = zg_order_table_find_by_number (db, job->number, error);
  g_autoptr(ZgOrder) order = order_id != 0 ? zg_order_table_load (db, order_id, error) : NULL;
  g_autoptr(ZgPromise) promise = zg_promise_new (job->text, 0, job->due_at);

  if (order == NULL || (job->amount != NULL && !zg_money_parse (job->amount, order->currency, &promise->amount, error)))
    return FALSE;
  promise->order_id = order_id;
  promise->staff_id = job->ctl->staff_id;
  return zg_order_promise_add (db, promise, job->ctl->clock, error) && load (db, job, promise->id, error);
}

static gboolean
end (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  PromiseJob *job = data;
  g_autoptr(ZgPromise) promise = zg_promise_table_load (db, job->id, error);

  return promise != NULL && zg_order_promise_end (db, promise, job->state, job->ctl->staff_id, job->ctl->clock, error)
         && load (db, job, job->id, error);
}

static gboolean
list (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  PromiseJob *job = data;

  job->promises = zg_promise_table_list_open (db, ZG_TIME_NONE, error);
  return job->promises != NULL;
}

static void
print_line (ZgCtl           *ctl,
            const ZgPromise *promise)
{
  g_autofree char *due = zg_time_to_text (promise->due_at, zg_clock_now (ctl->clock), zg_clock_get_zone (ctl->clock));
  g_autofree char *amount = promise->amount != 0 ? zg_money_to_text (promise->amount, promise->currency) : g_strdup ("");

  zg_ctl_print ("%" G_GINT64_FORMAT "  %s  %s  %s  %s  %s  %s", promise->id, due, zg_promise_state_to_label (promise->state),
                promise->number, promise->customer != NULL ? promise->customer : "", promise->text, amount);
}

static ZgCtlStatus
run_job (ZgCtl       *ctl,
         ZgStoreFunc  func,
         gboolean     is_write,
         PromiseJob  *job)
{
  g_autoptr(GError) error = NULL;
  gboolean ok = is_write ? zg_ctl_open (ctl, FALSE, &error) && zg_ctl_write (ctl, func, job, &error)
                         : zg_ctl_read (ctl, func, job, &error);

  if (!ok)
    return zg_ctl_fail (error);
  if (!ctl->json)
    for (guint i = 0; i < job->promises->len; i++)
      print_line (ctl, g_ptr_array_index (job->promises, i));
  else if (is_write)
    zg_ctl_print_object (zg_promise_json_new (g_ptr_array_index (job->promises, 0), zg_clock_get_zone (ctl->clock)));
  else
    zg_ctl_print_array (zg_promise_json_new_list (job->promises, zg_clock_get_zone (ctl->clock)));
  return ZG_CTL_DONE;
}

ZgCtlStatus
zg_ctl_promise_add (ZgCtl  *ctl,
                    int     n_arguments,
                    char  **arguments)
{
  const char *due = zg_ctl_options_get (ctl->options, "--due");
  g_auto(PromiseJob) job = { .ctl = ctl, .number = arguments[0], .text = arguments[1] };
  g_autoptr(GError) error = NULL;

  if (due == NULL)
    return zg_ctl_usage (_("Usage: %s"), "promise add … --due TIME");
  if (!zg_ctl_parse_time (ctl, due, &job.due_at, &error))
    return zg_ctl_usage ("%s", error->message);
  job.amount = zg_ctl_options_get (ctl->options, "--amount");
  return run_job (ctl, add, TRUE, &job);
}

static ZgCtlStatus
end_promise (ZgCtl          *ctl,
             ZgPromiseState  state,
             const char     *id)
{
  g_auto(PromiseJob) job = { .ctl = ctl, .state = state };

  if (!zg_integer_parse (id, 1, G_MAXINT64, &job.id))
    return zg_ctl_usage (_("“%s” is no promise."), id);
  return run_job (ctl, end, TRUE, &job);
}

ZgCtlStatus
zg_ctl_promise_keep (ZgCtl  *ctl,
                     int     n_arguments,
                     char  **arguments)
{
  return end_promise (ctl, ZG_PROMISE_KEPT, arguments[0]);
}

ZgCtlStatus
zg_ctl_promise_withdraw (ZgCtl  *ctl,
                         int     n_arguments,
                         char  **arguments)
{
  return end_promise (ctl, ZG_PROMISE_WITHDRAWN, arguments[0]);
}

ZgCtlStatus
zg_ctl_promise_list (ZgCtl  *ctl,
                     int     n_arguments,
                     char  **arguments)
{
  g_auto(PromiseJob) job = { .ctl = ctl };

  return run_job (ctl, list, FALSE, &job);
}

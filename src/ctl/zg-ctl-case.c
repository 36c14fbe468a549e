/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-case-json.h"
#include "zg-ctl.h"
#include "zg-customer-attachment.h"
#include "zg-integer.h"
#include "zg-money.h"
#include "zg-order-table.h"
#include "zg-return-window.h"

/* `case …`: what went wrong with an order, until it is settled. */

typedef struct {
  ZgCtl *ctl;
  gint64 id;
  const char *number;
  const char *word;             /* a type, step or remedy */
  const char *reason;
  const char *amount;
  char **arguments;
  int n_arguments;
  guint n;
  gboolean off;
  ZgSatisfaction satisfaction;
  ZgCaseFile *file;
} CaseJob;

static void
case_job_clear (CaseJob *job)
{
  g_clear_pointer (&job->file, zg_case_file_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CaseJob, case_job_clear)

static gboolean
load (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  CaseJob *job = data;

  g_clear_pointer (&job->file, zg_case_file_free);
  job->file = zg_case_desk_load (db, job->id, job->ctl->clock, error);
  return job->file != NULL;
}

static gboolean
read_amount (const CaseJob  *job,
             const char     *currency,
             gint64         *amount_out,
             GError        **error)
{
  *amount_out = 0;
  return job->amount == NULL || zg_money_parse (job->amount, currency, amount_out, error);
}

static gboolean
open_case (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  CaseJob *job = data;
  gint64 order_id = zg_order_table_find_by_number (db, job->number, error);
  g_autoptr(ZgOrder) order = order_id != 0 ? zg_order_table_load (db, order_id, error) : NULL;
  g_autoptr(ZgCase) self = zg_case_new (job->word);

  if (order == NULL || !read_amount (job, order->currency, &self->amount, error))
    return FALSE;
  self->order_id = order_id;
  self->reason = g_strdup (job->reason);
  self->staff_id = job->ctl->staff_id;
  if (!zg_case_desk_open (db, self, job->ctl->clock, error))
    return FALSE;
  job->id = self->id;
  return load (db, job, cancellable, error);
}

static gboolean
step (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  CaseJob *job = data;

  return load (db, job, cancellable, error)
         && zg_case_desk_step (db, job->file->self, job->word, job->reason, job->ctl->staff_id, job->ctl->clock, error)
         && load (db, job, cancellable, error);
}

static gboolean
offer (ZgDatabase    *db,
       gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  CaseJob *job = data;
  gint64 amount;

  return load (db, job, cancellable, error)
         && read_amount (job, job->file->self->currency, &amount, error)
         && zg_case_desk_offer (db, job->file->self, job->word, amount, job->ctl->staff_id, job->ctl->clock, error)
         && load (db, job, cancellable, error);
}

static gboolean
choose (ZgDatabase    *db,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  CaseJob *job = data;

  return load (db, job, cancellable, error)
         && zg_case_desk_choose (db, job->file->self, job->n, !job->off, job->ctl->staff_id, job->ctl->clock, error)
         && load (db, job, cancellable, error);
}

static gboolean
do_remedy (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  CaseJob *job = data;

  return load (db, job, cancellable, error)
         && zg_case_desk_do (db, job->file->self, job->n, job->ctl->staff_id, job->ctl->clock, error)
         && load (db, job, cancellable, error);
}

static gboolean
close_case (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  CaseJob *job = data;

  return load (db, job, cancellable, error)
         && zg_case_desk_close (db, job->file->self, job->reason, job->satisfaction, job->ctl->staff_id, job->ctl->clock, error)
         && load (db, job, cancellable, error);
}

static gboolean
reopen (ZgDatabase    *db,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  CaseJob *job = data;

  return load (db, job, cancellable, error)
         && zg_case_desk_reopen (db, job->file->self, job->ctl->staff_id, job->ctl->clock, error)
         && load (db, job, cancellable, error);
}

static gboolean
set_fields (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  CaseJob *job = data;
  g_autoptr(ZgCase) after = NULL;

  if (!load (db, job, cancellable, error))
    return FALSE;
  after = zg_case_copy (job->file->self);
  for (int i = 1; i < job->n_arguments; i++)
    {
      g_auto(GStrv) parts = g_strsplit (job->arguments[i], "=", 2);

      if (!zg_case_desk_set_field (db, after, parts[0], parts[1], job->ctl->clock, error))
        return FALSE;
    }
  return zg_case_desk_save (db, job->file->self, after, job->ctl->staff_id, job->ctl->clock, error)
         && load (db, job, cancellable, error);
}

/* (transfer full) (nullable): how many of each line, as the options --item say. */
static GArray *
read_quantities (CaseJob  *job,
                 GError  **error)
{
  guint n_items = job->file->order->items->len;
  g_autoptr(GArray) quantities = g_array_new (FALSE, TRUE, sizeof (gint64));

  g_array_set_size (quantities, n_items);
  for (guint i = 0; i < zg_ctl_options_count (job->ctl->options, "--item"); i++)
    {
      const char *item = zg_ctl_options_get_nth (job->ctl->options, "--item", i);
      g_auto(GStrv) parts = g_strsplit (item, "=", 2);
      gint64 line, quantity;

      if (parts[0] == NULL || parts[1] == NULL || !zg_integer_parse (parts[0], 1, n_items, &line)
          || !zg_integer_parse (parts[1], 0, 1000000, &quantity))
        {
          g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND,
                       ngettext ("“%s” is no line and quantity; this order has %u line.",
                                 "“%s” is no line and quantity; this order has %u lines.", n_items), item, n_items);
          return NULL;
        }
      g_array_index (quantities, gint64, line - 1) = quantity;
    }
  return g_steal_pointer (&quantities);
}

static gboolean
resend (ZgDatabase    *db,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  CaseJob *job = data;
  gboolean has_items = zg_ctl_options_count (job->ctl->options, "--item") > 0;
  g_autoptr(GArray) quantities = NULL;

  if (!load (db, job, cancellable, error))
    return FALSE;
  quantities = has_items ? read_quantities (job, error) : NULL;
  return (!has_items || quantities != NULL)
         && zg_case_desk_resend (db, job->file->self, quantities, job->ctl->staff_id, job->ctl->clock, error)
         && load (db, job, cancellable, error);
}

static gboolean
attach (ZgDatabase    *db,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  CaseJob *job = data;
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (job->word);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr(GBytes) bytes = zg_customer_attachment_read_file (file, cancellable, error);
  g_autoptr(ZgAttachment) attachment = bytes != NULL ? zg_attachment_new (name, bytes, error) : NULL;

  return attachment != NULL && load (db, job, cancellable, error)
         && zg_case_desk_attach (db, job->file->self, attachment, job->ctl->staff_id, job->ctl->clock, error)
         && load (db, job, cancellable, error);
}

static void
print_remedies (const ZgCase *self)
{
  for (guint i = 0; i < self->remedies->len; i++)
    {
      const ZgRemedy *remedy = g_ptr_array_index (self->remedies, i);
      g_autofree char *amount = remedy->amount != 0 ? zg_money_to_text (remedy->amount, self->currency) : NULL;
      const char *mark = remedy->done_at != ZG_TIME_NONE ? "x" : remedy->chosen_at != ZG_TIME_NONE ? "+" : " ";

      zg_ctl_print ("  [%s] %u  %s  %s", mark, i + 1, zg_remedy_to_label (remedy->remedy), amount != NULL ? amount : "");
    }
}

static void
print_file (ZgCtl            *ctl,
            const ZgCaseFile *file)
{
  const ZgCase *self = file->self;
  GTimeZone *zone = zg_clock_get_zone (ctl->clock);
  ZgTime now = zg_clock_now (ctl->clock);
  g_autofree char *due = zg_case_is_open (self) && self->due_at != ZG_TIME_NONE ? zg_time_to_text (self->due_at, now, zone) : NULL;

  zg_ctl_print ("%" G_GINT64_FORMAT "  %s  %s  %s  %s", self->id, self->number, zg_case_type_to_label (self->type),
                zg_case_step_to_label (zg_case_is_open (self) ? self->step : ZG_CASE_CLOSED), due != NULL ? due : "");
  if (zg_case_get_warning (self) != NULL)
    zg_ctl_print ("  ! %s", zg_case_get_warning (self));
  print_remedies (self);
  for (guint i = 0; i < file->windows->len; i++)
    zg_ctl_print ("  %s", ((const ZgReturnWindow *) g_ptr_array_index (file->windows, i))->text);
  for (guint i = 0; i < file->lines->len; i++)
    {
      const ZgCaseLine *line = g_ptr_array_index (file->lines, i);
      g_autofree char *at = zg_time_to_text (line->at, now, zone);
      g_autofree char *text = zg_case_line_describe (line);

      zg_ctl_print ("  %s  %s  %s", at, line->staff_name != NULL ? line->staff_name : "", text);
    }
}

/* Runs a job and shows the case as it is then. */
static ZgCtlStatus
run_job (ZgCtl       *ctl,
         ZgStoreFunc  func,
         gboolean     is_write,
         CaseJob     *job)
{
  g_autoptr(GError) error = NULL;
  gboolean ok = is_write ? zg_ctl_open (ctl, FALSE, &error) && zg_ctl_write (ctl, func, job, &error)
                         : zg_ctl_read (ctl, func, job, &error);

  if (!ok)
    return zg_ctl_fail (error);
  if (ctl->json)
    zg_ctl_print_object (zg_case_json_new_file (job->file, zg_clock_get_zone (ctl->clock)));
  else
    print_file (ctl, job->file);
  return ZG_CTL_DONE;
}

/* Reads "12" into the job; %FALSE when that is no case's number. */
static gboolean
read_id (CaseJob    *job,
         const char *text)
{
  return zg_integer_parse (text, 1, G_MAXINT64, &job->id);
}

static ZgCtlStatus
refuse_id (const char *text)
{
  return zg_ctl_usage (_("“%s” is no case."), text);
}

ZgCtlStatus
zg_ctl_case_open (ZgCtl  *ctl,
                  int     n_arguments,
                  char  **arguments)
{
  g_auto(CaseJob) job = { .ctl = ctl, .number = arguments[0], .word = arguments[1] };

  job.reason = zg_ctl_options_get (ctl->options, "--reason");
  job.amount = zg_ctl_options_get (ctl->options, "--amount");
  return run_job (ctl, open_case, TRUE, &job);
}

ZgCtlStatus
zg_ctl_case_show (ZgCtl  *ctl,
                  int     n_arguments,
                  char  **arguments)
{
  g_auto(CaseJob) job = { .ctl = ctl };

  return read_id (&job, arguments[0]) ? run_job (ctl, load, FALSE, &job) : refuse_id (arguments[0]);
}

ZgCtlStatus
zg_ctl_case_step (ZgCtl  *ctl,
                  int     n_arguments,
                  char  **arguments)
{
  g_auto(CaseJob) job = { .ctl = ctl, .word = arguments[1] };

  job.reason = zg_ctl_options_get (ctl->options, "--reason");
  return read_id (&job, arguments[0]) ? run_job (ctl, step, TRUE, &job) : refuse_id (arguments[0]);
}

ZgCtlStatus
zg_ctl_case_offer (ZgCtl  *ctl,
                   int     n_arguments,
                   char  **arguments)
{
  g_auto(CaseJob) job = { .ctl = ctl, .word = arguments[1] };

  job.amount = zg_ctl_options_get (ctl->options, "--amount");
  return read_id (&job, arguments[0]) ? run_job (ctl, offer, TRUE, &job) : refuse_id (arguments[0]);
}

/* `case choose` and `case done`: the remedy is told by its place. */
static ZgCtlStatus
run_numbered (ZgCtl       *ctl,
              ZgStoreFunc  func,
              gboolean     off,
              char       **arguments)
{
  g_auto(CaseJob) job = { .ctl = ctl, .off = off };
  gint64 n;

  if (!read_id (&job, arguments[0]))
    return refuse_id (arguments[0]);
  if (!zg_integer_parse (arguments[1], 1, G_MAXINT, &n))
    return zg_ctl_usage (_("“%s” is no number of a remedy."), arguments[1]);
  job.n = (guint) n;
  return run_job (ctl, func, TRUE, &job);
}

ZgCtlStatus
zg_ctl_case_choose (ZgCtl  *ctl,
                    int     n_arguments,
                    char  **arguments)
{
  return run_numbered (ctl, choose, zg_ctl_options_has (ctl->options, "--off"), arguments);
}

ZgCtlStatus
zg_ctl_case_done (ZgCtl  *ctl,
                  int     n_arguments,
                  char  **arguments)
{
  return run_numbered (ctl, do_remedy, FALSE, arguments);
}

ZgCtlStatus
zg_ctl_case_set (ZgCtl  *ctl,
                 int     n_arguments,
                 char  **arguments)
{
  g_auto(CaseJob) job = { .ctl = ctl, .arguments = arguments, .n_arguments = n_arguments };

  for (int i = 1; i < n_arguments; i++)
    if (strchr (arguments[i], '=') == NULL)
      return zg_ctl_usage (_("“%s” is not of the form field=value."), arguments[i]);
  return read_id (&job, arguments[0]) ? run_job (ctl, set_fields, TRUE, &job) : refuse_id (arguments[0]);
}

ZgCtlStatus
zg_ctl_case_close (ZgCtl  *ctl,
                   int     n_arguments,
                   char  **arguments)
{
  const char *satisfaction = zg_ctl_options_get (ctl->options, "--satisfaction");
  g_auto(CaseJob) job = { .ctl = ctl };

  job.reason = zg_ctl_options_get (ctl->options, "--outcome");
  if (satisfaction != NULL && !zg_satisfaction_from_word (satisfaction, &job.satisfaction))
    return zg_ctl_usage (_("“%s” is no satisfaction; say yes, so-so or no."), satisfaction);
  return read_id (&job, arguments[0]) ? run_job (ctl, close_case, TRUE, &job) : refuse_id (arguments[0]);
}

ZgCtlStatus
zg_ctl_case_reopen (ZgCtl  *ctl,
                    int     n_arguments,
                    char  **arguments)
{
  g_auto(CaseJob) job = { .ctl = ctl };

  return read_id (&job, arguments[0]) ? run_job (ctl, reopen, TRUE, &job) : refuse_id (arguments[0]);
}

ZgCtlStatus
zg_ctl_case_resend (ZgCtl  *ctl,
                    int     n_arguments,
                    char  **arguments)
{
  g_auto(CaseJob) job = { .ctl = ctl };

  return read_id (&job, arguments[0]) ? run_job (ctl, resend, TRUE, &job) : refuse_id (arguments[0]);
}

ZgCtlStatus
zg_ctl_case_attach (ZgCtl  *ctl,
                    int     n_arguments,
                    char  **arguments)
{
  g_auto(CaseJob) job = { .ctl = ctl, .word = arguments[1] };

  return read_id (&job, arguments[0]) ? run_job (ctl, attach, TRUE, &job) : refuse_id (arguments[0]);
}

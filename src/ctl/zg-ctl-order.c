/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-case.h"
#include "zg-ctl.h"
#include "zg-money.h"
#include "zg-order-desk.h"
#include "zg-order-gate.h"
#include "zg-order-ship.h"
#include "zg-order-table.h"
#include "zg-promise.h"
#include "zg-record-json.h"
#include "zg-shipment.h"

/* `order …`: show, move, tick, edit. */

typedef struct {
  ZgCtl *ctl;
  const char *number;
  ZgOrderMoveRequest request;
  GArray *checks;
  gboolean off;
  char **fields;
  int n_fields;
  ZgOrderFile *file;
} OrderJob;

static void
order_job_clear (OrderJob *job)
{
  g_clear_pointer (&job->checks, g_array_unref);
  g_clear_pointer (&job->file, zg_order_file_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OrderJob, order_job_clear)

static gboolean
open_order (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  OrderJob *job = data;
  gint64 id = zg_order_table_find_by_number (db, job->number, error);

  if (id == 0)
    return FALSE;
  g_clear_pointer (&job->file, zg_order_file_free);
  job->file = zg_order_desk_open (db, id, job->ctl->clock, error);
  return job->file != NULL;
}

/* With all that is in a parcel with it. */
static gboolean
ship_order (ZgDatabase  *db,
            OrderJob    *job,
            GError     **error)
{
  ZgShipRequest request = {
    .order_id = job->file->order->id, .at = job->request.at, .staff_id = job->request.staff_id, .reason = job->request.reason,
  };

  return zg_order_ship (db, &request, job->ctl->clock, error);
}

static gboolean
move_order (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  OrderJob *job = data;

  job->request.staff_id = job->ctl->staff_id;
  if (job->request.to == ZG_ORDER_SHIPPED)
    return open_order (db, job, cancellable, error) && ship_order (db, job, error) && open_order (db, job, cancellable, error);
  return open_order (db, job, cancellable, error)
         && zg_order_gate_move (db, job->file->order, &job->request, error)
         && open_order (db, job, cancellable, error);
}

static gboolean
undo_move (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  OrderJob *job = data;

  return open_order (db, job, cancellable, error)
         && zg_order_gate_undo (db, job->file->order, zg_clock_now (job->ctl->clock), error)
         && open_order (db, job, cancellable, error);
}

static gboolean
tick_rows (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  OrderJob *job = data;

  return open_order (db, job, cancellable, error)
         && zg_order_desk_tick (db, job->file->order->id, (ZgCheck *) job->checks->data, job->checks->len, !job->off,
                                job->ctl->staff_id, job->ctl->clock, error)
         && open_order (db, job, cancellable, error);
}

static gboolean
set_fields (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  OrderJob *job = data;

  if (!open_order (db, job, cancellable, error))
    return FALSE;

  for (int i = 0; i < job->n_fields; i++)
    {
      g_auto(GStrv) parts = g_strsplit (job->fields[i], "=", 2);

      if (!zg_order_desk_set_field (job->file->order, parts[0], parts[1], error))
        return FALSE;
    }

  return zg_order_desk_save (db, job->file->order, job->ctl->staff_id, job->ctl->clock, error)
         && open_order (db, job, cancellable, error);
}

/* What is not settled, and what was promised. */
static void
print_open (const ZgOrderFile *file)
{
  for (guint i = 0; i < file->cases->len; i++)
    {
      const ZgCase *open_case = g_ptr_array_index (file->cases, i);

      if (zg_case_is_open (open_case))
        zg_ctl_print ("  ! %s  %s", zg_case_type_to_label (open_case->type), zg_case_step_to_label (open_case->step));
    }
  for (guint i = 0; i < file->promises->len; i++)
    {
      const ZgPromise *promise = g_ptr_array_index (file->promises, i);

      if (promise->state == ZG_PROMISE_OPEN)
        zg_ctl_print ("  ! %s  %s", _("Promise"), promise->text);
    }
}

static void
print_shipments (ZgCtl             *ctl,
                 const ZgOrderFile *file)
{
  for (guint i = 0; i < file->shipments->len; i++)
    {
      const ZgShipment *shipment = g_ptr_array_index (file->shipments, i);
      g_autofree char *time = zg_time_to_text (shipment->at, zg_clock_now (ctl->clock), zg_clock_get_zone (ctl->clock));
      glong quantity = 0;
      g_autofree char *pieces = NULL;

      for (guint j = 0; j < shipment->pieces->len; j++)
        quantity += g_array_index (shipment->pieces, ZgShipPiece, j).quantity;
      pieces = g_strdup_printf (ngettext ("%ld piece", "%ld pieces", (gulong) quantity), quantity);
      zg_ctl_print ("  %s  %s  %s  %s %s", zg_order_state_to_label (ZG_ORDER_SHIPPED), time, pieces,
                    shipment->courier != NULL ? shipment->courier : "", shipment->tracking != NULL ? shipment->tracking : "");
    }
}

static void
print_order (ZgCtl             *ctl,
             const ZgOrderFile *file)
{
  const ZgOrder *order = file->order;
  g_autofree char *items = zg_order_items_to_text (order);
  g_autofree char *total = zg_money_to_text (order->total, order->currency);
  g_autofree char *address = order->address != NULL ? zg_address_to_text (order->address) : g_strdup ("");

  zg_ctl_print ("%s  %s  %s", order->number, zg_order_state_to_label (order->state), total);
  zg_ctl_print ("  %s", items);
  zg_ctl_print ("  %s %s %s", order->recipient.text != NULL ? order->recipient.text : "",
                order->phone.text != NULL ? order->phone.text : "", address);
  if (file->parcel != NULL)
    {
      g_autofree char *numbers = NULL;

      g_ptr_array_add (file->parcel->numbers, NULL);
      numbers = g_strjoinv (" ", (char **) file->parcel->numbers->pdata);
      /* TRANSLATORS: the number of a parcel, and the numbers of its orders */
      zg_ctl_print (_("  Parcel %ld: %s"), (glong) file->parcel->id, numbers);
    }
  print_shipments (ctl, file);
  print_open (file);
  for (guint i = 0; i < file->rows->len; i++)
    {
      const ZgCheckRow *row = g_ptr_array_index (file->rows, i);

      zg_ctl_print ("  [%s] %s  %s  %s", row->state == ZG_CHECK_OK ? "x" : row->state == ZG_CHECK_OPEN ? " " : "!",
                    row->label, row->value != NULL ? row->value : "",
                    row->note != NULL ? row->note : "");
    }
}

/* Runs a job and shows the order as it is then. */
static ZgCtlStatus
run_job (ZgCtl       *ctl,
         ZgStoreFunc  func,
         gboolean     is_write,
         OrderJob    *job)
{
  g_autoptr(GError) error = NULL;
  gboolean ok = is_write ? zg_ctl_open (ctl, FALSE, &error) && zg_ctl_write (ctl, func, job, &error)
                         : zg_ctl_read (ctl, func, job, &error);

  if (!ok)
    return zg_ctl_fail (error);

  if (ctl->json)
    zg_ctl_print_json (zg_record_json_order (job->file, zg_clock_get_zone (ctl->clock)));
  else
    print_order (ctl, job->file);
  return ZG_CTL_DONE;
}

ZgCtlStatus
zg_ctl_order_show (ZgCtl  *ctl,
                   int     n_arguments,
                   char  **arguments)
{
  g_auto(OrderJob) job = { .ctl = ctl, .number = arguments[0] };

  return run_job (ctl, open_order, FALSE, &job);
}

ZgCtlStatus
zg_ctl_order_status (ZgCtl  *ctl,
                     int     n_arguments,
                     char  **arguments)
{
  const char *at = zg_ctl_options_get (ctl->options, "--at");
  const char *reason = zg_ctl_options_get (ctl->options, "--reason");
  g_auto(OrderJob) job = { .ctl = ctl, .number = arguments[0] };
  g_autoptr(GError) error = NULL;

  job.request = (ZgOrderMoveRequest) { .at = zg_clock_now (ctl->clock), .actor = ZG_ACTOR_DESK, .reason = reason };
  if (!zg_order_state_from_word (arguments[1], &job.request.to))
    return zg_ctl_usage (_("“%s” is no status; say unpaid, paid, packed, shipped, received, completed or closed."),
                         arguments[1]);
  if (at != NULL && !zg_ctl_parse_time (ctl, at, &job.request.at, &error))
    return zg_ctl_usage ("%s", error->message);
  return run_job (ctl, move_order, TRUE, &job);
}

ZgCtlStatus
zg_ctl_order_undo (ZgCtl  *ctl,
                   int     n_arguments,
                   char  **arguments)
{
  g_auto(OrderJob) job = { .ctl = ctl, .number = arguments[0] };

  return run_job (ctl, undo_move, TRUE, &job);
}

ZgCtlStatus
zg_ctl_order_check (ZgCtl  *ctl,
                    int     n_arguments,
                    char  **arguments)
{
  g_auto(OrderJob) job = { .ctl = ctl };

  job.off = zg_ctl_options_has (ctl->options, "--off");
  job.number = arguments[0];
  job.checks = g_array_new (FALSE, FALSE, sizeof (ZgCheck));
  for (int i = 1; i < n_arguments; i++)
    {
      ZgCheck check;

      if (!zg_check_from_key (arguments[i], &check))
        return zg_ctl_usage (_("The checklist has no row “%s”."), arguments[i]);
      g_array_append_val (job.checks, check);
    }
  return run_job (ctl, tick_rows, TRUE, &job);
}

ZgCtlStatus
zg_ctl_order_set (ZgCtl  *ctl,
                  int     n_arguments,
                  char  **arguments)
{
  g_auto(OrderJob) job = { .ctl = ctl, .number = arguments[0], .fields = arguments + 1, .n_fields = n_arguments - 1 };

  for (int i = 0; i < job.n_fields; i++)
    {
      if (strchr (job.fields[i], '=') == NULL)
        return zg_ctl_usage (_("“%s” is not of the form field=value."), job.fields[i]);
    }
  return run_job (ctl, set_fields, TRUE, &job);
}

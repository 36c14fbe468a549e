/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-ctl-find.h"
#include "zg-ctl.h"
#include "zg-customer-desk.h"
#include "zg-customer-assign.h"
#include "zg-customer-table.h"
#include "zg-money.h"
#include "zg-record-json.h"
#include "zg-timeline.h"

/* `customer show` and `customer set`. */

typedef struct {
  const char *query;
  ZgCustomerFile *file;
} ShowJob;

static gboolean
show (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  ShowJob *job = data;
  gint64 id = zg_ctl_find_customer (db, job->query, error);

  if (id == 0)
    return FALSE;
  job->file = zg_customer_desk_open (db, id, NULL, error);
  return job->file != NULL;
}

static void
print_customer (ZgCtl                *ctl,
                const ZgCustomerFile *file)
{
  const ZgCustomer *customer = file->customer;
  g_autofree char *spent = zg_money_to_text (customer->spent, customer->currency);

  zg_ctl_print ("%" G_GINT64_FORMAT "  %s  %s", customer->id, zg_customer_get_call_name (customer),
                customer->name.text != NULL ? customer->name.text : "");
  for (guint i = 0; i < customer->phones->len; i++)
    {
      const ZgCustomerPhone *part = g_ptr_array_index (customer->phones, i);
      g_autofree char *text = zg_phone_to_text (part->phone);

      zg_ctl_print ("  %s", text);
    }
  for (guint i = 0; i < customer->addresses->len; i++)
    {
      const ZgCustomerAddress *part = g_ptr_array_index (customer->addresses, i);
      g_autofree char *text = zg_address_to_text (part->address);

      zg_ctl_print ("  %s", text);
    }
  zg_ctl_print (ngettext ("  %ld order, %s", "  %ld orders, %s", (gulong) customer->n_orders),
                (glong) customer->n_orders, spent);
  for (guint i = 0; i < file->timeline->entries->len; i++)
    {
      const ZgTimelineEntry *event = g_ptr_array_index (file->timeline->entries, i);
      const ZgOrder *order = event->order;
      g_autofree char *items = NULL;
      g_autofree char *time = NULL;

      if (order == NULL)
        continue;
      items = zg_order_items_to_summary (order);
      time = zg_time_to_text (event->at, zg_clock_now (ctl->clock), zg_clock_get_zone (ctl->clock));
      zg_ctl_print ("  %s  %s  %s  %s", time, order->number, zg_order_state_to_label (order->state), items);
    }
}

/* Several changes are one: all are written, or none. */
typedef struct {
  ZgCtl *ctl;
  const char *query;
  char **fields;
  int n_fields;
  ZgCustomerFile *file;
} SetJob;

static gboolean
set_fields (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  SetJob *job = data;
  gint64 id = zg_ctl_find_customer (db, job->query, error);
  g_autoptr(ZgCustomer) before = id != 0 ? zg_customer_table_load (db, id, error) : NULL;
  g_autoptr(ZgCustomer) after = NULL;
  gint64 contact_id;

  if (before == NULL)
    return FALSE;

  after = zg_customer_copy (before);
  for (int i = 0; i < job->n_fields; i++)
    {
      g_auto(GStrv) parts = g_strsplit (job->fields[i], "=", 2);

      if (!zg_customer_assign (after, parts[0], parts[1], error))
        return FALSE;
    }
  if (!zg_customer_desk_change (db, before, after, FALSE, job->ctl->staff_id, job->ctl->clock, NULL, &contact_id, error))
    return FALSE;
  job->file = zg_customer_desk_open (db, id, NULL, error);
  return job->file != NULL;
}

ZgCtlStatus
zg_ctl_customer_set (ZgCtl  *ctl,
                     int     n_arguments,
                     char  **arguments)
{
  SetJob job = { .ctl = ctl, .query = arguments[0], .fields = arguments + 1, .n_fields = n_arguments - 1 };
  g_autoptr(ZgCustomerFile) file = NULL;
  g_autoptr(GError) error = NULL;

  for (int i = 0; i < job.n_fields; i++)
    if (strchr (job.fields[i], '=') == NULL)
      return zg_ctl_usage (_("“%s” is not of the form field=value."), job.fields[i]);
  if (!zg_ctl_open (ctl, FALSE, &error) || !zg_ctl_write (ctl, set_fields, &job, &error))
    return zg_ctl_fail (error);

  file = job.file;
  if (ctl->json)
    zg_ctl_print_json (zg_record_json_customer (file, zg_clock_get_zone (ctl->clock)));
  else
    print_customer (ctl, file);
  return ZG_CTL_DONE;
}

ZgCtlStatus
zg_ctl_customer_show (ZgCtl  *ctl,
                      int     n_arguments,
                      char  **arguments)
{
  ShowJob job = { .query = arguments[0] };
  g_autoptr(ZgCustomerFile) file = NULL;
  g_autoptr(GError) error = NULL;

  if (!zg_ctl_read (ctl, show, &job, &error))
    return zg_ctl_fail (error);
  file = job.file;

  if (ctl->json)
    zg_ctl_print_json (zg_record_json_customer (file, zg_clock_get_zone (ctl->clock)));
  else
    print_customer (ctl, file);
  return ZG_CTL_DONE;
}

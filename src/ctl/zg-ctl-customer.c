/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-ctl-find.h"
#include "zg-ctl.h"
#include "zg-customer-desk.h"
#include "zg-money.h"
#include "zg-record-json.h"
#include "zg-timeline.h"

/* `customer show`. */

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
  job->file = zg_customer_desk_open (db, id, error);
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
  for (guint i = 0; i < file->timeline->len; i++)
    {
      const ZgTimelineEntry *event = g_ptr_array_index (file->timeline, i);
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

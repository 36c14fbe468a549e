/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-contact-table.h"
#include "zg-ctl-find.h"
#include "zg-ctl.h"
#include "zg-customer-desk.h"
#include "zg-money.h"
#include "zg-order-table.h"
#include "zg-record-json.h"

/* `customer show`. */

#define TIMELINE_LENGTH 200

typedef struct {
  const char *query;
  ZgCustomerFile *file;
  GPtrArray *contacts;
  GPtrArray *orders;
} ShowJob;

static void
show_job_clear (ShowJob *job)
{
  g_clear_pointer (&job->file, zg_customer_file_free);
  g_clear_pointer (&job->contacts, g_ptr_array_unref);
  g_clear_pointer (&job->orders, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ShowJob, show_job_clear)

static gboolean
load_orders (ZgDatabase  *db,
             ShowJob     *job,
             GError     **error)
{
  g_autoptr(GArray) ids = zg_order_table_list_for_customer (db, job->file->customer->id, TIMELINE_LENGTH, error);

  if (ids == NULL)
    return FALSE;

  job->orders = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_free);
  for (guint i = 0; i < ids->len; i++)
    {
      ZgOrder *order = zg_order_table_load (db, g_array_index (ids, gint64, i), error);

      if (order == NULL)
        return FALSE;
      g_ptr_array_add (job->orders, order);
    }
  return TRUE;
}

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
  if (job->file == NULL)
    return FALSE;
  job->contacts = zg_contact_table_load_for_customer (db, id, TIMELINE_LENGTH, error);
  return job->contacts != NULL && load_orders (db, job, error);
}

static void
print_customer (ZgCtl         *ctl,
                const ShowJob *job)
{
  const ZgCustomer *customer = job->file->customer;
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
  for (guint i = 0; i < job->orders->len; i++)
    {
      const ZgOrder *order = g_ptr_array_index (job->orders, i);
      g_autofree char *items = zg_order_items_to_summary (order);
      g_autofree char *time = zg_time_to_text (order->ordered_at, zg_clock_now (ctl->clock), zg_clock_get_zone (ctl->clock));

      zg_ctl_print ("  %s  %s  %s  %s", time, order->number, zg_order_state_to_label (order->state), items);
    }
}

ZgCtlStatus
zg_ctl_customer_show (ZgCtl  *ctl,
                      int     n_arguments,
                      char  **arguments)
{
  g_auto(ShowJob) job = { .query = arguments[0] };
  g_autoptr(GError) error = NULL;

  if (!zg_ctl_read (ctl, show, &job, &error))
    return zg_ctl_fail (error);

  if (ctl->json)
    zg_ctl_print_json (zg_record_json_customer (job.file, job.contacts, job.orders, zg_clock_get_zone (ctl->clock)));
  else
    print_customer (ctl, &job);
  return ZG_CTL_DONE;
}

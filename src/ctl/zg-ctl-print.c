/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-ctl.h"
#include "zg-order-print.h"
#include "zg-order-sheet.h"
#include "zg-order-table.h"
#include "zg-paper-pdf.h"
#include "zg-shop-table.h"
#include "zg-slip.h"

/* `order print`: packing slips and order sheets as a PDF file. */

typedef struct {
  ZgCtl *ctl;
  char **numbers;
  int n_numbers;
  gboolean is_sheet;
  const ZgPaperSize *size;
  const char *path;
  GArray *ids;
  GPtrArray *parcels;
  GPtrArray *sheets;
  char *shop;
  guint n_pages;
} PrintJob;

static void
print_job_clear (PrintJob *job)
{
  g_clear_pointer (&job->ids, g_array_unref);
  g_clear_pointer (&job->parcels, g_ptr_array_unref);
  g_clear_pointer (&job->sheets, g_ptr_array_unref);
  g_free (job->shop);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PrintJob, print_job_clear)

static gboolean
load_orders (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  PrintJob *job = data;

  job->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (int i = 0; i < job->n_numbers; i++)
    {
      gint64 id = zg_order_table_find_by_number (db, job->numbers[i], error);

      if (id == 0)
        return FALSE;
      g_array_append_val (job->ids, id);
    }
  job->shop = zg_shop_table_get_setting (db, ZG_SETTING_SHOP_NAME, "", error);
  if (job->shop == NULL)
    return FALSE;
  if (job->is_sheet)
    job->sheets = zg_order_print_load_sheets (db, (const gint64 *) job->ids->data, job->ids->len, job->ctl->clock, error);
  else
    job->parcels = zg_order_print_load_parcels (db, (const gint64 *) job->ids->data, job->ids->len, error);
  return job->sheets != NULL || job->parcels != NULL;
}

static gboolean
note_slips (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  PrintJob *job = data;

  return zg_order_print_note (db, job->parcels, job->ctl->clock, error);
}

static gboolean
write_pdf (PrintJob  *job,
           GError   **error)
{
  g_autoptr(ZgPageFlow) flow = zg_page_flow_new (job->size);
  ZgPaperOptions options = {
    .shop = job->shop,
    .now = zg_clock_now (job->ctl->clock),
    .zone = zg_clock_get_zone (job->ctl->clock),
  };

  for (guint i = 0; job->sheets != NULL && i < job->sheets->len; i++)
    zg_order_sheet_add (flow, g_ptr_array_index (job->sheets, i), &options);
  for (guint i = 0; job->parcels != NULL && i < job->parcels->len; i++)
    zg_slip_add (flow, g_ptr_array_index (job->parcels, i), &options);
  job->n_pages = zg_page_flow_get_n_pages (flow);
  return zg_paper_pdf_write (flow, job->size, job->is_sheet ? _("Order sheet") : _("Packing slip"), job->path, error);
}

/* A slip counts as printed only once it is. */
static gboolean
run (PrintJob  *job,
     GError   **error)
{
  return zg_ctl_read (job->ctl, load_orders, job, error) && write_pdf (job, error)
         && (job->is_sheet || (zg_ctl_open (job->ctl, FALSE, error) && zg_ctl_write (job->ctl, note_slips, job, error)));
}

ZgCtlStatus
zg_ctl_order_print (ZgCtl  *ctl,
                    int     n_arguments,
                    char  **arguments)
{
  const char *form = zg_ctl_options_get (ctl->options, "--form");
  const char *paper = zg_ctl_options_get (ctl->options, "--paper");
  g_auto(PrintJob) job = { .ctl = ctl, .numbers = arguments, .n_numbers = n_arguments - 1, .path = arguments[n_arguments - 1] };
  g_autoptr(GError) error = NULL;

  job.is_sheet = g_strcmp0 (form, "sheet") == 0;
  if (form != NULL && !job.is_sheet && strcmp (form, "slip") != 0)
    return zg_ctl_usage (_("“%s” cannot be printed; say slip or sheet."), form);
  job.size = paper != NULL ? zg_paper_size_find (paper) : zg_paper_size_get (0);
  if (job.size == NULL)
    return zg_ctl_usage (_("“%s” is no paper; say A4, A5 or 100x150."), paper);
  if (!g_str_has_suffix (job.path, ".pdf"))
    return zg_ctl_usage ("%s", _("Say at the end which file to write; its name ends in .pdf."));

  if (!run (&job, &error))
    return zg_ctl_fail (error);
  if (ctl->json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "pages", job.n_pages);
      zg_ctl_print_object (object);
    }
  else
    {
      zg_ctl_print (ngettext ("%u page", "%u pages", job.n_pages), job.n_pages);
    }
  return ZG_CTL_DONE;
}

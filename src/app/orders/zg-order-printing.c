/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-printing"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-order-printing.h"
#include "zg-order-print.h"
#include "zg-order-sheet.h"
#include "zg-session-write.h"
#include "zg-shop-table.h"
#include "zg-slip.h"

/* Slips and sheets through the print dialog, laid out by src/paper for whatever paper was chosen there. The orders are read
 * first, so what is printed is what they said at one moment; a slip counts as printed when the dialog has sent it. */

typedef struct {
  GWeakRef parent;
  ZgSession *session;
  GArray *ids;
  gboolean is_sheet;
  char *export_path;
  char *shop;
  GPtrArray *parcels;
  GPtrArray *sheets;
  ZgPageFlow *flow;
} Printing;

static void
printing_free (gpointer data)
{
  Printing *printing = data;

  g_weak_ref_clear (&printing->parent);
  g_clear_object (&printing->session);
  g_clear_pointer (&printing->ids, g_array_unref);
  g_clear_pointer (&printing->parcels, g_ptr_array_unref);
  g_clear_pointer (&printing->sheets, g_ptr_array_unref);
  g_clear_pointer (&printing->flow, zg_page_flow_free);
  g_free (printing->export_path);
  g_free (printing->shop);
  g_free (printing);
}

/* The paper that was chosen last, for as long as the program runs. */
static GtkPrintSettings *last_settings;
static GtkPageSetup *last_page_setup;

static gboolean
load (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  Printing *printing = data;
  const gint64 *ids = (const gint64 *) printing->ids->data;
  ZgClock *clock = zg_session_get_clock (printing->session);

  printing->shop = zg_shop_table_get_setting (db, ZG_SETTING_SHOP_NAME, "", error);
  if (printing->shop == NULL)
    return FALSE;
  if (printing->is_sheet)
    printing->sheets = zg_order_print_load_sheets (db, ids, printing->ids->len, clock, error);
  else
    printing->parcels = zg_order_print_load_parcels (db, ids, printing->ids->len, error);
  return printing->sheets != NULL || printing->parcels != NULL;
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Printing          *printing)
{
  ZgPaperSize size = zg_paper_size_fit (gtk_print_context_get_width (context) / ZG_POINTS_PER_MM,
                                        gtk_print_context_get_height (context) / ZG_POINTS_PER_MM);
  ZgClock *clock = zg_session_get_clock (printing->session);
  ZgPaperOptions options = { .shop = printing->shop, .now = zg_clock_now (clock), .zone = zg_clock_get_zone (clock) };

  /* The dialog may begin again, on another paper. */
  g_clear_pointer (&printing->flow, zg_page_flow_free);
  printing->flow = zg_page_flow_new (&size);
  for (guint i = 0; printing->sheets != NULL && i < printing->sheets->len; i++)
    zg_order_sheet_add (printing->flow, g_ptr_array_index (printing->sheets, i), &options);
  for (guint i = 0; printing->parcels != NULL && i < printing->parcels->len; i++)
    zg_slip_add (printing->flow, g_ptr_array_index (printing->parcels, i), &options);
  gtk_print_operation_set_n_pages (operation, (int) zg_page_flow_get_n_pages (printing->flow));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Printing          *printing)
{
  zg_page_flow_draw (printing->flow, (guint) page, gtk_print_context_get_cairo_context (context));
}

static gboolean
note (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  Printing *printing = data;

  return zg_order_print_note (db, printing->parcels, zg_session_get_clock (printing->session), error);
}

/* The operation goes, and what was printed is noted by a job that takes it over. */
static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         Printing                *printing)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      zg_session_fail (printing->session, error);
    }
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      g_set_object (&last_settings, gtk_print_operation_get_print_settings (operation));
      g_set_object (&last_page_setup, gtk_print_operation_get_default_page_setup (operation));
    }
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY && !printing->is_sheet)
    zg_session_write (printing->session, note, printing, printing_free);
  else
    printing_free (printing);
}

static void
print (Printing *printing)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&printing->parent);

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, printing->is_sheet ? _("Order sheet") : _("Packing slip"));
  if (last_settings != NULL)
    gtk_print_operation_set_print_settings (operation, last_settings);
  if (last_page_setup != NULL)
    gtk_print_operation_set_default_page_setup (operation, last_page_setup);
  if (printing->export_path != NULL)
    gtk_print_operation_set_export_filename (operation, printing->export_path);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), printing);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), printing);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), printing);
  gtk_print_operation_run (operation, printing->export_path != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT
                                                                    : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

/* Whoever closed the window meanwhile prints nothing any more. */
static void
loaded_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  Printing *printing = zg_store_finish (ZG_STORE (store), result, &error);
  g_autoptr (GtkWindow) parent = NULL;

  if (printing == NULL)
    {
      zg_session_fail (user_data, error);
      g_object_unref (user_data);
      return;
    }
  g_object_unref (user_data);
  parent = g_weak_ref_get (&printing->parent);
  if (parent != NULL)
    print (printing);
  else
    printing_free (printing);
}

/**
 * zg_order_printing_run:
 * @parent: the window
 * @session: the shop
 * @ids: (array length=n_ids): orders
 * @n_ids: how many
 * @is_sheet: whether sheets are printed, for the shop's own use, instead of slips
 * @export_path: (nullable): a PDF file to write without a dialog
 *
 * Asks for printer and paper, and prints.
 */
void
zg_order_printing_run (GtkWindow    *parent,
                       ZgSession    *session,
                       const gint64 *ids,
                       guint         n_ids,
                       gboolean      is_sheet,
                       const char   *export_path)
{
  Printing *printing = g_new0 (Printing, 1);

  g_weak_ref_init (&printing->parent, parent);
  printing->session = g_object_ref (session);
  printing->ids = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), ids, n_ids);
  printing->is_sheet = is_sheet;
  printing->export_path = g_strdup (export_path);
  zg_store_read_async (zg_session_get_store (session), load, printing, printing_free, NULL, loaded_cb, g_object_ref (session));
}

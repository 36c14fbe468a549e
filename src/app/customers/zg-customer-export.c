/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-export"

#include "config.h"

#include "zg-customer-export.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "zg-export.h"
#include "zg-file-dialog.h"

/*
 * Customers as a file: one, those that were chosen, or all. The ending of its name says whether that are cards or a table. What
 * takes longer says how far it is and can be stopped; no file is written then.
 */

/* After so long somebody wonders, ms, and so often they are told how far it is. */
#define PATIENCE 500
#define PROGRESS_INTERVAL 100

typedef struct {
  GWeakRef parent;
  ZgSession *session;
  GArray *ids;                  /* NULL for everybody */
  char *path;
  gint64 n_rows;                /* counted by the thread that writes */
  GCancellable *cancellable;
  guint timeout;
  GtkWindow *window;            /* weak, NULL while it goes fast */
  GtkProgressBar *bar;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_weak_ref_clear (&export->parent);
  g_object_unref (export->session);
  g_clear_pointer (&export->ids, g_array_unref);
  g_clear_object (&export->cancellable);
  g_free (export->path);
  g_free (export);
}

static Export *
export_new (GtkWindow *parent,
            ZgSession *session,
            GArray    *ids)
{
  Export *export = g_new0 (Export, 1);

  g_weak_ref_init (&export->parent, parent);
  export->session = g_object_ref (session);
  export->ids = ids != NULL ? g_array_ref (ids) : NULL;
  export->cancellable = g_cancellable_new ();
  return export;
}

/* How far it is ********************************************************************************************************/

static gboolean
close_request_cb (Export *export)
{
  g_cancellable_cancel (export->cancellable);
  return GDK_EVENT_STOP;
}

static gboolean
escape_cb (GtkWidget *window,
           GVariant  *args,
           gpointer   user_data)
{
  gtk_window_close (GTK_WINDOW (window));
  return GDK_EVENT_STOP;
}

static void
show_window (Export *export)
{
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&export->parent);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (_("Export customers"));
  GtkWidget *bar = gtk_progress_bar_new ();
  GtkWidget *stop = gtk_button_new_with_label (_("Stop"));
  GtkEventController *keys = gtk_shortcut_controller_new ();

  export->bar = GTK_PROGRESS_BAR (bar);
  gtk_progress_bar_set_show_text (export->bar, TRUE);
  gtk_widget_set_halign (stop, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), stop);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 24);
  export->window = g_object_new (ADW_TYPE_WINDOW, "title", _("Export customers"), "modal", TRUE, "resizable", FALSE,
                                 "transient-for", parent, "default-width", 320, "content", box, NULL);
  g_object_add_weak_pointer (G_OBJECT (export->window), (gpointer *) &export->window);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (export->window), keys);
  g_signal_connect_swapped (export->window, "close-request", G_CALLBACK (close_request_cb), export);
  g_signal_connect_swapped (stop, "clicked", G_CALLBACK (gtk_window_close), export->window);
  gtk_window_present (export->window);
}

static gboolean
progress_cb (gpointer data)
{
  Export *export = data;
  int n = (int) export->n_rows;
  g_autofree char *text = g_strdup_printf (ngettext ("%d customer", "%d customers", n), n);

  if (export->window == NULL)
    return G_SOURCE_CONTINUE;
  gtk_progress_bar_set_text (export->bar, text);
  if (export->ids != NULL && export->ids->len > 0)
    gtk_progress_bar_set_fraction (export->bar, (double) n / export->ids->len);
  else
    gtk_progress_bar_pulse (export->bar);
  return G_SOURCE_CONTINUE;
}

static gboolean
impatient_cb (gpointer data)
{
  Export *export = data;

  show_window (export);
  progress_cb (export);
  export->timeout = g_timeout_add (PROGRESS_INTERVAL, progress_cb, export);
  return G_SOURCE_REMOVE;
}

/* Writing **************************************************************************************************************/

static ZgExportFormat
get_format (const char *path)
{
  const char *dot = strrchr (path, '.');
  ZgExportFormat format = ZG_EXPORT_CSV;

  if (dot != NULL && zg_export_format_from_word (dot + 1, &format) && zg_export_can_write (ZG_EXPORT_CUSTOMERS, format))
    return format;
  return ZG_EXPORT_CSV;
}

/* With a connection of its own, so that no search waits for it. */
static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Export *export = data;
  GTimeZone *zone = zg_clock_get_zone (zg_session_get_clock (export->session));
  GError *error = NULL;
  g_autoptr (ZgDatabase) db = zg_store_open_reader (zg_session_get_store (export->session), &error);

  if (db == NULL || !zg_export_write_customers (db, export->ids, get_format (export->path), export->path, zone,
                                                &export->n_rows, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
tell (Export     *export,
      const char *text)
{
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&export->parent);

  if (parent != NULL)
    gtk_widget_activate_action (parent, "win.toast", "s", text);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_clear_handle_id (&export->timeout, g_source_remove);
  if (export->window != NULL)
    {
      g_signal_handlers_disconnect_by_data (export->window, export);
      gtk_window_destroy (export->window);
      g_clear_weak_pointer (&export->window);
    }
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      text = g_strdup_printf (ngettext ("Exported %d customer", "Exported %d customers", (int) export->n_rows),
                              (int) export->n_rows);
      tell (export, text);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      tell (export, _("Stopped; no file was written"));
    }
  else
    {
      zg_session_fail (export->session, error);
    }
}

/**
 * zg_customer_export_write:
 * @parent: the window
 * @session: the shop
 * @ids: (nullable) (element-type gint64): who, %NULL for everybody
 * @path: the file; its ending says how
 *
 * Writes customers to a file, and says so.
 */
void
zg_customer_export_write (GtkWindow  *parent,
                          ZgSession  *session,
                          GArray     *ids,
                          const char *path)
{
  Export *export = export_new (parent, session, ids);
  g_autoptr (GTask) task = g_task_new (NULL, export->cancellable, exported_cb, NULL);

  export->path = g_strdup (path);
  export->timeout = g_timeout_add (PATIENCE, impatient_cb, export);
  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, export_thread);
}

static void
file_chosen_cb (GListModel *files,
                gpointer    user_data)
{
  Export *choice = user_data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&choice->parent);

  if (path != NULL)
    zg_customer_export_write (parent, choice->session, choice->ids, path);
}

/**
 * zg_customer_export_choose:
 * @parent: the window
 * @session: the shop
 * @ids: (nullable) (element-type gint64): who, %NULL for everybody
 * @name: what the file is called unless somebody says otherwise
 *
 * Asks for a file and writes customers to it: cards when its name ends with .vcf, else a table with every field.
 */
void
zg_customer_export_choose (GtkWindow  *parent,
                           ZgSession  *session,
                           GArray     *ids,
                           const char *name)
{
  zg_file_dialog_save (parent, _("Export customers"), name, file_chosen_cb, export_new (parent, session, ids), export_free);
}

/**
 * zg_customer_export_choose_one:
 * @parent: the window
 * @session: the shop
 * @customer: who
 *
 * Asks for a file and writes a customer's card to it.
 */
void
zg_customer_export_choose_one (GtkWindow        *parent,
                               ZgSession        *session,
                               const ZgCustomer *customer)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *name = g_strconcat (zg_customer_get_call_name (customer), ".vcf", NULL);

  /* What people are called may not be what files are called. */
  g_strdelimit (name, "/\\:*?\"<>|\n\r\t", '_');
  g_array_append_val (ids, customer->id);
  zg_customer_export_choose (parent, session, ids, name);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-import-window"

#include "config.h"

#include "zg-import-window.h"

#include <glib/gi18n.h>

#include "zg-file-dialog.h"
#include "zg-import-report.h"
#include "zg-import-task.h"

/*
 * An order export on its way into the shop: what it was taken for and what would happen, then the import with its
 * progress, then what came of it. Closing the window while the import runs cancels it and takes back what was written.
 */

typedef enum {
  STEP_LOOKING,
  STEP_PREVIEW,
  STEP_IMPORTING,
  STEP_DONE,
  STEP_UNDOING,
  STEP_FAILED,
} Step;

struct _ZgImportWindow
{
  AdwWindow parent_instance;

  ZgSession *session;
  char *path;
  Step step;
  GCancellable *cancellable;
  ZgImportResult *result;

  GtkButton *cancel_button;
  GtkWidget *foot;
  GtkButton *go_button;
  GtkProgressBar *progress;
  GtkWidget *recognised;
  GtkImage *recognised_icon;
  GtkLabel *recognised_label;
  ZgImportReport *report;
  AdwWindowTitle *title;
};

G_DEFINE_FINAL_TYPE (ZgImportWindow, zg_import_window, ADW_TYPE_WINDOW)

static void
progress_cb (double   part,
             gint64   n_rows,
             gpointer user_data)
{
  ZgImportWindow *self = user_data;
  g_autofree char *text = g_strdup_printf (ngettext ("%d row", "%d rows", (int) n_rows), (int) n_rows);

  gtk_progress_bar_set_fraction (self->progress, part);
  gtk_progress_bar_set_text (self->progress, text);
}

static void
say (ZgImportWindow *self,
     const char     *icon,
     const char     *style,
     const char     *text)
{
  gtk_image_set_from_icon_name (self->recognised_icon, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->recognised_icon), (const char *[]) { style, NULL });
  gtk_label_set_text (self->recognised_label, text);
}

static void
say_format (ZgImportWindow *self)
{
  const ZgImportResult *result = self->result;
  gboolean lines = g_strcmp0 (result->format, "taobao-lines") == 0;
  g_autofree char *rows = g_strdup_printf (ngettext ("%d row", "%d rows", (int) result->n_rows), (int) result->n_rows);
  g_autofree char *text = g_strdup_printf ("%s · %s · %s", lines ? _("Taobao, goods line by line") : _("Taobao orders"),
                                           rows, result->encoding);

  say (self, "object-select-symbolic", "success", text);
}

/* What can be seen and pressed at each step, in one place. */
static void
set_step (ZgImportWindow *self,
          Step            step)
{
  gboolean busy = step == STEP_LOOKING || step == STEP_IMPORTING || step == STEP_UNDOING;
  gboolean has_result = self->result != NULL && !busy;
  gint64 n_orders = has_result ? self->result->counts.orders_new + self->result->counts.orders_updated : 0;
  g_autofree char *go = g_strdup_printf (ngettext ("Import %d order", "Import %d orders", (int) n_orders), (int) n_orders);

  self->step = step;
  gtk_widget_set_visible (self->recognised, !busy);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), busy);
  gtk_widget_set_visible (GTK_WIDGET (self->report), has_result);
  gtk_widget_set_visible (self->foot, step == STEP_PREVIEW || step == STEP_LOOKING);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), step != STEP_FAILED && step != STEP_UNDOING);
  gtk_button_set_label (self->cancel_button, step == STEP_DONE ? _("Undo the import") : _("Cancel"));
  gtk_button_set_label (self->go_button, step == STEP_PREVIEW && n_orders > 0 ? go
                                         : step == STEP_DONE ? _("Show the orders") : _("Close"));
  gtk_widget_set_visible (GTK_WIDGET (self->go_button), !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.go", !busy);
  if (busy)
    {
      gtk_progress_bar_set_fraction (self->progress, 0);
      gtk_progress_bar_set_text (self->progress, step == STEP_UNDOING ? _("Taking the import back…") : _("Reading…"));
    }
  else
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->go_button));
    }
}

static void
imported_cb (GObject      *source,
             GAsyncResult *async_result,
             gpointer      user_data)
{
  g_autoptr(ZgImportWindow) self = ZG_IMPORT_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  ZgImportResult *result = zg_import_task_run_finish (async_result, &error);

  if (self->session == NULL)
    {
      g_clear_pointer (&result, zg_import_result_free);
      return;
    }
  if (result == NULL)
    {
      g_clear_pointer (&self->result, zg_import_result_free);
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          gtk_window_destroy (GTK_WINDOW (self));
          return;
        }
      say (self, "dialog-error-symbolic", "error", error->message);
      set_step (self, STEP_FAILED);
      return;
    }

  g_clear_pointer (&self->result, zg_import_result_free);
  self->result = result;
  zg_import_report_show (self->report, result);
  if (result->import_id == 0)
    {
      say_format (self);
      set_step (self, STEP_PREVIEW);
    }
  else
    {
      say (self, "object-select-symbolic", "success", _("Imported."));
      set_step (self, STEP_DONE);
    }
}

static void
start (ZgImportWindow *self,
       gboolean        dry_run)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_step (self, dry_run ? STEP_LOOKING : STEP_IMPORTING);
  zg_import_task_run_async (zg_session_get_store (self->session), zg_session_get_clock (self->session),
                            zg_session_get_clerk_id (self->session), self->path, dry_run, progress_cb, self,
                            self->cancellable, imported_cb, g_object_ref (self));
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ZgImportWindow) self = ZG_IMPORT_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgImportUndo) undo = zg_import_task_undo_finish (result, &error);

  if (self->session == NULL)
    return;
  g_clear_pointer (&self->result, zg_import_result_free);
  if (undo == NULL)
    {
      say (self, "dialog-error-symbolic", "error", error->message);
    }
  else
    {
      g_autofree char *text = zg_import_task_undo_to_text (undo);

      say (self, "object-select-symbolic", "success", text);
    }
  set_step (self, STEP_FAILED);
}

/* The window behind says what came in and offers to take it back, so that closing this one is no farewell to that. */
static void
tell_parent (ZgImportWindow *self,
             gboolean        show)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  const ZgImportCounts *counts = &self->result->counts;

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.imported", "(xxb)", self->result->import_id,
                                counts->orders_new + counts->orders_updated, show);
}

static void
go_cb (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  ZgImportWindow *self = ZG_IMPORT_WINDOW (widget);

  if (self->step == STEP_PREVIEW
      && self->result->counts.orders_new + self->result->counts.orders_updated > 0)
    {
      start (self, FALSE);
      return;
    }
  if (self->step == STEP_DONE)
    tell_parent (self, TRUE);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
cancel_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  ZgImportWindow *self = ZG_IMPORT_WINDOW (widget);

  if (self->step == STEP_DONE)
    {
      gint64 import_id = self->result->import_id;

      set_step (self, STEP_UNDOING);
      zg_import_task_undo_async (zg_session_get_store (self->session), zg_session_get_clock (self->session), import_id,
                                 undone_cb, g_object_ref (self));
    }
  else
    {
      gtk_window_close (GTK_WINDOW (self));
    }
}

/* While something runs, closing only asks it to stop: the window goes when all is as it was. */
static gboolean
zg_import_window_close_request (GtkWindow *window)
{
  ZgImportWindow *self = ZG_IMPORT_WINDOW (window);

  if (self->step == STEP_IMPORTING || self->step == STEP_LOOKING)
    {
      g_cancellable_cancel (self->cancellable);
      gtk_progress_bar_set_text (self->progress, _("Taking the import back…"));
      return GDK_EVENT_STOP;
    }
  if (self->step == STEP_DONE)
    tell_parent (self, FALSE);
  return self->step == STEP_UNDOING ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
save_chosen_cb (GListModel *files,
                gpointer    user_data)
{
  ZgImportWindow *self = user_data;
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);
  g_autoptr(GString) text = g_string_new ("\xef\xbb\xbf");
  g_autoptr(GError) error = NULL;

  if (self->result == NULL || file == NULL)
    return;

  g_string_append (text, self->result->header);
  for (guint i = 0; i < self->result->rejects->len; i++)
    {
      const ZgImportReject *reject = g_ptr_array_index (self->result->rejects, i);

      g_string_append (text, reject->raw != NULL ? reject->raw : "");
    }
  if (!g_file_replace_contents (file, text->str, text->len, NULL, FALSE,
                                G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &error))
    say (self, "dialog-error-symbolic", "error", error->message);
}

static void
save_rejects_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  /* Translators: the name of a file, without the folder */
  zg_file_dialog_save (GTK_WINDOW (widget), _("Save the refused rows"), _("refused-rows.csv"), save_chosen_cb,
                       g_object_ref (widget), g_object_unref);
}

static void
zg_import_window_dispose (GObject *object)
{
  ZgImportWindow *self = ZG_IMPORT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->result, zg_import_result_free);

  G_OBJECT_CLASS (zg_import_window_parent_class)->dispose (object);
}

static void
zg_import_window_class_init (ZgImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_import_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = zg_import_window_close_request;

  g_type_ensure (ZG_TYPE_IMPORT_REPORT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/import/zg-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgImportWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, ZgImportWindow, foot);
  gtk_widget_class_bind_template_child (widget_class, ZgImportWindow, go_button);
  gtk_widget_class_bind_template_child (widget_class, ZgImportWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, ZgImportWindow, recognised);
  gtk_widget_class_bind_template_child (widget_class, ZgImportWindow, recognised_icon);
  gtk_widget_class_bind_template_child (widget_class, ZgImportWindow, recognised_label);
  gtk_widget_class_bind_template_child (widget_class, ZgImportWindow, report);
  gtk_widget_class_bind_template_child (widget_class, ZgImportWindow, title);
  gtk_widget_class_install_action (widget_class, "import.go", NULL, go_cb);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "import.save-rejects", NULL, save_rejects_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
zg_import_window_init (ZgImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * zg_import_window_new:
 * @parent: the window it belongs to
 * @session: the session
 * @path: the file
 *
 * Returns: (transfer floating): the window, which looks at the file at once
 */
ZgImportWindow *
zg_import_window_new (GtkWindow  *parent,
                      ZgSession  *session,
                      const char *path)
{
  ZgImportWindow *self = g_object_new (ZG_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);
  g_autofree char *name = g_filename_display_basename (path);

  self->session = g_object_ref (session);
  self->path = g_strdup (path);
  adw_window_title_set_subtitle (self->title, name);
  start (self, TRUE);
  return self;
}

/* Where to go on once a file was chosen. */
typedef struct {
  GtkWindow *parent;            /* outlives the dialog */
  ZgSession *session;
} Choice;

static void
choice_free (Choice *choice)
{
  g_object_unref (choice->session);
  g_free (choice);
}

static void
chosen_cb (GListModel *files,
           gpointer    user_data)
{
  Choice *choice = user_data;
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    gtk_window_present (GTK_WINDOW (zg_import_window_new (choice->parent, choice->session, path)));
}

/**
 * zg_import_window_choose:
 * @parent: the window to import into
 * @session: the session
 *
 * Asks for a file, and shows what it is.
 */
void
zg_import_window_choose (GtkWindow *parent,
                         ZgSession *session)
{
  static const char * const tables[] = { "csv", "txt", "tsv", NULL };
  const ZgFileDialogFilter filters[] = {
    { _("Tables (CSV)"), tables },
    { _("All files"), NULL },
  };
  Choice *choice = g_new0 (Choice, 1);

  choice->parent = parent;
  choice->session = g_object_ref (session);
  zg_file_dialog_open (parent, _("Import orders"), filters, G_N_ELEMENTS (filters), NULL, FALSE, chosen_cb, choice,
                       (GDestroyNotify) choice_free);
}

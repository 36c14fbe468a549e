/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-import-window"

#include "config.h"

#include "zg-import-window.h"

#include <glib/gi18n.h>

#include "zg-broken-import.h"
#include "zg-contact-import-window.h"
#include "zg-import-choice.h"
#include "zg-import-frame.h"
#include "zg-import-preview.h"
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
  STEP_CONTACTS,                /* the file has contacts and no orders */
} Step;

struct _ZgImportWindow
{
  AdwWindow parent_instance;

  ZgSession *session;
  char *path;
  Step step;
  GCancellable *cancellable;
  ZgImportResult *result;

  ZgImportFrame *frame;
  ZgBrokenImport *interrupted;
  ZgImportPreview *preview;
};

G_DEFINE_FINAL_TYPE (ZgImportWindow, zg_import_window, ADW_TYPE_WINDOW)

static void
progress_cb (double   part,
             gint64   n_rows,
             gpointer user_data)
{
  ZgImportWindow *self = user_data;
  g_autofree char *text = g_strdup_printf (ngettext ("%d row", "%d rows", (int) n_rows), (int) n_rows);

  zg_import_frame_set_progress (self->frame, part, text);
}

static void
say_format (ZgImportWindow *self)
{
  const ZgImportResult *result = self->result;
  gboolean lines = g_strcmp0 (result->format, "taobao-lines") == 0;
  g_autofree char *rows = g_strdup_printf (ngettext ("%d row", "%d rows", (int) result->n_rows), (int) result->n_rows);
  /* Translators: how many of a file's columns are imported, "21 of 23 columns" */
  g_autofree char *columns = g_strdup_printf (_("%u of %u columns"), result->columns->len,
                                              result->columns->len + result->left_out->len);
  g_autofree char *text = g_strdup_printf ("%s · %s · %s · %s", lines ? _("Taobao, goods line by line") : _("Taobao orders"),
                                           columns, rows, result->encoding);

  zg_import_frame_tell (self->frame, text);
}

/* How many orders the file changes, once that is known. */
static int
count_changes (ZgImportWindow *self)
{
  return self->result != NULL ? (int) (self->result->counts.orders_new + self->result->counts.orders_updated) : 0;
}

/* What can be pressed at each step, in one place. */
static void
set_step (ZgImportWindow *self,
          Step            step)
{
  gboolean busy = step == STEP_LOOKING || step == STEP_IMPORTING || step == STEP_UNDOING;
  int n = count_changes (self);
  g_autofree char *import = g_strdup_printf (ngettext ("Import %d order", "Import %d orders", n), n);
  const char *go = busy ? NULL : step == STEP_PREVIEW && n > 0 ? import : step == STEP_DONE ? _("Show the orders")
                   : step == STEP_CONTACTS ? _("Import contacts…") : _("Close");
  const char *cancel = step == STEP_FAILED || step == STEP_UNDOING ? NULL
                       : step == STEP_DONE ? _("Undo the import") : _("Cancel");

  self->step = step;
  if (busy)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->preview), FALSE);
      zg_import_frame_work (self->frame, step == STEP_UNDOING ? _("Taking the import back…") : _("Reading…"));
    }
  /* Before the button is to get the focus, which it can't while it does nothing. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.go", !busy);
  zg_import_frame_set_buttons (self->frame, cancel, go);
}

static void
show_result (ZgImportWindow *self,
             ZgImportResult *result)
{
  g_autofree char *rejects = zg_importer_make_rejects (result);

  self->result = result;
  zg_import_report_show (zg_import_frame_get_report (self->frame), result);
  zg_import_preview_show (self->preview, result);
  zg_import_frame_set_rejects (self->frame, rejects);
  if (result->import_id == 0)
    say_format (self);
  else
    zg_import_frame_tell (self->frame, _("Imported."));
  set_step (self, result->import_id == 0 ? STEP_PREVIEW : STEP_DONE);
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
  g_clear_pointer (&self->result, zg_import_result_free);
  if (result != NULL)
    {
      show_result (self, result);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else
    {
      zg_import_frame_fail (self->frame, error->message);
      set_step (self, g_error_matches (error, ZG_IMPORT_TASK_ERROR, ZG_IMPORT_TASK_ERROR_CONTACTS) ? STEP_CONTACTS
                                                                                                  : STEP_FAILED);
    }
}

static void
start (ZgImportWindow *self,
       gboolean        dry_run)
{
  /* What the run before tells of its progress may come late. */
  g_cancellable_cancel (self->cancellable);
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
      zg_import_frame_fail (self->frame, error->message);
    }
  else
    {
      g_autofree char *text = zg_import_task_undo_to_text (undo);

      zg_import_frame_tell (self->frame, text);
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

  if (self->step == STEP_PREVIEW && count_changes (self) > 0)
    {
      start (self, FALSE);
      return;
    }
  if (self->step == STEP_DONE)
    tell_parent (self, TRUE);
  if (self->step == STEP_CONTACTS)
    gtk_window_present (zg_contact_import_window_new (gtk_window_get_transient_for (GTK_WINDOW (self)), self->session,
                                                      self->path));
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
      zg_import_frame_work (self->frame, _("Taking the import back…"));
      return GDK_EVENT_STOP;
    }
  if (self->step == STEP_DONE)
    tell_parent (self, FALSE);
  return self->step == STEP_UNDOING ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
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

  g_type_ensure (ZG_TYPE_IMPORT_FRAME);
  g_type_ensure (ZG_TYPE_BROKEN_IMPORT);
  g_type_ensure (ZG_TYPE_IMPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/import/zg-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgImportWindow, frame);
  gtk_widget_class_bind_template_child (widget_class, ZgImportWindow, interrupted);
  gtk_widget_class_bind_template_child (widget_class, ZgImportWindow, preview);
  gtk_widget_class_install_action (widget_class, "import.go", NULL, go_cb);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_cb);
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
GtkWindow *
zg_import_window_new (GtkWindow  *parent,
                      ZgSession  *session,
                      const char *path)
{
  ZgImportWindow *self = g_object_new (ZG_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->path = g_strdup (path);
  zg_import_frame_set_path (self->frame, path);
  zg_broken_import_look (self->interrupted, session);
  start (self, TRUE);
  return GTK_WINDOW (self);
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
  static const char * const endings[] = { "csv", "txt", "tsv", NULL };

  zg_import_choose (parent, session, _("Import orders"), _("Tables (CSV)"), endings, zg_import_window_new);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-import-window"

#include "config.h"

#include "zg-reply-import-window.h"

#include <glib/gi18n.h>

#include "zg-import-choice.h"
#include "zg-import-frame.h"
#include "zg-reply-import-preview.h"
#include "zg-reply-import-task.h"

/*
 * A file of replies on its way into the shop: what it was taken for and what would happen, reply by reply. Nothing is
 * written before the button with the number is pressed, and then all in one go; the window behind offers to take it back.
 */

struct _ZgReplyImportWindow
{
  AdwWindow parent_instance;

  ZgSession *session;
  char *path;
  ZgReplyImport *import;
  gboolean applying;

  GtkSwitch *convert;
  GtkWidget *convert_row;
  GtkLabel *convert_label;
  ZgImportFrame *frame;
  ZgReplyImportPreview *preview;
};

G_DEFINE_FINAL_TYPE (ZgReplyImportWindow, zg_reply_import_window, ADW_TYPE_WINDOW)

static guint
count_changes (ZgReplyImportWindow *self)
{
  return self->import != NULL ? self->import->plan->n_new + self->import->plan->n_updated : 0;
}

static void
show_plan (ZgReplyImportWindow *self)
{
  const ZgReplyPlan *plan = self->import->plan;
  guint n_rows = plan->changes->len + plan->refusals->len;
  g_autofree char *rows = g_strdup_printf (ngettext ("%d row", "%d rows", n_rows), (int) n_rows);
  g_autofree char *text = g_strdup_printf ("%s · %s · %s", zg_reply_format_to_label (plan->format), rows, plan->encoding);
  g_autofree char *rejects = zg_reply_importer_make_rejects (plan);
  g_autofree char *foreign = g_strdup_printf (ngettext ("Convert the placeholders of another program in %u text",
                                                        "Convert the placeholders of another program in %u texts",
                                                        plan->n_foreign), plan->n_foreign);

  zg_import_frame_tell (self->frame, text);
  zg_import_frame_set_rejects (self->frame, rejects);
  zg_import_report_show_replies (zg_import_frame_get_report (self->frame), plan);
  gtk_label_set_text (self->convert_label, foreign);
  gtk_widget_set_visible (self->convert_row, plan->n_foreign > 0);
  zg_reply_import_preview_show (self->preview, plan);
}

static void
set_busy (ZgReplyImportWindow *self,
          gboolean             busy)
{
  guint n = count_changes (self);
  g_autofree char *import = g_strdup_printf (ngettext ("Import %u reply", "Import %u replies", n), n);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.go", !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->convert), !busy || !self->applying);
  zg_import_frame_set_buttons (self->frame, _("Cancel"), n > 0 ? import : _("Close"));
}

static void
fail (ZgReplyImportWindow *self,
      const GError        *error)
{
  zg_import_frame_fail (self->frame, error->message);
  gtk_widget_set_visible (self->convert_row, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), FALSE);
  set_busy (self, FALSE);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ZgReplyImportWindow) self = ZG_REPLY_IMPORT_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgReplyImport) import = zg_reply_import_task_finish (result, &error);

  if (self->session == NULL)
    return;
  g_clear_pointer (&self->import, zg_reply_import_free);
  self->import = g_steal_pointer (&import);
  if (self->import == NULL)
    {
      fail (self, error);
    }
  else
    {
      show_plan (self);
      set_busy (self, FALSE);
    }
}

static void
plan (ZgReplyImportWindow *self)
{
  set_busy (self, TRUE);
  zg_reply_import_task_plan_async (zg_session_get_store (self->session), zg_session_get_clock (self->session), self->path,
                                   gtk_switch_get_active (self->convert), planned_cb, g_object_ref (self));
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ZgReplyImportWindow) self = ZG_REPLY_IMPORT_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgReplyImport) import = zg_reply_import_task_finish (result, &error);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (self->session == NULL)
    return;
  self->applying = FALSE;
  if (import == NULL)
    {
      fail (self, error);
      return;
    }
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.replies-imported", "(xx)", import->import_id,
                                (gint64) (import->plan->n_new + import->plan->n_updated));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
go_cb (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  ZgReplyImportWindow *self = ZG_REPLY_IMPORT_WINDOW (widget);

  if (count_changes (self) == 0)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  self->applying = TRUE;
  set_busy (self, TRUE);
  zg_reply_import_task_apply_async (zg_session_get_store (self->session), zg_session_get_clock (self->session),
                                    zg_session_get_clerk_id (self->session), self->path, g_steal_pointer (&self->import),
                                    applied_cb, g_object_ref (self));
}

static void
cancel_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* The import takes a moment and ends as a whole: closing waits for it. */
static gboolean
zg_reply_import_window_close_request (GtkWindow *window)
{
  ZgReplyImportWindow *self = ZG_REPLY_IMPORT_WINDOW (window);

  return self->applying;
}

static void
zg_reply_import_window_dispose (GObject *object)
{
  ZgReplyImportWindow *self = ZG_REPLY_IMPORT_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->import, zg_reply_import_free);

  G_OBJECT_CLASS (zg_reply_import_window_parent_class)->dispose (object);
}

static void
zg_reply_import_window_class_init (ZgReplyImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_reply_import_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = zg_reply_import_window_close_request;

  g_type_ensure (ZG_TYPE_IMPORT_FRAME);
  g_type_ensure (ZG_TYPE_REPLY_IMPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/import/zg-reply-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgReplyImportWindow, convert);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyImportWindow, convert_label);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyImportWindow, convert_row);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyImportWindow, frame);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyImportWindow, preview);
  gtk_widget_class_install_action (widget_class, "import.go", NULL, go_cb);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
zg_reply_import_window_init (ZgReplyImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * zg_reply_import_window_new:
 * @parent: the window it belongs to
 * @session: the session
 * @path: the file
 *
 * Returns: (transfer floating): the window, which looks at the file at once
 */
GtkWindow *
zg_reply_import_window_new (GtkWindow  *parent,
                            ZgSession  *session,
                            const char *path)
{
  ZgReplyImportWindow *self = g_object_new (ZG_TYPE_REPLY_IMPORT_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->path = g_strdup (path);
  zg_import_frame_set_path (self->frame, path);
  zg_import_frame_work (self->frame, _("Reading…"));
  g_signal_connect_object (self->convert, "notify::active", G_CALLBACK (plan), self, G_CONNECT_SWAPPED);
  plan (self);
  return GTK_WINDOW (self);
}

/**
 * zg_reply_import_window_choose:
 * @parent: the window to import into
 * @session: the session
 *
 * Asks for a file of replies, and shows what it is.
 */
void
zg_reply_import_window_choose (GtkWindow *parent,
                               ZgSession *session)
{
  static const char * const endings[] = { "csv", "json", "yml", "yaml", "txt", NULL };

  zg_import_choose (parent, session, _("Import replies"), _("Files of replies"), endings, zg_reply_import_window_new);
}

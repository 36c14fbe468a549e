/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-import-window"

#include "config.h"

#include "zg-reply-import-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-file-dialog.h"
#include "zg-import-report.h"
#include "zg-pill.h"
#include "zg-reply-import-task.h"

/*
 * A file of replies on its way into the shop: what it was taken for and what would happen, reply by reply. Nothing is
 * written before the button with the number is pressed, and then all in one go; the window behind offers to take it back.
 */

/* So many replies are shown; all are counted. */
#define MAX_SHOWN 100

struct _ZgReplyImportWindow
{
  AdwWindow parent_instance;

  ZgSession *session;
  char *path;
  ZgReplyImport *import;
  gboolean busy;
  gboolean applying;

  GtkSwitch *convert;
  GtkWidget *convert_row;
  GtkLabel *convert_label;
  GtkButton *go_button;
  GtkListBox *preview;
  GtkLabel *preview_title;
  GtkWidget *recognised;
  GtkImage *recognised_icon;
  GtkLabel *recognised_label;
  ZgImportReport *report;
  AdwWindowTitle *title;
};

G_DEFINE_FINAL_TYPE (ZgReplyImportWindow, zg_reply_import_window, ADW_TYPE_WINDOW)

static guint
count_changes (ZgReplyImportWindow *self)
{
  return self->import != NULL ? self->import->plan->n_new + self->import->plan->n_updated : 0;
}

static void
say (ZgReplyImportWindow *self,
     const char          *icon,
     const char          *style,
     const char          *text)
{
  gtk_image_set_from_icon_name (self->recognised_icon, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->recognised_icon), (const char *[]) { style, NULL });
  gtk_label_set_text (self->recognised_label, text);
}

static GtkWidget *
make_line (const char *text,
           const char *style,
           int         n_lines)
{
  GtkWidget *label = gtk_label_new (text);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), n_lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static GtkWidget *
make_pill (const ZgReplyChange *change)
{
  GtkWidget *pill;

  switch (change->kind)
    {
    case ZG_REPLY_CHANGE_NEW:
      /* Translators: a reply in a file that the shop does not have */
      pill = zg_pill_new (C_("reply", "New"), ZG_TONE_INFO);
      break;
    case ZG_REPLY_CHANGE_UPDATE:
      pill = zg_pill_new (_("Changed"), ZG_TONE_SUCCESS);
      break;
    case ZG_REPLY_CHANGE_NONE:
    default:
      pill = zg_pill_new (_("Same"), ZG_TONE_NEUTRAL);
      break;
    }
  gtk_widget_set_valign (pill, GTK_ALIGN_START);
  gtk_widget_set_size_request (pill, 52, -1);
  return pill;
}

/* A changed reply says what it was and what it will be, another one what it says. */
static void
add_change (ZgReplyImportWindow *self,
            const ZgReplyChange *change)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *where = g_strdup_printf ("%s · %s", change->after->title, change->after->group_name);
  g_autoptr(GPtrArray) differences = zg_reply_change_describe (change);

  gtk_widget_add_css_class (row, "reject-row");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (row), make_pill (change));
  gtk_box_append (GTK_BOX (row), lines);
  gtk_box_append (GTK_BOX (lines), make_line (where, NULL, 1));
  if (change->kind != ZG_REPLY_CHANGE_UPDATE)
    gtk_box_append (GTK_BOX (lines), make_line (change->after->body, "secondary", 2));
  for (guint i = 0; change->kind == ZG_REPLY_CHANGE_UPDATE && i < differences->len; i++)
    {
      const ZgReplyDifference *difference = g_ptr_array_index (differences, i);
      /* Translators: a field of a reply, what it was, and what it becomes */
      g_autofree char *text = g_strdup_printf (_("%s: %s → %s"), difference->field,
                                               *difference->before != '\0' ? difference->before : "–",
                                               *difference->after != '\0' ? difference->after : "–");

      gtk_box_append (GTK_BOX (lines), make_line (text, "secondary", 3));
    }
  gtk_list_box_append (self->preview, row);
  gtk_widget_set_focusable (gtk_widget_get_parent (row), FALSE);
}

static void
show_preview (ZgReplyImportWindow *self)
{
  const ZgReplyPlan *plan = self->import->plan;
  g_autofree char *title = NULL;
  GtkListBoxRow *row;
  guint n = 0;

  while ((row = gtk_list_box_get_row_at_index (self->preview, 0)) != NULL)
    gtk_list_box_remove (self->preview, GTK_WIDGET (row));
  /* What changes comes first: that is what somebody has to decide about. */
  for (int kind = 0; kind < 3; kind++)
    for (guint i = 0; i < plan->changes->len && n < MAX_SHOWN; i++)
      {
        const ZgReplyChange *change = g_ptr_array_index (plan->changes, i);
        static const ZgReplyChangeKind order[] = { ZG_REPLY_CHANGE_UPDATE, ZG_REPLY_CHANGE_NEW, ZG_REPLY_CHANGE_NONE };

        if (change->kind != order[kind])
          continue;
        add_change (self, change);
        n++;
      }
  title = g_strdup_printf (_("Preview: %u of %u"), n, plan->changes->len);
  gtk_label_set_text (self->preview_title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->preview_title), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), n > 0);
}

static void
show_plan (ZgReplyImportWindow *self)
{
  const ZgReplyPlan *plan = self->import->plan;
  guint n_rows = plan->changes->len + plan->refusals->len;
  g_autofree char *rows = g_strdup_printf (ngettext ("%d row", "%d rows", n_rows), (int) n_rows);
  g_autofree char *text = g_strdup_printf ("%s · %s · %s", zg_reply_format_to_label (plan->format), rows, plan->encoding);
  g_autofree char *foreign = g_strdup_printf (ngettext ("Convert the placeholders of another program in %u text",
                                                        "Convert the placeholders of another program in %u texts",
                                                        plan->n_foreign), plan->n_foreign);

  say (self, "object-select-symbolic", "success", text);
  zg_import_report_show_replies (self->report, plan);
  gtk_label_set_text (self->convert_label, foreign);
  gtk_widget_set_visible (self->convert_row, plan->n_foreign > 0);
  show_preview (self);
}

static void
update (ZgReplyImportWindow *self)
{
  guint n = count_changes (self);
  g_autofree char *go = g_strdup_printf (ngettext ("Import %u reply", "Import %u replies", n), n);

  gtk_widget_set_visible (GTK_WIDGET (self->report), self->import != NULL);
  gtk_button_set_label (self->go_button, n > 0 ? go : _("Close"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.go", !self->busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->convert), !self->busy);
  if (self->import != NULL)
    show_plan (self);
}

static void
fail (ZgReplyImportWindow *self,
      const GError        *error)
{
  g_clear_pointer (&self->import, zg_reply_import_free);
  say (self, "dialog-error-symbolic", "error", error->message);
  gtk_widget_set_visible (self->convert_row, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->preview_title), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), FALSE);
  update (self);
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
  self->busy = FALSE;
  g_clear_pointer (&self->import, zg_reply_import_free);
  self->import = g_steal_pointer (&import);
  if (self->import == NULL)
    fail (self, error);
  else
    update (self);
  if (!gtk_widget_has_focus (GTK_WIDGET (self->convert)))
    gtk_widget_grab_focus (GTK_WIDGET (self->go_button));
}

static void
plan (ZgReplyImportWindow *self)
{
  self->busy = TRUE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.go", FALSE);
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
  self->busy = FALSE;
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
  self->busy = TRUE;
  self->applying = TRUE;
  gtk_widget_action_set_enabled (widget, "import.go", FALSE);
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
save_chosen_cb (GListModel *files,
                gpointer    user_data)
{
  ZgReplyImportWindow *self = user_data;
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = self->import != NULL ? zg_reply_importer_make_rejects (self->import->plan) : NULL;

  if (text != NULL && file != NULL
      && !g_file_replace_contents (file, text, strlen (text), NULL, FALSE,
                                   G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &error))
    say (self, "dialog-error-symbolic", "error", error->message);
}

static void
save_rejects_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  zg_file_dialog_save (GTK_WINDOW (widget), _("Save the refused rows"), _("refused-rows.csv"), save_chosen_cb,
                       g_object_ref (widget), g_object_unref);
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

  g_type_ensure (ZG_TYPE_IMPORT_REPORT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/import/zg-reply-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgReplyImportWindow, convert);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyImportWindow, convert_label);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyImportWindow, convert_row);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyImportWindow, go_button);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyImportWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyImportWindow, preview_title);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyImportWindow, recognised);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyImportWindow, recognised_icon);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyImportWindow, recognised_label);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyImportWindow, report);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyImportWindow, title);
  gtk_widget_class_install_action (widget_class, "import.go", NULL, go_cb);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "import.save-rejects", NULL, save_rejects_cb);
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
ZgReplyImportWindow *
zg_reply_import_window_new (GtkWindow  *parent,
                            ZgSession  *session,
                            const char *path)
{
  ZgReplyImportWindow *self = g_object_new (ZG_TYPE_REPLY_IMPORT_WINDOW, "transient-for", parent, NULL);
  g_autofree char *name = g_filename_display_basename (path);

  self->session = g_object_ref (session);
  self->path = g_strdup (path);
  adw_window_title_set_subtitle (self->title, name);
  say (self, "document-open-symbolic", "dim-label", _("Reading…"));
  update (self);
  g_signal_connect_object (self->convert, "notify::active", G_CALLBACK (plan), self, G_CONNECT_SWAPPED);
  plan (self);
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
    gtk_window_present (GTK_WINDOW (zg_reply_import_window_new (choice->parent, choice->session, path)));
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
  const ZgFileDialogFilter filters[] = {
    { _("Files of replies"), endings },
    { _("All files"), NULL },
  };
  Choice *choice = g_new0 (Choice, 1);

  choice->parent = parent;
  choice->session = g_object_ref (session);
  zg_file_dialog_open (parent, _("Import replies"), filters, G_N_ELEMENTS (filters), NULL, FALSE, chosen_cb, choice,
                       (GDestroyNotify) choice_free);
}

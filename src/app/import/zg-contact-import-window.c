/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-contact-import-window"

#include "config.h"

#include "zg-contact-import-window.h"

#include <glib/gi18n.h>

#include "zg-contact-import-list.h"
#include "zg-import-choice.h"
#include "zg-import-frame.h"
#include "zg-import-task.h"

/*
 * A file of contacts on its way into the shop: what it was taken for and what would become of each person, those who may be
 * there already with a choice. Closing the window while the import runs cancels it and takes back what was written; the
 * window behind offers to take back one that is done.
 */

typedef enum {
  STEP_LOOKING,
  STEP_PREVIEW,
  STEP_IMPORTING,
  STEP_FAILED,
} Step;

struct _ZgContactImportWindow
{
  AdwWindow parent_instance;

  GtkWindow *parent;            /* weak: it may go while the import runs */
  ZgSession *session;
  char *path;
  Step step;
  ZgDuplicatePolicy policy;
  GHashTable *answers;          /* what was chosen for single people, see zg_contact_answer() */
  GCancellable *cancellable;
  ZgContactImportResult *result;

  ZgImportFrame *frame;
  ZgContactImportList *list;
};

G_DEFINE_FINAL_TYPE (ZgContactImportWindow, zg_contact_import_window, ADW_TYPE_WINDOW)

static void
progress_cb (double   part,
             gint64   n_rows,
             gpointer user_data)
{
  ZgContactImportWindow *self = user_data;
  g_autofree char *text = g_strdup_printf (ngettext ("%d person", "%d people", (int) n_rows), (int) n_rows);

  zg_import_frame_set_progress (self->frame, part, text);
}

static void
count_answer (gpointer key,
              gpointer value,
              gpointer user_data)
{
  gint64 *counts = user_data;

  counts[ZG_CONTACT_ASKED]--;
  if (GPOINTER_TO_INT (value) == ZG_DUPLICATES_SKIP)
    counts[ZG_CONTACT_SKIPPED]++;
  else if (GPOINTER_TO_INT (value) == ZG_DUPLICATES_NEW)
    counts[ZG_CONTACT_NEW]++;
  else
    counts[ZG_CONTACT_UPDATED]++;
}

/* What would become of how many, with what was answered since the file was looked at. */
static void
count (ZgContactImportWindow *self,
       gint64                *counts)
{
  for (int i = 0; i < ZG_N_CONTACT_OUTCOMES; i++)
    counts[i] = self->result != NULL ? self->result->counts[i] : 0;
  if (self->result != NULL)
    g_hash_table_foreach (self->answers, count_answer, counts);
}

static gint64
count_changes (ZgContactImportWindow *self)
{
  gint64 counts[ZG_N_CONTACT_OUTCOMES];

  count (self, counts);
  return counts[ZG_CONTACT_NEW] + counts[ZG_CONTACT_UPDATED];
}

/* What can be pressed at each step, in one place. */
static void
set_step (ZgContactImportWindow *self,
          Step                   step)
{
  gboolean busy = step == STEP_LOOKING || step == STEP_IMPORTING;
  int n = (int) count_changes (self);
  g_autofree char *import = g_strdup_printf (ngettext ("Import %d person", "Import %d people", n), n);

  self->step = step;
  if (busy)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
      zg_import_frame_work (self->frame, _("Reading…"));
    }
  /* Before the button is to get the focus, which it can't while it does nothing. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.go", !busy);
  zg_import_frame_set_buttons (self->frame, step == STEP_FAILED ? NULL : _("Cancel"),
                               busy ? NULL : step == STEP_PREVIEW && n > 0 ? import : _("Close"));
}

static void
show_counts (ZgContactImportWindow *self)
{
  gint64 counts[ZG_N_CONTACT_OUTCOMES];

  count (self, counts);
  zg_import_report_show_contacts (zg_import_frame_get_report (self->frame), self->result, counts);
}

static void
show_preview (ZgContactImportWindow *self)
{
  const ZgContactImportResult *result = self->result;
  g_autofree char *people = g_strdup_printf (ngettext ("%d person", "%d people", (int) result->n_rows),
                                             (int) result->n_rows);
  g_autofree char *text = g_strdup_printf ("%s · %s · %s", zg_contact_importer_get_label (result), people, result->encoding);
  g_autofree char *rejects = zg_contact_importer_make_rejects (result);

  zg_import_frame_tell (self->frame, text);
  zg_import_frame_set_rejects (self->frame, result->counts[ZG_CONTACT_REFUSED] > 0 ? rejects : NULL);
  show_counts (self);
  zg_contact_import_list_show (self->list, result, self->policy);
  set_step (self, STEP_PREVIEW);
}

static void
tell_parent (ZgContactImportWindow       *self,
             const ZgContactImportResult *result)
{
  if (self->parent != NULL && result->import_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self->parent), "win.contacts-imported", "(xx)", result->import_id,
                                result->counts[ZG_CONTACT_NEW] + result->counts[ZG_CONTACT_UPDATED]);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *async_result,
             gpointer      user_data)
{
  g_autoptr(ZgContactImportWindow) self = ZG_CONTACT_IMPORT_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgContactImportResult) result = zg_import_task_run_contacts_finish (async_result, &error);

  if (self->session == NULL)
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (result == NULL)
    {
      g_clear_pointer (&self->result, zg_contact_import_result_free);
      zg_import_frame_fail (self->frame, error->message);
      set_step (self, STEP_FAILED);
    }
  else if (self->step == STEP_IMPORTING)
    {
      tell_parent (self, result);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else
    {
      g_clear_pointer (&self->result, zg_contact_import_result_free);
      self->result = g_steal_pointer (&result);
      show_preview (self);
    }
}

static void
copy_answer (gpointer key,
             gpointer value,
             gpointer user_data)
{
  zg_contact_answer (user_data, (guint64) *(gint64 *) key, (ZgDuplicatePolicy) GPOINTER_TO_INT (value));
}

static void
start (ZgContactImportWindow *self,
       gboolean               dry_run)
{
  GHashTable *answers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  /* The thread has answers of its own. */
  g_hash_table_foreach (self->answers, copy_answer, answers);
  /* What the run before tells of its progress may come late. */
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_step (self, dry_run ? STEP_LOOKING : STEP_IMPORTING);
  zg_import_task_run_contacts_async (zg_session_get_store (self->session), zg_session_get_clock (self->session),
                                     zg_session_get_clerk_id (self->session), self->path, self->policy, answers, dry_run,
                                     progress_cb, self, self->cancellable, imported_cb, g_object_ref (self));
}

static void
answer_cb (ZgContactImportWindow *self,
           gint64                 line,
           int                    answer)
{
  zg_contact_answer (self->answers, (guint64) line, (ZgDuplicatePolicy) answer);
  show_counts (self);
  set_step (self, STEP_PREVIEW);
}

/* All of them at once: who was answered about before is one of them. */
static void
policy_cb (ZgContactImportWindow *self,
           int                    policy)
{
  self->policy = (ZgDuplicatePolicy) policy;
  g_hash_table_remove_all (self->answers);
  start (self, TRUE);
}

static void
go_cb (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  ZgContactImportWindow *self = ZG_CONTACT_IMPORT_WINDOW (widget);

  if (self->step == STEP_PREVIEW && count_changes (self) > 0)
    start (self, FALSE);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
cancel_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* While something runs, closing only asks it to stop: the window goes when all is as it was. */
static gboolean
zg_contact_import_window_close_request (GtkWindow *window)
{
  ZgContactImportWindow *self = ZG_CONTACT_IMPORT_WINDOW (window);

  if (self->step != STEP_IMPORTING && self->step != STEP_LOOKING)
    return GDK_EVENT_PROPAGATE;
  g_cancellable_cancel (self->cancellable);
  zg_import_frame_work (self->frame, self->step == STEP_IMPORTING ? _("Taking the import back…") : _("Reading…"));
  return GDK_EVENT_STOP;
}

static void
zg_contact_import_window_dispose (GObject *object)
{
  ZgContactImportWindow *self = ZG_CONTACT_IMPORT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->result, zg_contact_import_result_free);

  G_OBJECT_CLASS (zg_contact_import_window_parent_class)->dispose (object);
}

static void
zg_contact_import_window_class_init (ZgContactImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_contact_import_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = zg_contact_import_window_close_request;

  g_type_ensure (ZG_TYPE_IMPORT_FRAME);
  g_type_ensure (ZG_TYPE_CONTACT_IMPORT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/import/zg-contact-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgContactImportWindow, frame);
  gtk_widget_class_bind_template_child (widget_class, ZgContactImportWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, answer_cb);
  gtk_widget_class_bind_template_callback (widget_class, policy_cb);
  gtk_widget_class_install_action (widget_class, "import.go", NULL, go_cb);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
zg_contact_import_window_init (ZgContactImportWindow *self)
{
  self->answers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * zg_contact_import_window_new:
 * @parent: the window it belongs to
 * @session: the session
 * @path: the file
 *
 * Returns: (transfer floating): the window, which looks at the file at once
 */
GtkWindow *
zg_contact_import_window_new (GtkWindow  *parent,
                              ZgSession  *session,
                              const char *path)
{
  ZgContactImportWindow *self = g_object_new (ZG_TYPE_CONTACT_IMPORT_WINDOW, "transient-for", parent, NULL);

  g_set_weak_pointer (&self->parent, parent);
  self->session = g_object_ref (session);
  self->path = g_strdup (path);
  zg_import_frame_set_path (self->frame, path);
  start (self, TRUE);
  return GTK_WINDOW (self);
}

/**
 * zg_contact_import_window_choose:
 * @parent: the window to import into
 * @session: the session
 *
 * Asks for a file of contacts, and shows what it is.
 */
void
zg_contact_import_window_choose (GtkWindow *parent,
                                 ZgSession *session)
{
  static const char * const endings[] = { "vcf", "vcard", "csv", NULL };

  zg_import_choose (parent, session, _("Import contacts"), _("Contacts (vCard, CSV)"), endings,
                    zg_contact_import_window_new);
}

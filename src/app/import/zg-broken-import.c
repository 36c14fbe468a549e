/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-broken-import"

#include "config.h"

#include "zg-broken-import.h"

#include <glib/gi18n.h>

#include "zg-import-table.h"
#include "zg-import-task.h"

/**
 * ZgBrokenImport:
 *
 * Says that an earlier import was broken off, by a power cut perhaps, and takes it back if wanted. Not seen while there
 * is none.
 */
struct _ZgBrokenImport
{
  GtkBox parent_instance;

  ZgSession *session;
  gint64 import_id;
  GtkWidget *button;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (ZgBrokenImport, zg_broken_import, GTK_TYPE_BOX)

static gboolean
list_imports (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  GPtrArray **list = data;

  *list = zg_import_table_list_unfinished (db, error);
  return *list != NULL;
}

static void
list_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GPtrArray *list = NULL;
  GError *error = NULL;

  if (zg_store_read (data, list_imports, &list, &error))
    g_task_return_pointer (task, list, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  ZgBrokenImport *self = ZG_BROKEN_IMPORT (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) list = g_task_propagate_pointer (G_TASK (result), &error);

  if (list == NULL)
    g_warning ("The imports can't be listed: %s", error->message);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const ZgImportLog *log = g_ptr_array_index (list, i);
      g_autofree char *text = NULL;

      if (log->state != ZG_IMPORT_INTERRUPTED || self->session == NULL)
        continue;
      /* Translators: a file, and how many orders of it came into the shop */
      text = g_strdup_printf (_("The import of “%s” was interrupted; %d orders of it are in the shop."), log->file_name,
                              (int) (log->n_new + log->n_changed));
      self->import_id = log->id;
      gtk_label_set_text (self->label, text);
      gtk_widget_show (GTK_WIDGET (self));
      return;
    }
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ZgBrokenImport) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgImportUndo) undo = zg_import_task_undo_finish (result, &error);
  g_autofree char *text = undo != NULL ? zg_import_task_undo_to_text (undo) : g_strdup (error->message);

  gtk_label_set_text (self->label, text);
}

static void
undo_cb (ZgBrokenImport *self)
{
  gtk_widget_hide (self->button);
  gtk_label_set_text (self->label, _("Taking the import back…"));
  zg_import_task_undo_async (zg_session_get_store (self->session), zg_session_get_clock (self->session), self->import_id,
                             undone_cb, g_object_ref (self));
}

static void
zg_broken_import_dispose (GObject *object)
{
  g_clear_object (&ZG_BROKEN_IMPORT (object)->session);

  G_OBJECT_CLASS (zg_broken_import_parent_class)->dispose (object);
}

static void
zg_broken_import_class_init (ZgBrokenImportClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_broken_import_dispose;
}

static void
zg_broken_import_init (ZgBrokenImport *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  self->button = gtk_button_new_with_label (_("Undo the import"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (self), self->button);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "import-line");
  gtk_widget_hide (GTK_WIDGET (self));
}

/**
 * zg_broken_import_look:
 * @session: whose imports
 *
 * Looks for an import that was interrupted.
 */
void
zg_broken_import_look (ZgBrokenImport *self,
                       ZgSession      *session)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, listed_cb, NULL);

  g_return_if_fail (ZG_IS_BROKEN_IMPORT (self));

  g_set_object (&self->session, session);
  g_task_set_source_tag (task, zg_broken_import_look);
  g_task_set_task_data (task, g_object_ref (zg_session_get_store (session)), g_object_unref);
  g_task_run_in_thread (task, list_thread);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-restore-window"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-backup.h"
#include "zg-file-dialog.h"
#include "zg-markup.h"
#include "zg-restore-window.h"

/**
 * ZgRestoreWindow:
 *
 * The backups there are, newest first. Restoring one keeps the shop file it replaces, so nothing is asked twice.
 */
struct _ZgRestoreWindow
{
  AdwWindow parent_instance;

  /* template */
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (ZgRestoreWindow, zg_restore_window, ADW_TYPE_WINDOW)

static void
restore (ZgRestoreWindow *self,
         const char      *path)
{
  GtkApplication *application = gtk_window_get_application (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autofree char *kept_path = g_strdup (path);

  gtk_window_close (GTK_WINDOW (self));
  if (application != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (application), "restore-backup",
                                    g_variant_new_bytestring (kept_path));
}

static void
restore_clicked_cb (ZgRestoreWindow *self,
                    GtkButton       *button)
{
  restore (self, g_object_get_data (G_OBJECT (button), "zg-path"));
}

static void
file_chosen (GListModel *files,
             gpointer    user_data)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  restore (user_data, g_file_peek_path (file));
}

static void
other_file_cb (ZgRestoreWindow *self)
{
  static const char * const patterns[] = { "db", NULL };
  ZgFileDialogFilter filters[] = { { _("Shop files"), patterns } };

  zg_file_dialog_open (GTK_WINDOW (self), _("Restore from another file"), filters, G_N_ELEMENTS (filters), NULL, FALSE,
                       file_chosen, g_object_ref (self), g_object_unref);
}

static void
add_backup (ZgRestoreWindow *self,
            const ZgBackup  *backup,
            ZgClock         *clock)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Restore"));
  g_autofree char *time = zg_time_to_text (backup->at, zg_clock_now (clock), zg_clock_get_zone (clock));
  g_autofree char *size = g_format_size (backup->size);

  zg_markup_row_set_title (ADW_PREFERENCES_ROW (row), time);
  zg_markup_row_set_subtitle (ADW_ACTION_ROW (row), size);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "zg-path", g_strdup (backup->path), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->group, row);
}

static void
zg_restore_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ZG_TYPE_RESTORE_WINDOW);

  G_OBJECT_CLASS (zg_restore_window_parent_class)->dispose (object);
}

static void
zg_restore_window_class_init (ZgRestoreWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_restore_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/zg-restore-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgRestoreWindow, group);
  gtk_widget_class_bind_template_callback (widget_class, other_file_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
zg_restore_window_init (ZgRestoreWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * zg_restore_window_new:
 * @shop_path: the shop file to replace
 * @clock: what time it is
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
ZgRestoreWindow *
zg_restore_window_new (GtkWindow  *parent,
                       const char *shop_path,
                       ZgClock    *clock)
{
  ZgRestoreWindow *self = g_object_new (ZG_TYPE_RESTORE_WINDOW, "transient-for", parent, NULL);
  g_autofree char *folder = zg_backup_get_folder (shop_path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = zg_backup_list (folder, zg_clock_get_zone (clock), &error);
  g_autofree char *description = NULL;

  if (backups == NULL)
    description = zg_markup_escape (error->message);
  else if (backups->len == 0)
    description = zg_markup_escape (_("There is no backup yet. One is made every day the shop is used."));
  if (description != NULL)
    adw_preferences_group_set_description (self->group, description);
  for (guint i = 0; backups != NULL && i < backups->len; i++)
    add_backup (self, g_ptr_array_index (backups, i), clock);

  return self;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-window-drop"

#include "config.h"

#include "zg-window-drop.h"

#include "import/zg-contact-import-window.h"
#include "import/zg-import-window.h"

/* A file that is dropped onto the window is one to import; it is shown what it is before anything is written. */

static gboolean
is_called_cards (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".vcf") || g_str_has_suffix (lower, ".vcard");
}

/**
 * zg_window_open_file:
 * @path: a file
 *
 * Shows what would come in with it: contacts, or else orders. Nothing happens while there is no shop to import into.
 *
 * Returns: whether there is
 */
gboolean
zg_window_open_file (ZgWindow   *self,
                     const char *path)
{
  ZgSession *session;

  g_return_val_if_fail (ZG_IS_WINDOW (self), FALSE);

  if (!g_action_group_get_action_enabled (G_ACTION_GROUP (self), "import-contacts"))
    return FALSE;

  session = zg_window_get_session (self);
  gtk_window_present (is_called_cards (path) ? zg_contact_import_window_new (GTK_WINDOW (self), session, path)
                                             : zg_import_window_new (GTK_WINDOW (self), session, path));
  return TRUE;
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         ZgWindow      *self)
{
  GSList *files = g_value_get_boxed (value);
  g_autofree char *path = files != NULL ? g_file_get_path (files->data) : NULL;

  return path != NULL && zg_window_open_file (self, path);
}

/**
 * zg_window_take_files:
 *
 * Lets files be dropped anywhere in the window where nothing else takes them.
 */
void
zg_window_take_files (ZgWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_return_if_fail (ZG_IS_WINDOW (self));

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-copy-button"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-clipboard.h"
#include "zg-copy-button.h"

/* A small button at the end of a row that copies one value. */

static void
copied_cb (GObject      *window,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWidget) button = user_data;
  g_autoptr (GError) error = NULL;
  gboolean copied = zg_clipboard_copy_finish (GTK_WINDOW (window), result, &error);

  if (!copied && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_activate_action (button, "win.toast", "s", copied ? _("Copied") : error->message);
}

static void
copy_cb (GtkWidget *button)
{
  const char *text = g_object_get_data (G_OBJECT (button), "text");

  zg_clipboard_copy_async (GTK_WINDOW (gtk_widget_get_root (button)), text, NULL, copied_cb, g_object_ref (button));
}

/**
 * zg_copy_button_new:
 * @text: what to copy
 * @label: what it does, for the hint and for a screen reader: "Copy this number"
 *
 * Returns: (transfer floating): a button in a window that has the action `win.toast`
 */
GtkWidget *
zg_copy_button_new (const char *text,
                    const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (text), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (copy_cb), NULL);
  return button;
}

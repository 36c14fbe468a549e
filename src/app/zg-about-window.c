/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-about-window"

#include "config.h"

#include "zg-about-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What this program is. A window of our own, because libadwaita's does not speak the Chinese of Taiwan yet. */

static void
add_text (GtkBox     *box,
          const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

static GtkWidget *
create_content (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (APPLICATION_ID);
  /* Translators: %s is a number such as 0.1.0 */
  g_autofree char *version = g_strdup_printf (_("Version %s"), PACKAGE_VERSION);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 104);
  gtk_box_append (GTK_BOX (box), icon);
  add_text (GTK_BOX (box), _("Zhanggui"), "title-1");
  add_text (GTK_BOX (box), version, "dim-label");
  add_text (GTK_BOX (box), _("The desk that the owner of a small online shop works at."), NULL);
  add_text (GTK_BOX (box), _("Free software: you may use, study, share and change it under the GNU General Public License, "
                             "version 3 or later. It comes without any warranty."), "caption");
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_widget_set_margin_bottom (box, 36);
  return box;
}

static gboolean
close_cb (GtkWidget *window,
          GVariant  *args,
          gpointer   user_data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

/**
 * zg_about_window_new:
 * @parent: (nullable): the window it belongs to
 *
 * Returns: (transfer none): a new window that says what this program is, owned by GTK
 */
GtkWindow *
zg_about_window_new (GtkWindow *parent)
{
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW,
                                    "transient-for", parent,
                                    "modal", TRUE,
                                    "destroy-with-parent", TRUE,
                                    "resizable", FALSE,
                                    "default-width", 360,
                                    "title", _("About Zhanggui"),
                                    NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (close_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  gtk_widget_add_css_class (header, "flat");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new ("", ""));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), create_content ());
  adw_window_set_content (ADW_WINDOW (window), box);
  return GTK_WINDOW (window);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-error-window"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-empty-state.h"
#include "zg-error-text.h"
#include "zg-error-window.h"

/**
 * ZgErrorWindow:
 *
 * What stands in place of the window when the shop file can't be opened: why, and what to do.
 */
struct _ZgErrorWindow
{
  AdwApplicationWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (ZgErrorWindow, zg_error_window, ADW_TYPE_APPLICATION_WINDOW)

static void
zg_error_window_class_init (ZgErrorWindowClass *klass)
{
}

static void
zg_error_window_init (ZgErrorWindow *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("Zhanggui"));
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 480);
}

/**
 * zg_error_window_new:
 * @error: why there is no shop to show
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
ZgErrorWindow *
zg_error_window_new (GtkApplication *application,
                     const GError   *error)
{
  ZgErrorWindow *self = g_object_new (ZG_TYPE_ERROR_WINDOW, "application", application, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  g_autofree char *body = zg_error_text_to_body (error);
  GtkWidget *page = zg_empty_state_new ("dialog-error-symbolic", zg_error_text (error).heading, body);

  gtk_widget_add_css_class (header, "flat");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new ("", ""));
  gtk_widget_set_vexpand (page, TRUE);
  zg_empty_state_add_button (ZG_EMPTY_STATE (page), _("Quit"), "app.quit", TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), page);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), box);

  return self;
}

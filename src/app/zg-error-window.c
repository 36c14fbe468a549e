/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-error-window"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-empty-state.h"
#include "zg-error-text.h"
#include "zg-error-window.h"
#include "zg-restore-window.h"

/**
 * ZgErrorWindow:
 *
 * What stands in place of the window when the shop file can't be opened: why, and what to do.
 */
struct _ZgErrorWindow
{
  AdwApplicationWindow parent_instance;

  char *shop_path;
  ZgClock *clock;
};

G_DEFINE_FINAL_TYPE (ZgErrorWindow, zg_error_window, ADW_TYPE_APPLICATION_WINDOW)

static void
restore_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  ZgErrorWindow *self = user_data;

  gtk_window_present (GTK_WINDOW (zg_restore_window_new (GTK_WINDOW (self), self->shop_path, self->clock)));
}

static const GActionEntry entries[] = {
  { "restore", restore_cb },
};

static void
zg_error_window_finalize (GObject *object)
{
  ZgErrorWindow *self = ZG_ERROR_WINDOW (object);

  g_free (self->shop_path);
  g_clear_pointer (&self->clock, zg_clock_unref);

  G_OBJECT_CLASS (zg_error_window_parent_class)->finalize (object);
}

static void
zg_error_window_class_init (ZgErrorWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zg_error_window_finalize;
}

static void
zg_error_window_init (ZgErrorWindow *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("Zhanggui"));
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 480);
}

/**
 * zg_error_window_new:
 * @shop_path: (nullable): the shop file that can't be opened
 * @clock: what time it is
 * @error: why there is no shop to show
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
ZgErrorWindow *
zg_error_window_new (GtkApplication *application,
                     const char     *shop_path,
                     ZgClock        *clock,
                     const GError   *error)
{
  ZgErrorWindow *self = g_object_new (ZG_TYPE_ERROR_WINDOW, "application", application, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  g_autofree char *body = zg_error_text_to_body (error);
  ZgErrorText text = zg_error_text (error);
  GtkWidget *page = zg_empty_state_new ("dialog-error-symbolic", text.heading, body);

  self->shop_path = g_strdup (shop_path);
  self->clock = zg_clock_ref (clock);
  gtk_widget_add_css_class (header, "flat");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new ("", ""));
  gtk_widget_set_vexpand (page, TRUE);
  if (text.action != NULL && shop_path != NULL)
    zg_empty_state_add_button (ZG_EMPTY_STATE (page), text.button, text.action, TRUE);
  zg_empty_state_add_button (ZG_EMPTY_STATE (page), _("Quit"), "app.quit", text.action == NULL);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), page);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), box);

  return self;
}

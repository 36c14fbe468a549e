/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-error-window"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-empty-state.h"
#include "zg-error-text.h"
#include "zg-error-window.h"
#include "zg-restore-window.h"
#include "zg-store-error.h"

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

/* Whether the person can put it right with the window open: a folder's permissions, a full disk, another program. */
static gboolean
can_try_again (const GError *error)
{
  static const ZgStoreError codes[] = {
    ZG_STORE_ERROR_BUSY, ZG_STORE_ERROR_FULL, ZG_STORE_ERROR_READ_ONLY, ZG_STORE_ERROR_NETWORK_DRIVE,
    ZG_STORE_ERROR_CANT_OPEN, ZG_STORE_ERROR_FAILED,
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, ZG_STORE_ERROR, codes[i]))
      return TRUE;
  return FALSE;
}

/* What happened, what to do, and which file it is about. */
static char *
describe (const char   *shop_path,
          const GError *error)
{
  g_autofree char *name = shop_path != NULL ? g_filename_display_name (shop_path) : g_strdup ("");
  g_autofree char *body = NULL;

  /* Not the advice for a shop that is open: here nothing can be looked at. */
  if (g_error_matches (error, ZG_STORE_ERROR, ZG_STORE_ERROR_READ_ONLY))
    return g_strdup_printf ("%s\n%s\n\n%s", error->message,
                            _("Nothing was changed. Allow writing to the folder, or move the file to one that you may "
                              "write to, and try it again."), name);

  body = zg_error_text_to_body (error);
  return g_strdup_printf ("%s\n\n%s", body, name);
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
  g_autofree char *body = describe (shop_path, error);
  gboolean again = can_try_again (error);
  ZgErrorText text = zg_error_text (error);
  gboolean read_only = g_error_matches (error, ZG_STORE_ERROR, ZG_STORE_ERROR_READ_ONLY);
  GtkWidget *page = zg_empty_state_new ("dialog-error-symbolic",
                                        read_only ? _("The shop file can't be opened") : text.heading, body);

  self->shop_path = g_strdup (shop_path);
  self->clock = zg_clock_ref (clock);
  gtk_widget_add_css_class (header, "flat");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new ("", ""));
  gtk_widget_set_vexpand (page, TRUE);
  if (text.action != NULL && shop_path != NULL)
    zg_empty_state_add_button (ZG_EMPTY_STATE (page), text.button, text.action, TRUE);
  if (again)
    zg_empty_state_add_button (ZG_EMPTY_STATE (page), _("Try again"), "app.try-again", TRUE);
  zg_empty_state_add_button (ZG_EMPTY_STATE (page), _("Quit"), "app.quit", text.action == NULL && !again);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), page);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), box);

  return self;
}

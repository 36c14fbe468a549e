/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-window-close"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-message.h"
#include "zg-window.h"

/* Nothing typed is lost by a closed window. */

static void
discard_cb (gpointer user_data)
{
  gtk_window_destroy (user_data);
}

/**
 * zg_window_may_close:
 *
 * Looks for what was typed and not saved. Where there is such, shows it and asks; the window goes when the person agrees.
 *
 * Returns: whether nothing would be lost
 */
gboolean
zg_window_may_close (ZgWindow *self)
{
  static const char * const names[] = { "replies", "customers", "orders" };

  g_return_val_if_fail (ZG_IS_WINDOW (self), TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      ZgScreen *screen = zg_window_get_screen (self, names[i]);

      if (screen == NULL || !zg_screen_has_unsaved (screen))
        continue;
      if (screen != zg_window_get_visible_screen (self))
        zg_window_show_screen (self, names[i]);
      zg_message_ask (GTK_WINDOW (self), _("Close without saving?"),
                      _("What was typed on this screen has not been saved yet."), _("Close _without saving"), TRUE,
                      discard_cb, self, NULL);
      return FALSE;
    }

  return TRUE;
}

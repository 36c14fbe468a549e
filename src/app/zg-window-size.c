/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-window-size"

#include "config.h"

#include "zg-window-size.h"

#include "zg-computer-settings.h"

/**
 * zg_window_size_keep:
 * @window: a window that is not shown yet
 *
 * Gives the window the size it had when it was last closed, and remembers the size it is given from now on.
 */
void
zg_window_size_keep (GtkWindow *window)
{
  g_autoptr (GSettings) settings = zg_computer_settings_new ();

  if (settings == NULL)
    return;

  g_settings_bind (settings, "window-width", window, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", window, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", window, "maximized", G_SETTINGS_BIND_DEFAULT);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-change-windows"

#include "config.h"

#include "zg-change-windows.h"

typedef struct {
  GtkApplication *application;
  ZgChangeWindows func;
  GVariant *parameter;
} Change;

static gboolean
change_cb (gpointer user_data)
{
  Change *change = user_data;
  GtkWindow *window;

  while ((window = gtk_application_get_active_window (change->application)) != NULL)
    gtk_window_destroy (window);
  change->func (change->application, change->parameter);

  return G_SOURCE_REMOVE;
}

static void
change_free (gpointer user_data)
{
  Change *change = user_data;

  g_application_release (G_APPLICATION (change->application));
  g_object_unref (change->application);
  g_clear_pointer (&change->parameter, g_variant_unref);
  g_free (change);
}

/**
 * zg_change_windows:
 * @application: the application
 * @func: what comes after all windows
 * @parameter: (nullable): for @func
 *
 * All windows go, and @func brings up the next. Not at once: what was pressed for it is in one of those windows, and has
 * to be done with that first.
 */
void
zg_change_windows (GtkApplication  *application,
                   ZgChangeWindows  func,
                   GVariant        *parameter)
{
  Change *change = g_new0 (Change, 1);

  g_application_hold (G_APPLICATION (application));
  change->application = g_object_ref (application);
  change->func = func;
  change->parameter = parameter != NULL ? g_variant_ref (parameter) : NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, change_cb, change, change_free);
}

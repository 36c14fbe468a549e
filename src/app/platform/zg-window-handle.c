/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-window-handle"

#include "config.h"

#include "zg-window-handle.h"

#ifdef GDK_WINDOWING_X11
#include <gdk/x11/gdkx.h>
#endif
#ifdef GDK_WINDOWING_WAYLAND
#include <gdk/wayland/gdkwayland.h>

/* Of a window that the compositor was told of, and is to forget. */
#define EXPORTED "zg-window-handle-exported"

typedef struct {
  ZgWindowHandleFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  export->destroy (export->user_data);
  g_free (export);
}

static void
exported_cb (GdkToplevel *toplevel,
             const char  *handle,
             gpointer     user_data)
{
  Export *export = user_data;
  g_autofree char *text = g_strconcat ("wayland:", handle, NULL);

  export->func (text, export->user_data);
}

static gboolean
export_on_wayland (GtkWindow          *window,
                   ZgWindowHandleFunc  func,
                   gpointer            user_data,
                   GDestroyNotify      destroy)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  Export *export;

  if (!GDK_IS_WAYLAND_TOPLEVEL (surface))
    return FALSE;

  export = g_new0 (Export, 1);
  export->func = func;
  export->user_data = user_data;
  export->destroy = destroy;
  if (gdk_wayland_toplevel_export_handle (GDK_TOPLEVEL (surface), exported_cb, export, export_free))
    {
      g_object_set_data (G_OBJECT (window), EXPORTED, GINT_TO_POINTER (TRUE));
      return TRUE;
    }

  g_free (export);
  return FALSE;
}
#endif

/**
 * zg_window_handle_export:
 * @window: a window that is shown
 * @func: called once with what portals know it by; empty where it can't be told
 * @user_data: for @func
 * @destroy: for @user_data
 *
 * Lets a portal put its dialog over a window of ours. On Wayland the compositor is asked first, and knows the window by
 * that until zg_window_handle_unexport().
 */
void
zg_window_handle_export (GtkWindow          *window,
                         ZgWindowHandleFunc  func,
                         gpointer            user_data,
                         GDestroyNotify      destroy)
{
  g_autofree char *handle = NULL;

#ifdef GDK_WINDOWING_WAYLAND
  if (export_on_wayland (window, func, user_data, destroy))
    return;
#endif
#ifdef GDK_WINDOWING_X11
  if (GDK_IS_X11_SURFACE (gtk_native_get_surface (GTK_NATIVE (window))))
    handle = g_strdup_printf ("x11:%lx", gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (window))));
#endif
  func (handle != NULL ? handle : "", user_data);
  destroy (user_data);
}

/**
 * zg_window_handle_unexport:
 * @window: a window
 *
 * The dialog is gone. A window that was not exported stays as it is.
 */
void
zg_window_handle_unexport (GtkWindow *window)
{
#ifdef GDK_WINDOWING_WAYLAND
  if (g_object_steal_data (G_OBJECT (window), EXPORTED) != NULL)
    gdk_wayland_toplevel_unexport_handle (GDK_TOPLEVEL (gtk_native_get_surface (GTK_NATIVE (window))));
#endif
}

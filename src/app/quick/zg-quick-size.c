/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-quick-size"

#include "config.h"

#include "zg-quick-size.h"

/* In pixels at the usual size of text: five rows on a small screen, nine on a large one. */
#define WIDTH 452
#define MIN_HEIGHT 472
#define MAX_HEIGHT 728
/* What is kept free of the screen at the sides of the panel. */
#define MARGIN 24

/**
 * zg_quick_size_fit:
 * @clamp: what the quick panel consists of
 *
 * Makes it as large as the size of text wants it, and no larger than the screen.
 */
void
zg_quick_size_fit (AdwClamp *clamp)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (clamp));
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (gdk_display_get_monitors (display), 0);
  GdkRectangle screen = { 0, 0, 1280, 800 };
  int dpi = 0, width, height;
  double scale;

  g_return_if_fail (ADW_IS_CLAMP (clamp));

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (clamp)), "gtk-xft-dpi", &dpi, NULL);
  scale = dpi > 0 ? dpi / (96.0 * 1024) : 1;
  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &screen);
  width = MIN ((int) (WIDTH * scale), screen.width - 2 * MARGIN);
  height = (int) CLAMP (screen.height * 0.6, MIN_HEIGHT * scale, MAX_HEIGHT * scale);
  height = MIN (height, screen.height - 2 * MARGIN);
  adw_clamp_set_maximum_size (clamp, width);
  adw_clamp_set_tightening_threshold (clamp, width);
  gtk_widget_set_size_request (GTK_WIDGET (clamp), width, height);
}

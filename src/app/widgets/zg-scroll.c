/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-scroll"

#include "config.h"

#include "zg-scroll.h"

/*
 * Bringing into sight what has just grown. The toolkit scrolls to what gets the focus, but to the place that it had before it
 * got its new size, and it takes its time; so this waits until the page has come to rest.
 */

typedef struct {
  gint64 frame;
  double value;
} Scroll;

static GtkAdjustment *
get_adjustment (GtkWidget *widget)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  return window != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window)) : NULL;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Scroll *scroll = data;
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment = get_adjustment (widget);
  double value = adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
  graphene_rect_t bounds;

  if (viewport == NULL || adjustment == NULL)
    return G_SOURCE_REMOVE;
  /* Sizes are given at the end of a frame. */
  if (scroll->frame == 0)
    scroll->frame = gdk_frame_clock_get_frame_counter (clock);
  if (gdk_frame_clock_get_frame_counter (clock) <= scroll->frame + 1 || value != scroll->value)
    {
      scroll->value = value;
      return G_SOURCE_CONTINUE;
    }

  if (gtk_widget_compute_bounds (widget, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
  return G_SOURCE_REMOVE;
}

/**
 * zg_scroll_to_widget_later:
 * @widget: something on a page that scrolls
 *
 * Brings the whole of it into sight, as far as it fits, once it has got its size.
 */
void
zg_scroll_to_widget_later (GtkWidget *widget)
{
  Scroll *scroll = g_new0 (Scroll, 1);

  scroll->value = -1;
  gtk_widget_add_tick_callback (widget, tick_cb, scroll, g_free);
}

static gboolean
page_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   scroller)
{
  gboolean scrolled;

  g_signal_emit_by_name (scroller, "scroll-child", (GtkScrollType) g_variant_get_int32 (args), FALSE, &scrolled);
  return scrolled;
}

/**
 * zg_scroll_add_page_keys:
 * @page: a page with a head that does not scroll
 * @scroller: the rest of it
 *
 * Page Up and Page Down scroll wherever the focus is on the page, unless what has it uses them itself.
 */
void
zg_scroll_add_page_keys (GtkWidget         *page,
                         GtkScrolledWindow *scroller)
{
  static const struct {
    guint keyval;
    GtkScrollType scroll;
  } keys[] = {
    { GDK_KEY_Page_Up, GTK_SCROLL_PAGE_UP },
    { GDK_KEY_Page_Down, GTK_SCROLL_PAGE_DOWN },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].keyval, 0),
                                                gtk_callback_action_new (page_cb, scroller, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (keys[i].scroll));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (page, controller);
}

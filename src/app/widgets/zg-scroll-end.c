/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-scroll-end"

#include "config.h"

#include "zg-scroll-end.h"

/**
 * ZgScrollEnd:
 *
 * Tells when there is less than one more page of a widget below what one sees, so that more can be put there before one gets to
 * it. The widget is one of several in a page that scrolls.
 */
struct _ZgScrollEnd
{
  GtkWidget *widget;
  ZgScrollEndFunc func;
  GtkAdjustment *adjustment;    /* (nullable): of the page around the widget */
  guint idle;
};

static gboolean
check (gpointer data)
{
  ZgScrollEnd *self = data;
  GtkWidget *viewport = gtk_widget_get_ancestor (self->widget, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  self->idle = 0;
  if (self->adjustment == NULL || viewport == NULL || !gtk_widget_get_mapped (self->widget)
      || !gtk_widget_compute_bounds (self->widget, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), &bounds))
    return G_SOURCE_REMOVE;

  if (bounds.origin.y + bounds.size.height
      < gtk_adjustment_get_value (self->adjustment) + 2 * gtk_adjustment_get_page_size (self->adjustment))
    self->func (self->widget);
  return G_SOURCE_REMOVE;
}

static void
set_adjustment (ZgScrollEnd   *self,
                GtkAdjustment *adjustment)
{
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (zg_scroll_end_check_later), self);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (zg_scroll_end_check_later), self);
}

static void
root_changed_cb (ZgScrollEnd *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (self->widget, GTK_TYPE_SCROLLED_WINDOW);

  set_adjustment (self, scroller != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)) : NULL);
}

/**
 * zg_scroll_end_new:
 * @widget: what is scrolled through
 * @func: is called again and again while there is little of it below
 *
 * Returns: (transfer full): what watches; @widget frees it when it is disposed
 */
ZgScrollEnd *
zg_scroll_end_new (GtkWidget       *widget,
                   ZgScrollEndFunc  func)
{
  ZgScrollEnd *self = g_new0 (ZgScrollEnd, 1);

  self->widget = widget;
  self->func = func;
  g_signal_connect_swapped (widget, "notify::root", G_CALLBACK (root_changed_cb), self);
  return self;
}

/**
 * zg_scroll_end_free:
 * @self: (transfer full) (nullable): what watches
 */
void
zg_scroll_end_free (ZgScrollEnd *self)
{
  if (self == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->widget, self);
  set_adjustment (self, NULL);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_free (self);
}

/**
 * zg_scroll_end_check_later:
 *
 * Looks how much there is below, once nothing more urgent is to do.
 */
void
zg_scroll_end_check_later (ZgScrollEnd *self)
{
  g_return_if_fail (self != NULL);

  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, check, self, NULL);
}

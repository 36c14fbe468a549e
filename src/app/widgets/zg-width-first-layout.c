/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-width-first-layout"

#include "config.h"

#include <adwaita.h>

#include "zg-width-first-layout.h"

/**
 * ZgWidthFirstLayout:
 *
 * One child that fills its widget, and whose width never depends on its height. A box asks how wide a child would be at
 * the height that it gets; a label that wraps answers by laying out its text ten times, and nobody here wants a text
 * narrower because there is room below it.
 */
struct _ZgWidthFirstLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (ZgWidthFirstLayout, zg_width_first_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
zg_width_first_layout_get_request_mode (GtkLayoutManager *manager,
                                        GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
zg_width_first_layout_measure (GtkLayoutManager *manager,
                               GtkWidget        *widget,
                               GtkOrientation    orientation,
                               int               for_size,
                               int              *minimum,
                               int              *natural,
                               int              *minimum_baseline,
                               int              *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size,
                        minimum, natural, minimum_baseline, natural_baseline);
}

static void
zg_width_first_layout_allocate (GtkLayoutManager *manager,
                                GtkWidget        *widget,
                                int               width,
                                int               height,
                                int               baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
zg_width_first_layout_class_init (ZgWidthFirstLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = zg_width_first_layout_get_request_mode;
  layout_class->measure = zg_width_first_layout_measure;
  layout_class->allocate = zg_width_first_layout_allocate;
}

static void
zg_width_first_layout_init (ZgWidthFirstLayout *self)
{
}

/**
 * zg_width_first_bin_new:
 * @child: a column with texts that wrap, to stand beside something else in a box
 *
 * Returns: (transfer floating): a widget around @child whose width does not depend on its height
 */
GtkWidget *
zg_width_first_bin_new (GtkWidget *child)
{
  GtkWidget *bin = adw_bin_new ();

  gtk_widget_set_layout_manager (bin, g_object_new (ZG_TYPE_WIDTH_FIRST_LAYOUT, NULL));
  adw_bin_set_child (ADW_BIN (bin), child);
  return bin;
}

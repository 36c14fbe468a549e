/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-fit-layout"

#include "config.h"

#include "zg-fit-layout.h"

/**
 * ZgFitLayout:
 *
 * A row of children, each whole or not at all: where room is short they are left out from the end. It asks for no
 * width of its own.
 */
struct _ZgFitLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (ZgFitLayout, zg_fit_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
zg_fit_layout_measure (GtkLayoutManager *manager,
                       GtkWidget        *widget,
                       GtkOrientation    orientation,
                       int               for_size,
                       int              *minimum,
                       int              *natural,
                       int              *minimum_baseline,
                       int              *natural_baseline)
{
  ZgFitLayout *self = ZG_FIT_LAYOUT (manager);

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_natural = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, NULL, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        *natural = *minimum = MAX (*natural, child_natural);
      else
        *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static void
zg_fit_layout_allocate (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        int               width,
                        int               height,
                        int               baseline)
{
  ZgFitLayout *self = ZG_FIT_LAYOUT (manager);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean room = TRUE;
  int x = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { 0 };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place.width, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &place.height, NULL, NULL);
      room = room && x + place.width <= width;
      gtk_widget_set_child_visible (child, room);
      place.x = rtl ? width - x - place.width : x;
      place.y = (height - place.height) / 2;
      gtk_widget_size_allocate (child, &place, -1);
      x += place.width + self->spacing;
    }
}

static void
zg_fit_layout_class_init (ZgFitLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = zg_fit_layout_measure;
  layout_class->allocate = zg_fit_layout_allocate;
}

static void
zg_fit_layout_init (ZgFitLayout *self)
{
}

/**
 * zg_fit_layout_new:
 * @spacing: between two children, in pixels
 *
 * Returns: (transfer full): a new layout
 */
GtkLayoutManager *
zg_fit_layout_new (int spacing)
{
  ZgFitLayout *self = g_object_new (ZG_TYPE_FIT_LAYOUT, NULL);

  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-wrap-layout"

#include "config.h"

#include "zg-wrap-layout.h"

/**
 * ZgWrapLayout:
 *
 * Children of their own width side by side, in as many lines as they need, like words. GtkFlowBox would put them into columns.
 */
struct _ZgWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (ZgWrapLayout, zg_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
zg_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                 GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (ZgWrapLayout *self,
               GtkWidget    *widget,
               int          *minimum,
               int          *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0;
      int child_natural = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

/* Puts the children into lines of @width, in their places where @allocate says so, and returns the height. */
static int
lay_out (ZgWrapLayout *self,
         GtkWidget    *widget,
         int           width,
         gboolean      allocate)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;
  int y = 0;
  int line_height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { 0 };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place.width, NULL, NULL);
      place.width = MIN (place.width, width);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL, NULL);
      if (x > 0 && x + place.width > width)
        {
          x = 0;
          y += line_height + self->spacing;
          line_height = 0;
        }
      place.x = rtl ? width - x - place.width : x;
      place.y = y;
      if (allocate)
        gtk_widget_size_allocate (child, &place, -1);
      x += place.width + self->spacing;
      line_height = MAX (line_height, place.height);
    }
  return y + line_height;
}

static void
zg_wrap_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  ZgWrapLayout *self = ZG_WRAP_LAYOUT (manager);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    *minimum = *natural = lay_out (self, widget, for_size < 0 ? G_MAXINT : for_size, FALSE);
}

static void
zg_wrap_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  lay_out (ZG_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
zg_wrap_layout_class_init (ZgWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = zg_wrap_layout_get_request_mode;
  layout_class->measure = zg_wrap_layout_measure;
  layout_class->allocate = zg_wrap_layout_allocate;
}

static void
zg_wrap_layout_init (ZgWrapLayout *self)
{
}

/**
 * zg_wrap_layout_new:
 * @spacing: between two children and between two lines, in pixels
 *
 * Returns: (transfer full): a new layout
 */
GtkLayoutManager *
zg_wrap_layout_new (int spacing)
{
  ZgWrapLayout *self = g_object_new (ZG_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}

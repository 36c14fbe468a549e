/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-side-layout"

#include "config.h"

#include "zg-side-layout.h"

/**
 * ZgSideLayout:
 *
 * A text and what can be done about it: two children side by side, the first as wide as it can be, where there is room for
 * it; else one below the other.
 */
struct _ZgSideLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (ZgSideLayout, zg_side_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Of a long text so much has to fit beside the second child, in pixels. */
#define ENOUGH 280

/* What the two ask for in one direction; a child that is hidden asks for nothing. */
typedef struct {
  GtkWidget *widget;
  int minimum;
  int natural;
} Child;

static Child
measure_child (GtkWidget      *child,
               GtkOrientation  orientation,
               int             for_size)
{
  Child measured = { child, 0, 0 };

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, for_size, &measured.minimum, &measured.natural, NULL, NULL);
  else
    measured.widget = NULL;
  return measured;
}

static void
measure_widths (GtkWidget *widget,
                Child      children[2])
{
  GtkWidget *first = gtk_widget_get_first_child (widget);

  children[0] = measure_child (first, GTK_ORIENTATION_HORIZONTAL, -1);
  children[1] = measure_child (first != NULL ? gtk_widget_get_next_sibling (first) : NULL, GTK_ORIENTATION_HORIZONTAL, -1);
}

static gboolean
is_beside (ZgSideLayout *self,
           const Child   children[2],
           int           width)
{
  int room = width - children[1].natural - self->spacing;

  return children[0].widget != NULL && children[1].widget != NULL
         && room >= MAX (children[0].minimum, MIN (children[0].natural, ENOUGH));
}

static GtkSizeRequestMode
zg_side_layout_get_request_mode (GtkLayoutManager *manager,
                                 GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_height (ZgSideLayout *self,
            const Child   children[2],
            int           width)
{
  Child heights[2];

  if (is_beside (self, children, width))
    {
      heights[0] = measure_child (children[0].widget, GTK_ORIENTATION_VERTICAL, width - children[1].natural - self->spacing);
      heights[1] = measure_child (children[1].widget, GTK_ORIENTATION_VERTICAL, children[1].natural);
      return MAX (heights[0].minimum, heights[1].minimum);
    }
  for (int i = 0; i < 2; i++)
    heights[i] = measure_child (children[i].widget, GTK_ORIENTATION_VERTICAL, width);
  return heights[0].minimum + heights[1].minimum
         + (heights[0].widget != NULL && heights[1].widget != NULL ? self->spacing / 2 : 0);
}

static void
zg_side_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  ZgSideLayout *self = ZG_SIDE_LAYOUT (manager);
  Child children[2];

  measure_widths (widget, children);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (children[0].minimum, children[1].minimum);
      *natural = children[0].natural + children[1].natural + self->spacing;
      return;
    }
  if (for_size < 0)
    for_size = children[0].natural + children[1].natural + self->spacing;
  *minimum = *natural = get_height (self, children, for_size);
}

static void
place (GtkWidget *child,
       int        x,
       int        y,
       int        width,
       int        height)
{
  GtkAllocation allocation = { x, y, width, height };

  if (child != NULL)
    gtk_widget_size_allocate (child, &allocation, -1);
}

static void
zg_side_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  ZgSideLayout *self = ZG_SIDE_LAYOUT (manager);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Child children[2];
  Child first;

  measure_widths (widget, children);
  if (is_beside (self, children, width))
    {
      int room = width - children[1].natural - self->spacing;

      place (children[0].widget, rtl ? width - room : 0, 0, room, height);
      place (children[1].widget, rtl ? 0 : width - children[1].natural, 0, children[1].natural, height);
      return;
    }
  first = measure_child (children[0].widget, GTK_ORIENTATION_VERTICAL, width);
  place (children[0].widget, 0, 0, width, first.minimum);
  if (first.widget != NULL)
    first.minimum += self->spacing / 2;
  place (children[1].widget, 0, first.minimum, width, height - first.minimum);
}

static void
zg_side_layout_class_init (ZgSideLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = zg_side_layout_get_request_mode;
  manager_class->measure = zg_side_layout_measure;
  manager_class->allocate = zg_side_layout_allocate;
}

static void
zg_side_layout_init (ZgSideLayout *self)
{
}

/**
 * zg_side_layout_new:
 * @spacing: between the children, in pixels
 *
 * Returns: (transfer full): a layout
 */
GtkLayoutManager *
zg_side_layout_new (int spacing)
{
  ZgSideLayout *self = g_object_new (ZG_TYPE_SIDE_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}

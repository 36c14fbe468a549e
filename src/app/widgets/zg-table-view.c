/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-table-view"

#include "config.h"

#include "zg-row-list.h"
#include "zg-table-choice.h"
#include "zg-table-input.h"
#include "zg-table-view-private.h"

#include <string.h>

/**
 * ZgTableView:
 *
 * The rows of a table over a #ZgRowList however long. All rows have one height, so it knows where each is without
 * asking, and it has as many row widgets as are in sight: GTK's own views keep two hundred, with a widget for each
 * cell, and make them anew whenever the list is another, which no key press has time for.
 *
 * It is a scrollable. One row is chosen, and the keys go from there. A row has the focus, not the view: so it is read
 * out, and its ring is drawn as in any list.
 *
 * CSS node: `listview`, with a `record` for each row in sight, see #ZgTableRow.
 */

enum {
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_FINAL_TYPE_WITH_CODE (ZgTableView, zg_table_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

guint
zg_table_view_get_n_rows (ZgTableView *self)
{
  return self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
}

double
zg_table_view_get_place (ZgTableView *self)
{
  return self->vadjustment != NULL ? gtk_adjustment_get_value (self->vadjustment) : 0;
}

/* Rows for what is in sight. */
void
zg_table_view_show_slots (ZgTableView *self)
{
  guint hovered = zg_table_input_find_position (self, self->pointer_y);
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  guint n_rows = zg_table_view_get_n_rows (self);
  guint first = (guint) (zg_table_view_get_place (self) / self->layout.row_height);
  guint end = height > 0 ? (guint) ((zg_table_view_get_place (self) + height - 1) / self->layout.row_height) + 1 : 0;

  end = MIN (end, n_rows);
  zg_table_slots_show (self->slots, MIN (first, end), end, self->cursor, hovered);
}

void
zg_table_view_update_slots (ZgTableView *self)
{
  if (self->slots == NULL)
    return;
  zg_table_view_show_slots (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
value_changed_cb (ZgTableView *self)
{
  if (!self->updating)
    zg_table_view_update_slots (self);
}

static void
update_adjustments (ZgTableView *self,
                    int          width,
                    int          height)
{
  double total = (double) zg_table_view_get_n_rows (self) * self->layout.row_height;

  self->updating = TRUE;
  if (self->hadjustment != NULL)
    gtk_adjustment_configure (self->hadjustment, 0, 0, width, 0, 0, width);
  if (self->vadjustment != NULL)
    gtk_adjustment_configure (self->vadjustment, zg_table_view_get_place (self), 0, MAX (total, height), height * 0.1, height * 0.9,
                              height);
  self->updating = FALSE;
}

static void
update_layout (ZgTableView *self,
               int          width)
{
  /* Rows with large letters may need more. */
  if (self->fixed_height > 0)
    self->layout.row_height = MAX (self->fixed_height, zg_table_slots_measure (self->slots, width));
  if (self->columns == NULL)
    return;

  zg_table_layout_set_mode (&self->layout, self->styles, self->column_mode);
  zg_table_layout_set_width (&self->layout, self->columns, self->n_columns, self->hidden,
                             zg_table_layout_get_letter_scale (GTK_WIDGET (self)), width);
}

static void
zg_table_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  ZgTableView *self = ZG_TABLE_VIEW (widget);
  ZgTableLayout before = self->layout;

  update_layout (self, width);
  update_adjustments (self, width, height);
  if (self->slots == NULL)
    return;
  zg_table_view_show_slots (self);
  zg_table_slots_allocate (self->slots, zg_table_view_get_place (self), width, self->layout.row_height,
                           memcmp (&before, &self->layout, sizeof before) != 0);
}

static void
zg_table_view_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  ZgTableView *self = ZG_TABLE_VIEW (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? self->layout.row_height : 0;
}

static void
items_changed_cb (ZgTableView *self,
                  guint        position,
                  guint        removed,
                  guint        added)
{
  guint n_rows = zg_table_view_get_n_rows (self);

  zg_table_choice_begin (self, GTK_INVALID_LIST_POSITION);
  if (self->selected >= n_rows)
    self->selected = GTK_INVALID_LIST_POSITION;
  /* A row that has the focus does not lose it to nobody. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL || n_rows == 0)
    self->cursor = GTK_INVALID_LIST_POSITION;
  else if (self->cursor >= n_rows)
    self->cursor = n_rows - 1;

  if (self->slots != NULL)
    zg_table_slots_outdate (self->slots);
  update_adjustments (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  zg_table_view_update_slots (self);
}

/* The object *********************************************************************************************************/

static void
set_adjustment (ZgTableView    *self,
                GtkAdjustment **place,
                GtkAdjustment  *adjustment)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, value_changed_cb, self);
  g_clear_object (place);
  *place = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (*place, "value-changed", G_CALLBACK (value_changed_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
zg_table_view_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  ZgTableView *self = ZG_TABLE_VIEW (object);

  switch (property_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
zg_table_view_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  ZgTableView *self = ZG_TABLE_VIEW (object);

  switch (property_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
zg_table_view_dispose (GObject *object)
{
  ZgTableView *self = ZG_TABLE_VIEW (object);

  zg_table_view_set_model (self, NULL);
  g_clear_pointer (&self->slots, zg_table_slots_free);
  if (self->styles != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->styles)));
  if (self->hadjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->hadjustment, value_changed_cb, self);
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->vadjustment, value_changed_cb, self);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);
  g_clear_pointer (&self->choice, zg_id_set_free);

  G_OBJECT_CLASS (zg_table_view_parent_class)->dispose (object);
}

static void
zg_table_view_class_init (ZgTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = zg_table_view_set_property;
  object_class->get_property = zg_table_view_get_property;
  object_class->dispose = zg_table_view_dispose;
  widget_class->measure = zg_table_view_measure;
  widget_class->size_allocate = zg_table_view_size_allocate;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  gtk_widget_class_set_css_name (widget_class, "listview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  zg_table_input_class_init (widget_class);
}

static void
zg_table_view_init (ZgTableView *self)
{
  self->pointer_y = -1;
  self->selected = self->cursor = GTK_INVALID_LIST_POSITION;
  self->column_mode = ZG_COLUMN_MODE_WIDE;
  self->layout.row_height = ZG_TABLE_ROW_HEIGHT;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  self->styles = ZG_CELL_STYLES (zg_cell_styles_new ());
  gtk_widget_set_child_visible (GTK_WIDGET (self->styles), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->styles), GTK_WIDGET (self));

  zg_table_input_add_pointer (self);
}

static GtkWidget *
make_row (gpointer data)
{
  ZgTableView *self = data;

  return zg_table_row_new (self->styles, &self->layout);
}

static void
show_row (GtkWidget *row,
          gpointer   item,
          gpointer   data)
{
  ZgTableView *self = data;

  zg_table_row_begin (ZG_TABLE_ROW (row));
  self->fill (ZG_TABLE_ROW (row), zg_row_get_value (item), self->layout.two_lines, self->fill_data);
  zg_table_row_end (ZG_TABLE_ROW (row));
}

/**
 * zg_table_view_set_columns:
 * @columns: a constant
 * @n_columns: how many
 * @fill: fills the rows
 * @data: for @fill; has to live as long as the view
 *
 * Says what rows are like; to be called once.
 */
void
zg_table_view_set_columns (ZgTableView         *self,
                           const ZgTableColumn *columns,
                           guint                n_columns,
                           ZgTableFillFunc      fill,
                           gpointer             data)
{
  g_return_if_fail (ZG_IS_TABLE_VIEW (self) && self->slots == NULL);

  self->columns = columns;
  self->n_columns = n_columns;
  self->hidden = zg_table_columns_get_hidden_at_first (columns, n_columns);
  self->fill = fill;
  self->fill_data = data;
  self->slots = zg_table_slots_new (GTK_WIDGET (self), make_row, show_row, self);
}

/**
 * zg_table_view_set_rows:
 * @row_height: how high each row is at least, px
 * @make: makes a row
 * @show: makes it show something
 * @data: for both; has to live as long as the view
 *
 * Instead of zg_table_view_set_columns(): rows that are widgets of the view's user, and a list of anything.
 */
void
zg_table_view_set_rows (ZgTableView     *self,
                        int              row_height,
                        ZgTableMakeFunc  make,
                        ZgTableShowFunc  show,
                        gpointer         data)
{
  g_return_if_fail (ZG_IS_TABLE_VIEW (self) && self->slots == NULL);

  self->fixed_height = self->layout.row_height = row_height;
  self->slots = zg_table_slots_new (GTK_WIDGET (self), make, show, data);
}

/**
 * zg_table_view_refresh:
 *
 * Shows all rows anew.
 */
void
zg_table_view_refresh (ZgTableView *self)
{
  g_return_if_fail (ZG_IS_TABLE_VIEW (self) && self->slots != NULL);

  zg_table_slots_outdate (self->slots);
  zg_table_view_update_slots (self);
}

/**
 * zg_table_view_set_model:
 * @model: (nullable): a list, of #ZgRow for a view with columns
 */
void
zg_table_view_set_model (ZgTableView *self,
                         GListModel  *model)
{
  g_return_if_fail (ZG_IS_TABLE_VIEW (self));

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  g_set_object (&self->model, model);
  if (self->slots != NULL)
    zg_table_slots_set_model (self->slots, model);
  if (model == NULL)
    return;
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  items_changed_cb (self, 0, 0, 0);
}

/**
 * zg_table_view_get_model:
 *
 * Returns: (transfer none) (nullable): the list
 */
GListModel *
zg_table_view_get_model (ZgTableView *self)
{
  g_return_val_if_fail (ZG_IS_TABLE_VIEW (self), NULL);

  return self->model;
}

/**
 * zg_table_view_set_column_mode:
 * @mode: how much room the window has
 *
 * Shows the columns that fit, or rows of two lines in the narrowest window.
 */
void
zg_table_view_set_column_mode (ZgTableView  *self,
                               ZgColumnMode  mode)
{
  guint first;

  g_return_if_fail (ZG_IS_TABLE_VIEW (self));

  if (self->column_mode == mode)
    return;
  /* What is at the top stays there, though the rows have another height. */
  first = (guint) (zg_table_view_get_place (self) / self->layout.row_height);
  self->column_mode = mode;
  zg_table_layout_set_mode (&self->layout, self->styles, mode);
  if (self->slots != NULL)
    zg_table_slots_outdate (self->slots);
  update_adjustments (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  if (self->vadjustment != NULL)
    gtk_adjustment_set_value (self->vadjustment, (double) first * self->layout.row_height);
  zg_table_view_update_slots (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * zg_table_view_set_hidden:
 * @hidden: a bit for each column that nobody wants to see
 */
void
zg_table_view_set_hidden (ZgTableView *self,
                          guint        hidden)
{
  g_return_if_fail (ZG_IS_TABLE_VIEW (self));

  self->hidden = hidden;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * zg_table_view_get_selected:
 *
 * Returns: the position that is chosen, or %GTK_INVALID_LIST_POSITION
 */
guint
zg_table_view_get_selected (ZgTableView *self)
{
  g_return_val_if_fail (ZG_IS_TABLE_VIEW (self), GTK_INVALID_LIST_POSITION);

  return self->selected;
}

/**
 * zg_table_view_set_selected:
 * @position: a position, or %GTK_INVALID_LIST_POSITION
 */
void
zg_table_view_set_selected (ZgTableView *self,
                            guint        position)
{
  g_return_if_fail (ZG_IS_TABLE_VIEW (self));

  self->selected = position < zg_table_view_get_n_rows (self) ? position : GTK_INVALID_LIST_POSITION;
  zg_table_view_update_slots (self);
}

/**
 * zg_table_view_scroll_to:
 * @position: a position
 *
 * Scrolls as little as is needed to see that row.
 */
void
zg_table_view_scroll_to (ZgTableView *self,
                         guint        position)
{
  double top, bottom, page;

  g_return_if_fail (ZG_IS_TABLE_VIEW (self) && self->vadjustment != NULL);

  top = (double) position * self->layout.row_height;
  bottom = top + self->layout.row_height;
  page = gtk_adjustment_get_page_size (self->vadjustment);
  if (top < zg_table_view_get_place (self))
    gtk_adjustment_set_value (self->vadjustment, top);
  else if (page > 0 && bottom > zg_table_view_get_place (self) + page)
    gtk_adjustment_set_value (self->vadjustment, bottom - page);
}

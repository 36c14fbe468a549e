/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-table-view"

#include "config.h"

#include "zg-table-slots.h"
#include "zg-table-view.h"

#include <string.h>

/* The blank beside a column's contents, and at both ends of a row, px. */
#define CELL_PADDING 9
#define ROW_PADDING 18
#define TWO_LINES_PADDING 12

/* The least height of a row, and what it has above and below its letters, px. */
#define ROW_HEIGHT 38
#define TWO_LINES_HEIGHT 54
#define ROW_MARGIN 14
#define TWO_LINES_MARGIN 10

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
 * CSS node: `listview`, with a `row` for each row in sight.
 */
struct _ZgTableView
{
  GtkWidget parent_instance;

  GListModel *model;            /* NULL before it is set */
  ZgTableSlots *slots;
  ZgTableLayout layout;
  ZgCellStyles *styles;
  const ZgTableColumn *columns;
  guint n_columns;
  ZgColumnMode column_mode;
  guint selected;
  guint cursor;                 /* the row that has the focus, or had it last: it stays while it is out of sight */
  gboolean updating;

  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GtkScrollablePolicy hscroll_policy;
  GtkScrollablePolicy vscroll_policy;
};

enum {
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum {
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (ZgTableView, zg_table_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static guint
get_n_rows (ZgTableView *self)
{
  return self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
}

static double
get_place (ZgTableView *self)
{
  return self->vadjustment != NULL ? gtk_adjustment_get_value (self->vadjustment) : 0;
}

/* Rows for what is in sight. */
static void
show_slots (ZgTableView *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  guint n_rows = get_n_rows (self);
  guint first = (guint) (get_place (self) / self->layout.row_height);
  guint end = height > 0 ? (guint) ((get_place (self) + height - 1) / self->layout.row_height) + 1 : 0;

  end = MIN (end, n_rows);
  zg_table_slots_show (self->slots, MIN (first, end), end, self->cursor, self->selected);
}

static void
update_slots (ZgTableView *self)
{
  if (self->slots == NULL)
    return;
  show_slots (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
value_changed_cb (ZgTableView *self)
{
  if (!self->updating)
    update_slots (self);
}

static void
update_adjustments (ZgTableView *self,
                    int          width,
                    int          height)
{
  double total = (double) get_n_rows (self) * self->layout.row_height;

  self->updating = TRUE;
  if (self->hadjustment != NULL)
    gtk_adjustment_configure (self->hadjustment, 0, 0, width, 0, 0, width);
  if (self->vadjustment != NULL)
    gtk_adjustment_configure (self->vadjustment, get_place (self), 0, MAX (total, height), height * 0.1, height * 0.9,
                              height);
  self->updating = FALSE;
}

static int
get_line_height (ZgTableView *self,
                 const char  *classes)
{
  g_autoptr (PangoLayout) layout =
    gtk_widget_create_pango_layout (zg_cell_styles_get (self->styles, ZG_CELL_TEXT, classes), "国Ag");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* The letters say how high a row is, as long as that is not too low for a finger. */
static void
update_row_height (ZgTableView *self)
{
  int line = get_line_height (self, "who");

  self->layout.two_lines = self->column_mode == ZG_COLUMN_MODE_SLIM;
  if (self->layout.two_lines)
    self->layout.row_height = MAX (TWO_LINES_HEIGHT, line + get_line_height (self, "secondary") + TWO_LINES_MARGIN);
  else
    self->layout.row_height = MAX (ROW_HEIGHT, line + ROW_MARGIN);
}

static void
update_columns (ZgTableView *self,
                int          width)
{
  ZgTableLayout *layout = &self->layout;
  ZgTableSpan spans[ZG_TABLE_MAX_COLUMNS];

  layout->n_columns = self->n_columns;
  if (layout->two_lines)
    {
      layout->x[0] = TWO_LINES_PADDING;
      layout->width[0] = MAX (width - 2 * TWO_LINES_PADDING, 0);
      return;
    }

  zg_table_columns_allot (self->columns, self->n_columns, self->column_mode, zg_table_view_get_letter_scale (self), width,
                          spans);
  for (guint i = 0; i < self->n_columns; i++)
    {
      gboolean is_first = spans[i].x == 0;
      gboolean is_last = spans[i].x + spans[i].width >= width;
      int left = is_first ? ROW_PADDING : CELL_PADDING;
      int right = is_last ? ROW_PADDING : CELL_PADDING;

      layout->x[i] = spans[i].x + left;
      layout->width[i] = spans[i].width > 0 ? MAX (spans[i].width - left - right, 1) : 0;
      layout->at_end[i] = self->columns[i].at_end;
    }
}

static void
zg_table_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  ZgTableView *self = ZG_TABLE_VIEW (widget);
  ZgTableLayout before = self->layout;

  update_row_height (self);
  update_columns (self, width);
  update_adjustments (self, width, height);
  if (self->slots == NULL)
    return;
  show_slots (self);
  zg_table_slots_allocate (self->slots, get_place (self), width, self->layout.row_height,
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
  guint n_rows = get_n_rows (self);

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
  update_slots (self);
}

/* The keys and the pointer *******************************************************************************************/

static gboolean
focus_row (ZgTableView *self,
           guint        position)
{
  GtkWidget *row;

  if (position >= get_n_rows (self))
    return FALSE;
  self->cursor = position;
  update_slots (self);
  row = zg_table_slots_get_row (self->slots, position);
  return row != NULL && gtk_widget_grab_focus (row);
}

static gboolean
zg_table_view_grab_focus (GtkWidget *widget)
{
  ZgTableView *self = ZG_TABLE_VIEW (widget);
  guint position = self->selected != GTK_INVALID_LIST_POSITION ? self->selected : 0;

  zg_table_view_scroll_to (self, position);
  return focus_row (self, position);
}

/* Tab goes into the list and out of it, not from row to row. */
static gboolean
zg_table_view_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static void
choose (ZgTableView *self,
        guint        position)
{
  zg_table_view_set_selected (self, position);
  zg_table_view_scroll_to (self, position);
  focus_row (self, position);
}

typedef enum {
  MOVE_LINE,
  MOVE_PAGE,
  MOVE_ALL,
} Move;

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  ZgTableView *self = ZG_TABLE_VIEW (widget);
  gint64 last = (gint64) get_n_rows (self) - 1;
  gint64 from = self->cursor <= last ? self->cursor : self->selected <= last ? self->selected : 0;
  int page = MAX (gtk_widget_get_height (widget) / self->layout.row_height - 1, 1);
  int unit, direction;

  if (last < 0)
    return FALSE;
  g_variant_get (arguments, "(ii)", &unit, &direction);
  from += (gint64) direction * (unit == MOVE_LINE ? 1 : unit == MOVE_PAGE ? page : last);
  choose (self, (guint) CLAMP (from, 0, last));
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   data)
{
  ZgTableView *self = ZG_TABLE_VIEW (widget);

  if (self->cursor >= get_n_rows (self))
    return FALSE;
  zg_table_view_set_selected (self, self->cursor);
  g_signal_emit (self, signals[ACTIVATE], 0, self->cursor);
  return TRUE;
}

static guint
find_position (ZgTableView *self,
               double       y)
{
  double position = (get_place (self) + y) / self->layout.row_height;

  return position >= 0 && position < get_n_rows (self) ? (guint) position : GTK_INVALID_LIST_POSITION;
}

static void
pressed_cb (ZgTableView *self,
            int          n_press,
            double       x,
            double       y)
{
  guint position = find_position (self, y);

  if (n_press == 2 && !self->layout.two_lines && position != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[ACTIVATE], 0, position);
}

/* Not when it is pressed: that may become a swipe, which scrolls. */
static void
released_cb (ZgTableView *self,
             int          n_press,
             double       x,
             double       y)
{
  guint position = find_position (self, y);

  if (position == GTK_INVALID_LIST_POSITION || n_press > 1)
    return;
  choose (self, position);
  if (self->layout.two_lines)
    g_signal_emit (self, signals[ACTIVATE], 0, position);
}

static void
bind_key (GtkWidgetClass *widget_class,
          guint           keyval,
          guint           pad_keyval,
          Move            unit,
          int             direction)
{
  gtk_widget_class_add_binding (widget_class, keyval, 0, move_cb, "(ii)", unit, direction);
  gtk_widget_class_add_binding (widget_class, pad_keyval, 0, move_cb, "(ii)", unit, direction);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  bind_key (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, MOVE_LINE, -1);
  bind_key (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, MOVE_LINE, 1);
  bind_key (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, MOVE_PAGE, -1);
  bind_key (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, MOVE_PAGE, 1);
  bind_key (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, MOVE_ALL, -1);
  bind_key (widget_class, GDK_KEY_End, GDK_KEY_KP_End, MOVE_ALL, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Enter, 0, activate_cb, NULL);
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
  widget_class->focus = zg_table_view_focus;
  widget_class->grab_focus = zg_table_view_grab_focus;
  widget_class->measure = zg_table_view_measure;
  widget_class->size_allocate = zg_table_view_size_allocate;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[ACTIVATE] = g_signal_new ("activate", ZG_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "listview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  bind_keys (widget_class);
}

static void
zg_table_view_init (ZgTableView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->selected = self->cursor = GTK_INVALID_LIST_POSITION;
  self->column_mode = ZG_COLUMN_MODE_WIDE;
  self->layout.row_height = ROW_HEIGHT;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->styles = ZG_CELL_STYLES (zg_cell_styles_new ());
  gtk_widget_set_child_visible (GTK_WIDGET (self->styles), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->styles), GTK_WIDGET (self));

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
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
  self->slots = zg_table_slots_new (GTK_WIDGET (self), self->styles, &self->layout, fill, data);
}

/**
 * zg_table_view_set_model:
 * @model: (nullable): a list of #ZgRow
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
  first = (guint) (get_place (self) / self->layout.row_height);
  self->column_mode = mode;
  update_row_height (self);
  if (self->slots != NULL)
    zg_table_slots_outdate (self->slots);
  update_adjustments (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  if (self->vadjustment != NULL)
    gtk_adjustment_set_value (self->vadjustment, (double) first * self->layout.row_height);
  update_slots (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * zg_table_view_get_letter_scale:
 *
 * Returns: how much larger than usual the letters are, 1 when they are as usual
 */
double
zg_table_view_get_letter_scale (ZgTableView *self)
{
  int dpi;

  g_return_val_if_fail (ZG_IS_TABLE_VIEW (self), 1);

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / 1024.0 / 96 : 1;
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

  self->selected = position < get_n_rows (self) ? position : GTK_INVALID_LIST_POSITION;
  update_slots (self);
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

  g_return_if_fail (ZG_IS_TABLE_VIEW (self));

  if (self->vadjustment == NULL)
    return;
  top = (double) position * self->layout.row_height;
  bottom = top + self->layout.row_height;
  page = gtk_adjustment_get_page_size (self->vadjustment);
  if (top < get_place (self))
    gtk_adjustment_set_value (self->vadjustment, top);
  else if (page > 0 && bottom > get_place (self) + page)
    gtk_adjustment_set_value (self->vadjustment, bottom - page);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-table-row"

#include "config.h"

#include "zg-table-cell.h"
#include "zg-table-row.h"

/* What one row can hold: nine columns, three of them with a few things side by side. */
#define MAX_CELLS 24

/* Between two lines of a row, and between what begins and what ends a line, px. */
#define LINE_GAP 2
#define END_GAP 12

/**
 * ZgTableRow:
 *
 * A row of a #ZgTableView, one widget that draws all its texts. It is filled for whatever it stands for at the time:
 * zg_table_row_begin(), any number of zg_table_row_add_…() in the order of the columns, zg_table_row_end(). What is the
 * same as before is kept, so that filling it again is cheap.
 *
 * To whoever does not see, it is a list item that is called after all its texts.
 *
 * CSS node: `record`, which no style sheet is to name. With the widget's own states GTK would work out anew how the
 * whole window looks whenever another row comes under the pointer, which takes longer than to draw all rows. So what is behind the cells
 * is drawn as a `row` in a `cells` would be, with `.current` for what the clerk is talking about.
 */
struct _ZgTableRow
{
  GtkWidget parent_instance;

  ZgCellStyles *styles;
  const ZgTableLayout *layout;  /* of the view */
  GtkWidget *look;              /* what is behind the cells */
  ZgTableCell cells[MAX_CELLS];
  guint n_cells;
  guint n_before;               /* while it is being filled: how many there were */
  char *label;
  gboolean current;
  GtkStateFlags shown_state;    /* chosen, under the pointer: not the widget's own state, see above */
};

enum {
  PROP_0,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ZgTableRow, zg_table_row, GTK_TYPE_WIDGET)

static void
zg_table_row_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  ZgTableRow *self = ZG_TABLE_ROW (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? self->layout->row_height : 0;
}

/* The cells of @column are side by side in the array, too. Moves *@first to them; returns how many there are. */
static guint
find_column (ZgTableRow *self,
             guint       column,
             guint      *first)
{
  guint n = 0;

  while (*first < self->n_cells && self->cells[*first].column < column)
    (*first)++;
  while (*first + n < self->n_cells && self->cells[*first + n].column == column)
    n++;
  return n;
}

static gboolean
is_shown (ZgTableRow        *self,
          const ZgTableCell *cell)
{
  return self->layout->two_lines || self->layout->width[cell->column] > 0;
}

static gboolean
is_on_tint (ZgTableRow *self)
{
  return self->current || (self->shown_state & GTK_STATE_FLAG_SELECTED) != 0;
}

static void
place_columns (ZgTableRow *self)
{
  const ZgTableLayout *layout = self->layout;
  guint first = 0;

  for (guint column = 0; column < layout->n_columns; column++)
    {
      guint n = find_column (self, column, &first);

      if (layout->width[column] == 0)
        continue;
      zg_table_cells_place (&self->cells[first], n, layout->x[column], layout->width[column], layout->at_end[column]);
      zg_table_cells_centre (&self->cells[first], n, layout->row_height / 2);
    }
}

/* What ends a line has all the room it wants, and what begins it the rest. */
static void
place_line (ZgTableRow *self,
            guint       begin_column,
            int         centre)
{
  int x = self->layout->x[0];
  int width = self->layout->width[0];
  guint begin = 0, end = 0;
  guint n_begin = find_column (self, begin_column, &begin);
  guint n_end = find_column (self, begin_column + 1, &end);
  int end_width = MIN (zg_table_cells_get_width (&self->cells[end], n_end), width / 2);

  zg_table_cells_place (&self->cells[end], n_end, x + width - end_width, end_width, TRUE);
  zg_table_cells_place (&self->cells[begin], n_begin, x, width - end_width - END_GAP, FALSE);
  zg_table_cells_centre (&self->cells[begin], n_begin, centre);
  zg_table_cells_centre (&self->cells[end], n_end, centre);
}

static void
place_lines (ZgTableRow *self)
{
  int first = 0, second = 0;
  int top;

  for (guint i = 0; i < self->n_cells; i++)
    {
      int *height = self->cells[i].column < ZG_TABLE_SECOND ? &first : &second;

      *height = MAX (*height, self->cells[i].height);
    }
  top = (self->layout->row_height - first - LINE_GAP - second) / 2;
  place_line (self, ZG_TABLE_FIRST, top + first / 2);
  place_line (self, ZG_TABLE_SECOND, top + first + LINE_GAP + second / 2);
}

static void
update_look (ZgTableRow *self)
{
  GtkStateFlags focus = gtk_widget_get_state_flags (GTK_WIDGET (self))
                        & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE);

  if (self->styles == NULL)
    return;
  self->look = zg_cell_styles_get_row (self->styles, self->current, self->shown_state | focus);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
zg_table_row_state_flags_changed (GtkWidget     *widget,
                                  GtkStateFlags  before)
{
  ZgTableRow *self = ZG_TABLE_ROW (widget);

  if (GTK_WIDGET_CLASS (zg_table_row_parent_class)->state_flags_changed != NULL)
    GTK_WIDGET_CLASS (zg_table_row_parent_class)->state_flags_changed (widget, before);
  update_look (self);
}

static void
zg_table_row_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  ZgTableRow *self = ZG_TABLE_ROW (widget);
  GtkStyleContext *look = gtk_widget_get_style_context (self->look);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  gboolean on_tint = is_on_tint (self);

  gtk_snapshot_render_background (snapshot, look, 0, 0, width, height);
  for (guint i = 0; i < self->n_cells; i++)
    if (is_shown (self, &self->cells[i]))
      zg_table_cell_measure (&self->cells[i]);
  if (self->layout->two_lines)
    place_lines (self);
  else
    place_columns (self);
  for (guint i = 0; i < self->n_cells; i++)
    if (is_shown (self, &self->cells[i]))
      zg_table_cell_draw (&self->cells[i], self->styles, snapshot, on_tint);
  if (gtk_widget_has_visible_focus (widget))
    gtk_snapshot_render_focus (snapshot, look, 0, 0, width, height);
}

static void
zg_table_row_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, ZG_TABLE_ROW (object)->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
zg_table_row_dispose (GObject *object)
{
  ZgTableRow *self = ZG_TABLE_ROW (object);

  for (guint i = 0; i < MAX_CELLS; i++)
    zg_table_cell_clear (&self->cells[i]);
  self->n_cells = 0;
  g_clear_object (&self->styles);

  G_OBJECT_CLASS (zg_table_row_parent_class)->dispose (object);
}

static void
zg_table_row_finalize (GObject *object)
{
  g_free (ZG_TABLE_ROW (object)->label);

  G_OBJECT_CLASS (zg_table_row_parent_class)->finalize (object);
}

static void
zg_table_row_class_init (ZgTableRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = zg_table_row_get_property;
  object_class->dispose = zg_table_row_dispose;
  object_class->finalize = zg_table_row_finalize;
  widget_class->measure = zg_table_row_measure;
  widget_class->snapshot = zg_table_row_snapshot;
  widget_class->state_flags_changed = zg_table_row_state_flags_changed;

  /**
   * ZgTableRow:label:
   *
   * Everything that the row says, as it is read out.
   */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "record");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
zg_table_row_init (ZgTableRow *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* The view has the pointer. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * zg_table_row_new:
 * @styles: what it draws with
 * @layout: where the columns are; it may change, and has to live as long as the row has a parent
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
zg_table_row_new (ZgCellStyles        *styles,
                  const ZgTableLayout *layout)
{
  ZgTableRow *self = g_object_new (ZG_TYPE_TABLE_ROW, NULL);

  self->styles = g_object_ref (styles);
  self->layout = layout;
  update_look (self);
  return GTK_WIDGET (self);
}

/**
 * zg_table_row_begin:
 *
 * Begins to fill the row anew.
 */
void
zg_table_row_begin (ZgTableRow *self)
{
  g_return_if_fail (ZG_IS_TABLE_ROW (self));

  self->n_before = self->n_cells;
  self->n_cells = 0;
}

/**
 * zg_table_row_end:
 *
 * The row is filled: shows it.
 */
void
zg_table_row_end (ZgTableRow *self)
{
  g_autoptr (GString) label = NULL;

  g_return_if_fail (ZG_IS_TABLE_ROW (self));

  label = g_string_sized_new (128);
  for (guint i = self->n_cells; i < self->n_before; i++)
    zg_table_cell_clear (&self->cells[i]);
  for (guint i = 0; i < self->n_cells; i++)
    {
      const char *text = zg_table_cell_get_words (&self->cells[i]);

      if (text == NULL || *text == '\0')
        continue;
      if (label->len > 0)
        g_string_append (label, ", ");
      g_string_append (label, text);
    }
  if (g_strcmp0 (self->label, label->str) != 0)
    {
      g_free (self->label);
      self->label = g_strdup (label->str);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static ZgTableCell *
add (ZgTableRow *self,
     ZgCellKind  kind,
     guint       column,
     const char *classes,
     const char *text)
{
  ZgTableCell *cell;

  g_return_val_if_fail (self->n_cells < MAX_CELLS, &self->cells[MAX_CELLS - 1]);

  cell = &self->cells[self->n_cells++];
  cell->column = column;
  zg_table_cell_set (cell, self->styles, kind, classes, text != NULL ? text : "");
  return cell;
}

/**
 * zg_table_row_add_text:
 * @column: where; not before the last
 * @classes: (transfer none): style classes with blanks between; a constant
 * @text: (nullable): plain text
 *
 * A text, which is cut where there is no room for all of it: the last text of a column first.
 */
void
zg_table_row_add_text (ZgTableRow *self,
                       guint       column,
                       const char *classes,
                       const char *text)
{
  g_return_if_fail (ZG_IS_TABLE_ROW (self));

  add (self, ZG_CELL_TEXT, column, classes, text);
}

/**
 * zg_table_row_add_pill:
 * @column: where; not before the last
 * @tone: what its colour means
 * @text: the word
 *
 * A word on a tint.
 */
void
zg_table_row_add_pill (ZgTableRow *self,
                       guint       column,
                       ZgTone      tone,
                       const char *text)
{
  g_return_if_fail (ZG_IS_TABLE_ROW (self));

  add (self, ZG_CELL_PILL, column, zg_tone_to_class (tone), text);
}

/**
 * zg_table_row_add_icon:
 * @column: where; not before the last
 * @classes: (transfer none): style classes with blanks between; a constant
 * @icon_name: (nullable): a symbolic icon; %NULL keeps the place free
 * @size: in px
 * @says: (nullable): what it means
 */
void
zg_table_row_add_icon (ZgTableRow *self,
                       guint       column,
                       const char *classes,
                       const char *icon_name,
                       int         size,
                       const char *says)
{
  ZgTableCell *cell;

  g_return_if_fail (ZG_IS_TABLE_ROW (self));

  cell = add (self, ZG_CELL_ICON, column, classes, icon_name);
  cell->size = size;
  cell->says = says;
}

/**
 * zg_table_row_set_current:
 * @current: whether the clerk is talking about this row, which is tinted then
 */
void
zg_table_row_set_current (ZgTableRow *self,
                          gboolean    current)
{
  g_return_if_fail (ZG_IS_TABLE_ROW (self));

  if (self->current == current)
    return;
  self->current = current;
  update_look (self);
}

/**
 * zg_table_row_set_state:
 * @state: %GTK_STATE_FLAG_SELECTED and %GTK_STATE_FLAG_PRELIGHT as they are to be shown
 */
void
zg_table_row_set_state (ZgTableRow    *self,
                        GtkStateFlags  state)
{
  GtkStateFlags before;

  g_return_if_fail (ZG_IS_TABLE_ROW (self));

  before = self->shown_state;
  if (before == state)
    return;
  self->shown_state = state;
  update_look (self);
  if ((before ^ state) & GTK_STATE_FLAG_SELECTED)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                                 (state & GTK_STATE_FLAG_SELECTED) != 0, -1);
}

/**
 * zg_table_row_get_tip:
 * @x: in px, of the row
 *
 * Returns: (transfer none) (nullable): what the icon there means
 */
const char *
zg_table_row_get_tip (ZgTableRow *self,
                      int         x)
{
  g_return_val_if_fail (ZG_IS_TABLE_ROW (self), NULL);

  for (guint i = 0; i < self->n_cells; i++)
    {
      const ZgTableCell *cell = &self->cells[i];

      if (cell->says != NULL && is_shown (self, cell) && x >= cell->x && x < cell->x + cell->width)
        return cell->says;
    }
  return NULL;
}

/**
 * zg_table_row_shows:
 * @text: a text
 *
 * Returns: whether that is what one of the cells says
 */
gboolean
zg_table_row_shows (ZgTableRow *self,
                    const char *text)
{
  g_return_val_if_fail (ZG_IS_TABLE_ROW (self), FALSE);

  for (guint i = 0; i < self->n_cells; i++)
    {
      if (g_strcmp0 (zg_table_cell_get_words (&self->cells[i]), text) == 0)
        return TRUE;
    }
  return FALSE;
}

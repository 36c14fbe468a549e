/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-table-cell"

#include "config.h"

#include "zg-table-cell.h"

#include <string.h>

/* As in the style sheet: the tint around a pill's word, and the least height of it, px. */
#define PILL_PADDING 8
#define PILL_HEIGHT 20

/* Between the things of one column, px. */
#define GAP 9
#define PILL_GAP 4
#define LOCK_GAP 7

/* Less of a text than this says nothing, px. */
#define MIN_TEXT 20
#define MIN_PILL 36

/**
 * zg_table_cell_clear:
 *
 * Frees what it holds.
 */
void
zg_table_cell_clear (ZgTableCell *cell)
{
  g_clear_object (&cell->text_layout);
  g_clear_pointer (&cell->text, g_free);
  memset (cell, 0, sizeof *cell);
}

/**
 * zg_table_cell_set:
 *
 * Sets what is drawn. What was there before is kept as far as it is the same: laying out a text is most of the work.
 */
void
zg_table_cell_set (ZgTableCell  *cell,
                   ZgCellStyles *styles,
                   ZgCellKind    kind,
                   const char   *classes,
                   const char   *text)
{
  gboolean same_look = cell->model != NULL && cell->kind == kind && g_str_equal (cell->classes, classes);

  cell->says = NULL;
  if (same_look && g_str_equal (cell->text, text))
    return;

  if (!same_look)
    {
      cell->model = zg_cell_styles_get (styles, kind, classes);
      if (kind == ZG_CELL_PILL)
        {
          g_autofree char *on_tint = g_strconcat (classes, " on-tint", NULL);

          cell->tint_model = zg_cell_styles_get (styles, kind, on_tint);
        }
    }
  cell->kind = kind;
  cell->classes = classes;
  if (g_strcmp0 (cell->text, text) != 0)
    {
      g_free (cell->text);
      cell->text = g_strdup (text);
    }
  cell->natural = -1;
  cell->cut_to = 0;
  g_clear_object (&cell->text_layout);
}

/**
 * zg_table_cell_get_words:
 *
 * Returns: (transfer none) (nullable): what it says to a person
 */
const char *
zg_table_cell_get_words (const ZgTableCell *cell)
{
  return cell->kind == ZG_CELL_ICON ? cell->says : cell->text;
}

static GtkWidget *
get_text_model (const ZgTableCell *cell)
{
  /* The letters of a pill are those of the label in it. */
  return cell->kind == ZG_CELL_PILL ? gtk_widget_get_first_child (cell->model) : cell->model;
}

/* Digits of one width stand below each other in a column; GTK does this for labels alone. */
static void
set_numeric (PangoLayout *layout)
{
  static PangoAttrList *attributes;

  if (attributes == NULL)
    {
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
    }
  pango_layout_set_attributes (layout, attributes);
}

static void
lay_out (ZgTableCell *cell)
{
  cell->text_layout = gtk_widget_create_pango_layout (get_text_model (cell), cell->text);
  pango_layout_set_single_paragraph_mode (cell->text_layout, TRUE);
  if (gtk_widget_has_css_class (cell->model, "numeric"))
    set_numeric (cell->text_layout);
  cell->cut_to = 0;
}

/* Shows as much of the text as there is room for. */
static void
cut (ZgTableCell *cell,
     int          room)
{
  if (cell->cut_to == room)
    return;
  cell->cut_to = room;
  pango_layout_set_width (cell->text_layout, room > 0 ? room * PANGO_SCALE : -1);
  pango_layout_set_ellipsize (cell->text_layout, room > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
}

/**
 * zg_table_cell_measure:
 *
 * Finds how much room it would like, with the fonts of now.
 */
void
zg_table_cell_measure (ZgTableCell *cell)
{
  guint serial;

  if (cell->kind == ZG_CELL_ICON)
    {
      cell->natural = cell->width = cell->height = cell->size;
      return;
    }
  if (cell->text_layout == NULL)
    lay_out (cell);
  serial = pango_context_get_serial (pango_layout_get_context (cell->text_layout));
  if (cell->natural >= 0 && cell->serial == serial)
    {
      cell->width = cell->natural;
      return;
    }

  cut (cell, 0);
  cell->serial = serial;
  pango_layout_get_pixel_size (cell->text_layout, &cell->natural, &cell->height);
  if (cell->kind == ZG_CELL_PILL)
    {
      cell->natural += 2 * PILL_PADDING;
      cell->height = MAX (cell->height, PILL_HEIGHT);
    }
  else if (*cell->text == '\0')
    {
      cell->natural = 0;
    }
  cell->width = cell->natural;
}

static void
draw_text (ZgTableCell *cell,
           GtkSnapshot *snapshot,
           int          x)
{
  GdkRGBA colour;
  int height;

  gtk_style_context_get_color (gtk_widget_get_style_context (get_text_model (cell)), &colour);
  pango_layout_get_pixel_size (cell->text_layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) (cell->y + (cell->height - height) / 2)));
  gtk_snapshot_append_layout (snapshot, cell->text_layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_pill (ZgTableCell *cell,
           GtkSnapshot *snapshot,
           gboolean     on_tint)
{
  GtkWidget *model = on_tint ? cell->tint_model : cell->model;

  gtk_snapshot_render_background (snapshot, gtk_widget_get_style_context (model), cell->x, cell->y, cell->width,
                                  cell->height);
  draw_text (cell, snapshot, cell->x + PILL_PADDING);
}

static void
draw_icon (ZgTableCell  *cell,
           ZgCellStyles *styles,
           GtkSnapshot  *snapshot)
{
  GdkPaintable *icon = zg_cell_styles_get_icon (styles, cell->text, cell->size);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (cell->model), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) cell->x, (float) cell->y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, cell->size, cell->size, &colour, 1);
  gtk_snapshot_restore (snapshot);
}

/**
 * zg_table_cell_draw:
 * @on_tint: whether the row is tinted
 *
 * Draws it where it was placed.
 */
void
zg_table_cell_draw (ZgTableCell  *cell,
                    ZgCellStyles *styles,
                    GtkSnapshot  *snapshot,
                    gboolean      on_tint)
{
  int room = cell->kind == ZG_CELL_PILL ? cell->width - 2 * PILL_PADDING : cell->width;

  if (cell->width <= 0 || *cell->text == '\0')
    return;
  if (cell->kind == ZG_CELL_ICON)
    {
      draw_icon (cell, styles, snapshot);
      return;
    }

  cut (cell, cell->width < cell->natural ? MAX (room, 1) : 0);
  if (cell->kind == ZG_CELL_PILL)
    draw_pill (cell, snapshot, on_tint);
  else
    draw_text (cell, snapshot, cell->x);
}

/* What stands between two cells of one column. */
static int
get_gap (const ZgTableCell *before,
         const ZgTableCell *after)
{
  if (before->width == 0 || after->width == 0)
    return 0;
  if (before->kind == ZG_CELL_PILL && after->kind == ZG_CELL_PILL)
    return PILL_GAP;
  return after->kind == ZG_CELL_ICON && after->size < 16 ? LOCK_GAP : GAP;
}

/**
 * zg_table_cells_get_width:
 * @cells: the measured cells of one column
 *
 * Returns: how much room they take
 */
int
zg_table_cells_get_width (const ZgTableCell *cells,
                          guint              n_cells)
{
  int sum = 0;

  for (guint i = 0; i < n_cells; i++)
    sum += cells[i].width + (i > 0 ? get_gap (&cells[i - 1], &cells[i]) : 0);
  return sum;
}

/* Texts give way from the last to the first, which keeps a little; then the widest pills. */
static void
shrink (ZgTableCell *cells,
        guint        n_cells,
        int          width)
{
  for (guint i = n_cells; i > 0; i--)
    {
      ZgTableCell *cell = &cells[i - 1];
      int excess = zg_table_cells_get_width (cells, n_cells) - width;

      if (excess <= 0)
        return;
      if (cell->kind != ZG_CELL_TEXT)
        continue;
      cell->width = MAX (cell->width - excess, 0);
      if (cell->width < MIN_TEXT)
        cell->width = i > 1 && cells[i - 2].kind == ZG_CELL_TEXT ? 0 : MIN_TEXT;
    }

  for (guint i = 0; i < n_cells; i++)
    {
      ZgTableCell *widest = NULL;
      int excess = zg_table_cells_get_width (cells, n_cells) - width;

      for (guint j = 0; j < n_cells; j++)
        if (cells[j].kind == ZG_CELL_PILL && (widest == NULL || cells[j].width > widest->width))
          widest = &cells[j];
      if (excess <= 0 || widest == NULL || widest->width <= MIN_PILL)
        return;
      widest->width = MAX (widest->width - excess, MIN_PILL);
    }
}

/**
 * zg_table_cells_place:
 * @cells: the measured cells of one column
 * @x: where the column begins
 * @width: how wide it is, px
 * @at_end: whether they stand at its end
 *
 * Gives each its place in the line.
 */
void
zg_table_cells_place (ZgTableCell *cells,
                      guint        n_cells,
                      int          x,
                      int          width,
                      gboolean     at_end)
{
  shrink (cells, n_cells, width);

  if (at_end)
    x += MAX (width - zg_table_cells_get_width (cells, n_cells), 0);
  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        x += get_gap (&cells[i - 1], &cells[i]);
      cells[i].x = x;
      x += cells[i].width;
    }
}

/**
 * zg_table_cells_centre:
 * @cells: placed cells
 * @y: the middle of their line
 */
void
zg_table_cells_centre (ZgTableCell *cells,
                       guint        n_cells,
                       int          y)
{
  for (guint i = 0; i < n_cells; i++)
    cells[i].y = y - cells[i].height / 2;
}

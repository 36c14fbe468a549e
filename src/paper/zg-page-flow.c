/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-paper"

#include "config.h"

#include "zg-page-flow.h"

#include "zg-page-column.h"

/*
 * Rows of cells, one below the other. A row stays together where it can; one that does not fit on any page goes on line by
 * line on the next, so nothing of a long note is ever lost. The header of a table stands on top of each page that it goes on.
 */

typedef struct {
  GArray *pieces;               /* ZgPagePiece */
  GArray *rules;                /* double: how far from the top */
  guint sheet;
} Page;

typedef struct {
  char *footer;
  guint first_page;
  guint n_pages;
} Sheet;

struct _ZgPageFlow {
  PangoContext *context;
  double width;
  double height;
  double margin;
  double line;                  /* the height of an ordinary line */
  double font_size;
  double y;
  GPtrArray *pages;
  GPtrArray *sheets;
  GArray *header;               /* ZgPageColumn, of the table that is being laid out */
};

/* A tenth of the paper's width is more than enough for six columns. */
#define GAP 6.0
#define FOOTER_LINES 1.6

static void
clear_piece (gpointer data)
{
  g_clear_object (&((ZgPagePiece *) data)->layout);
}

static void
page_free (gpointer data)
{
  Page *page = data;

  g_array_unref (page->pieces);
  g_array_unref (page->rules);
  g_free (page);
}

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->footer);
  g_free (sheet);
}

static void
clear_column (gpointer data)
{
  zg_page_column_clear (data);
}

/* How text is shaped for paper: 72 dots per inch, letters as wide as they are drawn. */
static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();
  const char *language = pango_language_to_string (pango_language_get_default ());

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  cairo_font_options_destroy (options);
  /* Names and addresses are Chinese whatever the program speaks: without this some letters are drawn the Japanese way. */
  if (!g_str_has_prefix (language, "zh"))
    pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  return context;
}

/**
 * zg_page_flow_new:
 * @size: on which paper
 *
 * Returns: (transfer full): no page yet: zg_page_flow_begin_sheet() begins the first
 */
ZgPageFlow *
zg_page_flow_new (const ZgPaperSize *size)
{
  ZgPageFlow *flow = g_new0 (ZgPageFlow, 1);

  flow->context = create_context ();
  flow->width = size->width * ZG_POINTS_PER_MM;
  flow->height = size->height * ZG_POINTS_PER_MM;
  flow->margin = size->margin * ZG_POINTS_PER_MM;
  flow->font_size = size->font_size;
  flow->line = size->font_size * 1.45;
  flow->pages = g_ptr_array_new_with_free_func (page_free);
  flow->sheets = g_ptr_array_new_with_free_func (sheet_free);
  return flow;
}

/**
 * zg_page_flow_free:
 * @flow: (transfer full) (nullable): pages
 */
void
zg_page_flow_free (ZgPageFlow *flow)
{
  if (flow == NULL)
    return;
  g_clear_pointer (&flow->header, g_array_unref);
  g_ptr_array_unref (flow->pages);
  g_ptr_array_unref (flow->sheets);
  g_object_unref (flow->context);
  g_free (flow);
}

static double
get_bottom (const ZgPageFlow *flow)
{
  return flow->height - flow->margin - FOOTER_LINES * flow->line;
}

static Page *
get_page (ZgPageFlow *flow)
{
  return g_ptr_array_index (flow->pages, flow->pages->len - 1);
}

/* Texts ***************************************************************************************************************/

static PangoLayout *
make_layout (ZgPageFlow  *flow,
             const char  *text,
             ZgPageStyle  style,
             double       width)
{
  static const double scales[] = { 1, 1, 0.85, 1.15, 1.5 };
  PangoLayout *layout = pango_layout_new (flow->context);
  g_autoptr(PangoFontDescription) font = pango_font_description_from_string ("Sans");

  pango_font_description_set_size (font, (int) (flow->font_size * scales[style] * PANGO_SCALE));
  if (style == ZG_PAGE_STRONG || style == ZG_PAGE_HEADING || style == ZG_PAGE_TITLE)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_line_spacing (layout, 1.1f);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  return layout;
}

static GArray *
make_columns (ZgPageFlow       *flow,
              const ZgPageCell *cells,
              guint             n_cells)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (ZgPageColumn));
  double whole = flow->width - 2 * flow->margin - (n_cells - 1) * GAP;
  double shares = 0;
  double x = flow->margin;

  g_array_set_clear_func (columns, clear_column);
  for (guint i = 0; i < n_cells; i++)
    shares += cells[i].share;
  for (guint i = 0; i < n_cells; i++)
    {
      double width = whole * cells[i].share / shares;
      PangoLayout *layout = make_layout (flow, cells[i].text, cells[i].style, width);
      ZgPageColumn column;

      pango_layout_set_alignment (layout, cells[i].alignment);
      zg_page_column_init (&column, layout, x);
      g_array_append_val (columns, column);
      x += width + GAP;
    }
  return columns;
}

/* How high the lines are that no page has yet. */
static double
get_rest (GArray *columns)
{
  double rest = 0;

  for (guint i = 0; i < columns->len; i++)
    rest = MAX (rest, zg_page_column_get_rest (&g_array_index (columns, ZgPageColumn, i)));
  return rest;
}

/* Puts as many lines of each text as fit on the page. */
static void
place_columns (ZgPageFlow *flow,
               GArray     *columns,
               gboolean    at_least_one)
{
  double highest = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      double height;
      ZgPagePiece piece = zg_page_column_take (&g_array_index (columns, ZgPageColumn, i), flow->y, get_bottom (flow) - flow->y,
                                               at_least_one, &height);

      if (piece.layout != NULL)
        g_array_append_val (get_page (flow)->pieces, piece);
      highest = MAX (highest, height);
    }
  flow->y += highest;
}

/* Pages ***************************************************************************************************************/

static void
add_page (ZgPageFlow *flow)
{
  Page *page = g_new0 (Page, 1);
  Sheet *sheet = g_ptr_array_index (flow->sheets, flow->sheets->len - 1);

  page->pieces = g_array_new (FALSE, FALSE, sizeof (ZgPagePiece));
  g_array_set_clear_func (page->pieces, clear_piece);
  page->rules = g_array_new (FALSE, FALSE, sizeof (double));
  page->sheet = flow->sheets->len - 1;
  g_ptr_array_add (flow->pages, page);
  sheet->n_pages++;
  flow->y = flow->margin;

  if (flow->header == NULL)
    return;
  for (guint i = 0; i < flow->header->len; i++)
    g_array_index (flow->header, ZgPageColumn, i).next = 0;
  place_columns (flow, flow->header, TRUE);
  zg_page_flow_add_rule (flow);
}

/**
 * zg_page_flow_begin_sheet:
 * @flow: pages
 * @footer: (nullable): what stands below each page of the sheet, beside its number
 *
 * What follows is about something else: it begins on a page of its own, and its pages are counted by themselves.
 */
void
zg_page_flow_begin_sheet (ZgPageFlow *flow,
                          const char *footer)
{
  Sheet *sheet = g_new0 (Sheet, 1);

  zg_page_flow_end_table (flow);
  sheet->footer = g_strdup (footer);
  sheet->first_page = flow->pages->len;
  g_ptr_array_add (flow->sheets, sheet);
  add_page (flow);
}

/**
 * zg_page_flow_add_row:
 * @flow: pages
 * @cells: (array length=n_cells): texts beside each other
 */
void
zg_page_flow_add_row (ZgPageFlow       *flow,
                      const ZgPageCell *cells,
                      guint             n_cells)
{
  g_autoptr(GArray) columns = make_columns (flow, cells, n_cells);
  double whole_page = get_bottom (flow) - flow->margin;
  gboolean fits_a_page = get_rest (columns) <= whole_page / 2;

  if (fits_a_page && flow->y + get_rest (columns) > get_bottom (flow))
    add_page (flow);
  while (get_rest (columns) > 0)
    {
      double before = flow->y;

      place_columns (flow, columns, FALSE);
      if (get_rest (columns) <= 0)
        break;
      /* A line that is higher than a page is drawn over its edge rather than never. */
      if (flow->y <= before && flow->y <= flow->margin)
        place_columns (flow, columns, TRUE);
      else
        add_page (flow);
    }
  flow->y += flow->line * 0.2;
}

/**
 * zg_page_flow_add_text:
 * @flow: pages
 * @text: (nullable): plain text, over the whole width
 */
void
zg_page_flow_add_text (ZgPageFlow  *flow,
                       const char  *text,
                       ZgPageStyle  style)
{
  ZgPageCell cell = { text, style, 1, PANGO_ALIGN_LEFT };

  zg_page_flow_add_row (flow, &cell, 1);
}

/**
 * zg_page_flow_begin_table:
 * @flow: pages
 * @cells: (array length=n_cells): the header, which stands on top of each page that the rows go on
 */
void
zg_page_flow_begin_table (ZgPageFlow       *flow,
                          const ZgPageCell *cells,
                          guint             n_cells)
{
  zg_page_flow_end_table (flow);
  /* The header is never left alone below a page. */
  if (flow->y + 4 * flow->line > get_bottom (flow))
    add_page (flow);
  zg_page_flow_add_row (flow, cells, n_cells);
  zg_page_flow_add_rule (flow);
  flow->header = make_columns (flow, cells, n_cells);
}

/**
 * zg_page_flow_end_table:
 * @flow: pages
 */
void
zg_page_flow_end_table (ZgPageFlow *flow)
{
  g_clear_pointer (&flow->header, g_array_unref);
}

/**
 * zg_page_flow_add_rule:
 * @flow: pages
 *
 * A thin line across the page.
 */
void
zg_page_flow_add_rule (ZgPageFlow *flow)
{
  double y = flow->y + flow->line * 0.15;

  g_array_append_val (get_page (flow)->rules, y);
  flow->y += flow->line * 0.4;
}

/**
 * zg_page_flow_add_space:
 * @flow: pages
 * @lines: how high, in lines of ordinary text
 */
void
zg_page_flow_add_space (ZgPageFlow *flow,
                        double      lines)
{
  flow->y += flow->line * lines;
}

/**
 * zg_page_flow_get_n_pages:
 * @flow: pages
 *
 * Returns: how many there are
 */
guint
zg_page_flow_get_n_pages (const ZgPageFlow *flow)
{
  return flow->pages->len;
}

/* Drawing *************************************************************************************************************/

static void
draw_footer (ZgPageFlow *flow,
             guint       index,
             cairo_t    *cr)
{
  const Page *page = g_ptr_array_index (flow->pages, index);
  const Sheet *sheet = g_ptr_array_index (flow->sheets, page->sheet);
  g_autofree char *number = g_strdup_printf ("%u / %u", index - sheet->first_page + 1, sheet->n_pages);
  ZgPageCell cells[] = { { sheet->footer, ZG_PAGE_SMALL, 4, PANGO_ALIGN_LEFT }, { number, ZG_PAGE_SMALL, 1, PANGO_ALIGN_RIGHT } };
  g_autoptr(GArray) columns = make_columns (flow, cells, G_N_ELEMENTS (cells));

  for (guint i = 0; i < columns->len; i++)
    {
      const ZgPageColumn *column = &g_array_index (columns, ZgPageColumn, i);
      ZgPagePiece piece = { column->layout, 0, 1, column->x, flow->height - flow->margin - flow->line };

      zg_page_piece_draw (&piece, cr);
    }
}

/**
 * zg_page_flow_draw:
 * @flow: pages
 * @page: which one, counted from 0
 * @cr: a surface in points whose origin is the corner of the paper
 */
void
zg_page_flow_draw (ZgPageFlow *flow,
                   guint       page,
                   cairo_t    *cr)
{
  const Page *drawn = g_ptr_array_index (flow->pages, page);

  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < drawn->pieces->len; i++)
    zg_page_piece_draw (&g_array_index (drawn->pieces, ZgPagePiece, i), cr);
  cairo_set_line_width (cr, 0.5);
  for (guint i = 0; i < drawn->rules->len; i++)
    {
      double y = g_array_index (drawn->rules, double, i);

      cairo_move_to (cr, flow->margin, y);
      cairo_line_to (cr, flow->width - flow->margin, y);
      cairo_stroke (cr);
    }
  draw_footer (flow, page, cr);
}

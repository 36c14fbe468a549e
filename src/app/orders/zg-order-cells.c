/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-cells"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-checklist.h"
#include "zg-money.h"
#include "zg-order-cells.h"
#include "zg-order-flag.h"
#include "zg-order-lines.h"
#include "zg-order-tone.h"
#include "zg-row-list.h"

/*
 * What the cells of the order list show. A cell is made once, filled for whatever row it stands in at the time, and
 * filled again when that row changes in the shop file.
 */

typedef GtkWidget *(*MakeFunc) (void);
typedef void (*FillFunc) (GtkWidget         *cell,
                          const ZgOrderLine *line,
                          ZgSession         *session);

typedef struct {
  MakeFunc make;
  FillFunc fill;
  ZgSession *session;
} Cells;

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "secondary");
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static GtkWidget *
make_name (void)
{
  GtkWidget *label = make_label ();

  gtk_widget_remove_css_class (label, "secondary");
  gtk_widget_add_css_class (label, "who");
  return label;
}

static GtkWidget *
make_number (void)
{
  GtkWidget *label = make_label ();

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  return label;
}

static GtkWidget *
make_state (void)
{
  GtkWidget *pill = zg_pill_new (NULL, ZG_TONE_NEUTRAL);

  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  return pill;
}

static void
set_dim (GtkWidget *cell,
         gboolean   dim)
{
  if (dim)
    gtk_widget_add_css_class (cell, "dim-label");
  else
    gtk_widget_remove_css_class (cell, "dim-label");
}

/* The whole row of the order that the clerk is talking about is tinted. */
static void
set_current (GtkWidget         *list_row,
             const ZgOrderLine *line,
             ZgSession         *session)
{
  if (list_row == NULL)
    return;
  if (line != NULL && line->row->id == zg_session_get_order_id (session))
    gtk_widget_add_css_class (list_row, "current");
  else
    gtk_widget_remove_css_class (list_row, "current");
}

static void
set_text (GtkWidget  *cell,
          const char *text)
{
  gtk_label_set_text (GTK_LABEL (cell), text != NULL ? text : "");
}

static void
fill_flag (GtkWidget         *cell,
           const ZgOrderLine *line,
           ZgSession         *session)
{
  zg_order_flag_show (GTK_IMAGE (cell), line != NULL ? line->row->flag : 0);
  /* GTK 4.8 has no rows to bind: the row is what holds this cell's frame. */
  set_current (gtk_widget_get_parent (gtk_widget_get_parent (cell)), line, session);
}

static void
fill_tail (GtkWidget         *cell,
           const ZgOrderLine *line,
           ZgSession         *session)
{
  g_autofree char *tail = line != NULL ? zg_order_number_tail (line->row->number) : NULL;

  set_text (cell, tail);
}

static void
fill_name (GtkWidget         *cell,
           const ZgOrderLine *line,
           ZgSession         *session)
{
  set_text (cell, line != NULL ? line->row->call_name : NULL);
}

static void
fill_goods (GtkWidget         *cell,
            const ZgOrderLine *line,
            ZgSession         *session)
{
  g_autofree char *text = NULL;

  if (line == NULL)
    text = NULL;
  else if (line->row->quantity > 1)
    /* TRANSLATORS: the first of the goods and how many pieces in all, "Cardigan black L, 2 pieces" */
    text = g_strdup_printf (ngettext ("%s, %ld piece", "%s, %ld pieces", (gulong) line->row->quantity),
                            line->row->first_item != NULL ? line->row->first_item : "",
                            (glong) line->row->quantity);
  else
    text = g_strdup (line->row->first_item);
  set_text (cell, text);
}

static void
fill_total (GtkWidget         *cell,
            const ZgOrderLine *line,
            ZgSession         *session)
{
  g_autofree char *text = line != NULL ? zg_money_to_text (line->row->total, line->row->currency) : NULL;

  set_text (cell, text);
}

static void
fill_state (GtkWidget         *cell,
            const ZgOrderLine *line,
            ZgSession         *session)
{
  zg_pill_set_label (ZG_PILL (cell), line != NULL ? zg_order_state_to_label (line->row->state) : NULL);
  zg_pill_set_tone (ZG_PILL (cell), line != NULL ? zg_order_tone (line->row->state) : ZG_TONE_NEUTRAL);
}

static void
fill_check (GtkWidget         *cell,
            const ZgOrderLine *line,
            ZgSession         *session)
{
  gboolean complete = line != NULL && line->row->confirmed_at != ZG_TIME_NONE;
  gboolean over = line != NULL && (line->row->state == ZG_ORDER_CLOSED
                                   || (line->row->state >= ZG_ORDER_SHIPPED && line->row->n_ticked == 0));
  g_autofree char *text = NULL;

  if (complete)
    /* TRANSLATORS: every row of the confirmation list is ticked */
    text = g_strdup (_("complete"));
  else if (over)
    text = g_strdup ("—");
  else if (line != NULL)
    text = g_strdup_printf ("%d/%d", line->row->n_ticked, ZG_N_HUMAN_CHECKS);
  set_text (cell, text);
  set_dim (cell, complete || over);
}

static ZgTone
tone_of (ZgOrderUrgency urgency)
{
  switch (urgency)
    {
    case ZG_ORDER_URGENCY_LATE:
      return ZG_TONE_ERROR;
    case ZG_ORDER_URGENCY_SOON:
      return ZG_TONE_WARNING;
    case ZG_ORDER_URGENCY_NONE:
    case ZG_ORDER_URGENCY_NORMAL:
    default:
      return ZG_TONE_NEUTRAL;
    }
}

static void
fill_promise (GtkWidget         *cell,
              const ZgOrderLine *line,
              ZgSession         *session)
{
  ZgOrderUrgency urgency = line != NULL ? line->promise_urgency : ZG_ORDER_URGENCY_NONE;

  set_text (cell, line != NULL && *line->promise == '\0' ? "—" : line != NULL ? line->promise : NULL);
  zg_widget_set_tone (cell, tone_of (urgency));
  set_dim (cell, urgency == ZG_ORDER_URGENCY_NONE);
}

static void
fill_next (GtkWidget         *cell,
           const ZgOrderLine *line,
           ZgSession         *session)
{
  ZgOrderUrgency urgency = line != NULL ? line->next_urgency : ZG_ORDER_URGENCY_NONE;

  set_text (cell, line != NULL ? line->next_step : NULL);
  zg_widget_set_tone (cell, tone_of (urgency));
  set_dim (cell, urgency == ZG_ORDER_URGENCY_NONE);
}

static const struct {
  const char *title;
  int width;                    /* 0: takes what is left */
  int sort;                     /* a ZgOrderSort, or -1 */
  ZgColumnMode from;            /* the narrowest window that has room for it */
  MakeFunc make;
  FillFunc fill;
} columns[] = {
  { "", 46, -1, ZG_COLUMN_MODE_NARROW, gtk_image_new, fill_flag },
  { N_("Order"), 78, ZG_ORDER_SORT_ORDERED, ZG_COLUMN_MODE_NARROW, make_label, fill_tail },
  { N_("Customer"), 108, -1, ZG_COLUMN_MODE_NARROW, make_name, fill_name },
  { N_("Goods"), 0, -1, ZG_COLUMN_MODE_NARROW, make_label, fill_goods },
  { N_("Amount"), 92, ZG_ORDER_SORT_TOTAL, ZG_COLUMN_MODE_NARROW, make_number, fill_total },
  { N_("State"), 96, -1, ZG_COLUMN_MODE_NARROW, make_state, fill_state },
  { N_("Checks"), 88, -1, ZG_COLUMN_MODE_NARROW, make_label, fill_check },
  { N_("Ships by"), 152, -1, ZG_COLUMN_MODE_MEDIUM, make_label, fill_promise },
  { N_("Next step"), 172, -1, ZG_COLUMN_MODE_MEDIUM, make_label, fill_next },
};

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          Cells                    *cells)
{
  gtk_list_item_set_child (item, cells->make ());
}

static void
fill (ZgRow       *row,
      GParamSpec  *pspec,
      GtkListItem *item)
{
  GtkListItemFactory *factory = g_object_get_data (G_OBJECT (item), "factory");
  Cells *cells = g_object_get_data (G_OBJECT (factory), "cells");

  cells->fill (gtk_list_item_get_child (item), zg_row_get_value (row), cells->session);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         Cells                    *cells)
{
  ZgRow *row = gtk_list_item_get_item (item);

  g_object_set_data (G_OBJECT (item), "factory", factory);
  fill (row, NULL, item);
  g_signal_connect (row, "notify::value", G_CALLBACK (fill), item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           Cells                    *cells)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), fill, item);
}

static void
cells_free (gpointer data)
{
  Cells *cells = data;

  g_object_unref (cells->session);
  g_free (cells);
}

static GtkListItemFactory *
create_factory (MakeFunc   make,
                FillFunc   fill_func,
                ZgSession *session)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Cells *cells = g_new0 (Cells, 1);

  cells->make = make;
  cells->fill = fill_func;
  cells->session = g_object_ref (session);
  g_object_set_data_full (G_OBJECT (factory), "cells", cells, cells_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), cells);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), cells);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), cells);
  return factory;
}

/* Two lines for the narrow window **********************************************************************************/

static GtkWidget *
make_two_lines (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = make_name ();
  GtkWidget *goods = make_label ();

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (first), name);
  gtk_box_append (GTK_BOX (first), gtk_image_new ());
  gtk_box_append (GTK_BOX (first), make_label ());
  gtk_box_append (GTK_BOX (first), make_state ());
  gtk_widget_set_hexpand (goods, TRUE);
  gtk_box_append (GTK_BOX (second), goods);
  gtk_box_append (GTK_BOX (second), make_number ());
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  return box;
}

static void
fill_two_lines (GtkWidget         *cell,
                const ZgOrderLine *line,
                ZgSession         *session)
{
  GtkWidget *first = gtk_widget_get_first_child (cell);
  GtkWidget *second = gtk_widget_get_last_child (cell);
  GtkWidget *name = gtk_widget_get_first_child (first);
  GtkWidget *flag = gtk_widget_get_next_sibling (name);
  GtkWidget *tail = gtk_widget_get_next_sibling (flag);

  fill_name (name, line, session);
  zg_order_flag_show (GTK_IMAGE (flag), line != NULL ? line->row->flag : 0);
  fill_tail (tail, line, session);
  set_dim (tail, TRUE);
  fill_state (gtk_widget_get_last_child (first), line, session);
  fill_goods (gtk_widget_get_first_child (second), line, session);
  fill_total (gtk_widget_get_last_child (second), line, session);
  set_current (gtk_widget_get_parent (cell), line, session);
}

/**
 * zg_order_cells_two_line_factory:
 * @session: about which order the clerk is talking
 *
 * Returns: (transfer full): what fills the rows of the narrow list
 */
GtkListItemFactory *
zg_order_cells_two_line_factory (ZgSession *session)
{
  return create_factory (make_two_lines, fill_two_lines, session);
}

/* Columns and their order ******************************************************************************************/

/*
 * GTK 4.8 tells nobody by which column a view is sorted. So each column's sorter, instead of comparing, says that it was
 * asked and that the first is the smaller: a question to the sorter of the whole view then tells column and direction.
 */
static int asked_column = -1;

static int
answer_with_column (gconstpointer a,
                    gconstpointer b,
                    gpointer      column)
{
  asked_column = GPOINTER_TO_INT (column);
  return a < b ? -1 : 1;
}

/**
 * zg_order_cells_get_sort:
 * @view: a view with the columns of zg_order_cells_add_columns()
 * @sort_out: (out): what it is sorted by
 * @descending_out: (out): whether the largest or newest comes first
 *
 * Returns: whether it is sorted by any column
 */
gboolean
zg_order_cells_get_sort (GtkColumnView *view,
                         ZgOrderSort   *sort_out,
                         gboolean      *descending_out)
{
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  GObject *small = MIN (one, other);
  GObject *large = MAX (one, other);
  GtkOrdering order;

  asked_column = -1;
  order = gtk_sorter_compare (gtk_column_view_get_sorter (view), small, large);
  if (asked_column < 0)
    return FALSE;

  *sort_out = columns[asked_column].sort;
  *descending_out = order == GTK_ORDERING_LARGER;
  return TRUE;
}

/**
 * zg_order_cells_sort_descending:
 * @view: a view with the columns of zg_order_cells_add_columns()
 * @sort: one of the things it can be sorted by
 *
 * Sorts with the largest or newest at the top.
 */
void
zg_order_cells_sort_descending (GtkColumnView *view,
                                ZgOrderSort    sort)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (view), i);

      if (columns[i].sort == (int) sort)
        gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
    }
}

/**
 * zg_order_cells_set_column_mode:
 * @view: a view with the columns of zg_order_cells_add_columns()
 * @mode: how much room the window has
 *
 * Shows the columns that fit.
 */
void
zg_order_cells_set_column_mode (GtkColumnView *view,
                                ZgColumnMode   mode)
{
  GListModel *model = gtk_column_view_get_columns (view);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (model, i);
      gboolean fits = mode >= columns[i].from;

      gtk_column_view_column_set_visible (column, fits);
      /* GTK 4.8 counts the fixed width of a hidden column, and the window could never become narrow. */
      if (columns[i].width > 0)
        gtk_column_view_column_set_fixed_width (column, fits ? columns[i].width : 0);
    }
}

/**
 * zg_order_cells_add_columns:
 * @view: an empty view
 * @session: about which order the clerk is talking
 *
 * Adds the columns of the order list, the newest order first.
 */
void
zg_order_cells_add_columns (GtkColumnView *view,
                            ZgSession     *session)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const char *title = *columns[i].title != '\0' ? _(columns[i].title) : "";
      g_autoptr (GtkColumnViewColumn) column =
        gtk_column_view_column_new (title, create_factory (columns[i].make, columns[i].fill, session));

      if (columns[i].width > 0)
        gtk_column_view_column_set_fixed_width (column, columns[i].width);
      else
        gtk_column_view_column_set_expand (column, TRUE);
      if (columns[i].sort >= 0)
        {
          g_autoptr (GtkSorter) sorter =
            GTK_SORTER (gtk_custom_sorter_new (answer_with_column, GINT_TO_POINTER ((int) i), NULL));

          gtk_column_view_column_set_sorter (column, sorter);
        }
      gtk_column_view_append_column (view, column);
      if (columns[i].sort == ZG_ORDER_SORT_ORDERED)
        gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
    }
}

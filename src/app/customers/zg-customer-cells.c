/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-cells"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-cells.h"
#include "zg-customer-desk.h"
#include "zg-customer-name.h"
#include "zg-hidden-label.h"
#include "zg-money.h"
#include "zg-phone.h"
#include "zg-pill.h"
#include "zg-row-list.h"

/*
 * What the cells of the customer list show. A cell is made once, filled for whatever row it stands in at the time, and
 * filled again when that row changes in the shop file.
 */

/* More tags than these are only counted: the column is for recognising somebody, not for reading. */
#define N_TAGS 2

typedef GtkWidget *(*MakeFunc) (void);
typedef void (*FillFunc) (GtkWidget           *cell,
                          const ZgCustomerRow *row,
                          ZgSession           *session);

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
  return label;
}

static GtkWidget *
make_number (void)
{
  GtkWidget *label = make_label ();

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static GtkWidget *
make_time (void)
{
  GtkWidget *label = make_label ();

  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static GtkWidget *
make_phone (void)
{
  GtkWidget *phone = zg_hidden_label_new ();

  gtk_widget_add_css_class (phone, "secondary");
  gtk_widget_add_css_class (phone, "numeric");
  return phone;
}

/* Pills are made as they are needed: a view makes the cells of 200 rows at once. */
static GtkWidget *
make_tags (void)
{
  return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
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

/* The whole row of whom the clerk is talking to is tinted. */
static void
set_current (GtkWidget *list_row,
             gboolean   current)
{
  if (list_row == NULL)
    return;
  if (current)
    gtk_widget_add_css_class (list_row, "current");
  else
    gtk_widget_remove_css_class (list_row, "current");
}

static void
fill_name (GtkWidget           *cell,
           const ZgCustomerRow *row,
           ZgSession           *session)
{
  gboolean current = row != NULL && row->id == zg_session_get_customer_id (session);

  zg_customer_name_show (ZG_CUSTOMER_NAME (cell), row, current);
  /* GTK 4.8 has no rows to bind: the row is what holds this cell's frame. */
  set_current (gtk_widget_get_parent (gtk_widget_get_parent (cell)), current);
}

static void
fill_phone (GtkWidget           *cell,
            const ZgCustomerRow *row,
            ZgSession           *session)
{
  g_autoptr (ZgPhone) phone = zg_phone_parse (row != NULL ? row->phone.text : NULL);
  g_autofree char *text = zg_phone_to_text (phone);

  zg_hidden_label_set_text (ZG_HIDDEN_LABEL (cell), text, phone->disclosure);
}

static void
fill_city (GtkWidget           *cell,
           const ZgCustomerRow *row,
           ZgSession           *session)
{
  gtk_label_set_text (GTK_LABEL (cell), row != NULL && row->city != NULL ? row->city : "");
}

static void
fill_level (GtkWidget           *cell,
            const ZgCustomerRow *row,
            ZgSession           *session)
{
  gboolean has_level = row != NULL && row->level != NULL && *row->level != '\0';

  gtk_label_set_text (GTK_LABEL (cell), has_level ? row->level : _("normal"));
  set_dim (cell, !has_level);
}

static void
fill_tags (GtkWidget           *cell,
           const ZgCustomerRow *row,
           ZgSession           *session)
{
  g_auto (GStrv) tags = g_strsplit (row != NULL && row->tags != NULL ? row->tags : "", "\n", -1);
  guint n_tags = g_strv_length (tags);
  GtkWidget *pill = gtk_widget_get_first_child (cell);
  g_autofree char *more = n_tags > N_TAGS ? g_strdup_printf ("+%u", n_tags - N_TAGS) : NULL;

  for (guint i = 0; i < MIN (n_tags, N_TAGS + 1); i++)
    {
      if (pill == NULL)
        {
          pill = zg_pill_new (NULL, ZG_TONE_NEUTRAL);
          gtk_box_append (GTK_BOX (cell), pill);
        }
      zg_pill_set_label (ZG_PILL (pill), i < N_TAGS ? tags[i] : more);
      gtk_widget_show (pill);
      pill = gtk_widget_get_next_sibling (pill);
    }
  for (; pill != NULL; pill = gtk_widget_get_next_sibling (pill))
    gtk_widget_hide (pill);
}

static void
fill_orders (GtkWidget           *cell,
             const ZgCustomerRow *row,
             ZgSession           *session)
{
  g_autofree char *text = row != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, row->n_orders) : NULL;

  gtk_label_set_text (GTK_LABEL (cell), text != NULL ? text : "");
  set_dim (cell, row == NULL || row->n_orders == 0);
}

static void
fill_spent (GtkWidget           *cell,
            const ZgCustomerRow *row,
            ZgSession           *session)
{
  g_autofree char *text = row != NULL ? zg_money_to_text (row->spent, row->currency) : NULL;

  gtk_label_set_text (GTK_LABEL (cell), text != NULL ? text : "");
  set_dim (cell, row == NULL || row->spent == 0);
}

static void
fill_last_order (GtkWidget           *cell,
                 const ZgCustomerRow *row,
                 ZgSession           *session)
{
  ZgClock *clock = zg_session_get_clock (session);
  g_autofree char *text =
    row != NULL ? zg_time_to_text (row->last_order_at, zg_clock_now (clock), zg_clock_get_zone (clock)) : NULL;

  gtk_label_set_text (GTK_LABEL (cell), text != NULL ? text : "");
}

static void
fill_quiet (GtkWidget           *cell,
            const ZgCustomerRow *row,
            ZgSession           *session)
{
  ZgClock *clock = zg_session_get_clock (session);
  int days = row != NULL ? zg_customer_desk_quiet_days (row->last_order_at, row->last_contact_at, clock) : -1;
  gboolean is_quiet = row != NULL && row->n_orders > 0 && days > ZG_QUIET_DAYS;
  g_autofree char *text = NULL;

  if (days == 0)
    text = g_strdup (_("today"));
  else if (days > 0)
    text = g_strdup_printf (ngettext ("%d day", "%d days", days), days);
  gtk_label_set_text (GTK_LABEL (cell), text != NULL ? text : "");
  zg_widget_set_tone (cell, is_quiet ? ZG_TONE_WARNING : ZG_TONE_NEUTRAL);
  set_dim (cell, !is_quiet);
}

static const struct {
  const char *title;
  int width;                    /* 0: takes what is left */
  gboolean right;
  int sort;                     /* a ZgCustomerSort, or -1 */
  gboolean backwards;           /* what the column shows grows while what it sorts by falls */
  ZgColumnMode from;            /* the narrowest window that has room for it */
  MakeFunc make;
  FillFunc fill;
} columns[] = {
  { N_("Customer"), 0, FALSE, ZG_CUSTOMER_SORT_NAME, FALSE, ZG_COLUMN_MODE_NARROW,
    zg_customer_name_new, fill_name },
  { N_("Phone"), 138, FALSE, -1, FALSE, ZG_COLUMN_MODE_NARROW,
    make_phone, fill_phone },
  { N_("City"), 104, FALSE, -1, FALSE, ZG_COLUMN_MODE_MEDIUM,
    make_label, fill_city },
  { N_("Level"), 76, FALSE, -1, FALSE, ZG_COLUMN_MODE_WIDE,
    make_label, fill_level },
  { N_("Tags"), 168, FALSE, -1, FALSE, ZG_COLUMN_MODE_WIDE,
    make_tags, fill_tags },
  { N_("Orders"), 64, TRUE, -1, FALSE, ZG_COLUMN_MODE_NARROW,
    make_number, fill_orders },
  { N_("Spent"), 92, TRUE, ZG_CUSTOMER_SORT_SPENT, FALSE, ZG_COLUMN_MODE_NARROW,
    make_number, fill_spent },
  { N_("Last order"), 124, FALSE, ZG_CUSTOMER_SORT_LAST_ORDER, FALSE, ZG_COLUMN_MODE_NARROW,
    make_time, fill_last_order },
  { N_("Silent for"), 84, TRUE, ZG_CUSTOMER_SORT_LAST_CONTACT, TRUE, ZG_COLUMN_MODE_NARROW,
    make_number, fill_quiet },
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
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = zg_customer_name_new ();
  GtkWidget *phone = make_phone ();

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (first), name);
  gtk_box_append (GTK_BOX (first), make_number ());
  gtk_widget_set_hexpand (phone, TRUE);
  gtk_widget_set_margin_start (second, 25);
  gtk_box_append (GTK_BOX (second), phone);
  gtk_box_append (GTK_BOX (second), make_number ());
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  return box;
}

static void
fill_two_lines (GtkWidget           *cell,
                const ZgCustomerRow *row,
                ZgSession           *session)
{
  GtkWidget *first = gtk_widget_get_first_child (cell);
  GtkWidget *second = gtk_widget_get_last_child (cell);
  gboolean current = row != NULL && row->id == zg_session_get_customer_id (session);

  zg_customer_name_show (ZG_CUSTOMER_NAME (gtk_widget_get_first_child (first)), row, current);
  fill_spent (gtk_widget_get_last_child (first), row, session);
  fill_phone (gtk_widget_get_first_child (second), row, session);
  fill_last_order (gtk_widget_get_last_child (second), row, session);
  set_dim (gtk_widget_get_last_child (second), TRUE);
  set_current (gtk_widget_get_parent (cell), current);
}

/**
 * zg_customer_cells_two_line_factory:
 * @session: whom the clerk is talking to, and what time it is
 *
 * Returns: (transfer full): what fills the rows of the narrow list
 */
GtkListItemFactory *
zg_customer_cells_two_line_factory (ZgSession *session)
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
 * zg_customer_cells_get_sort:
 * @view: a view with the columns of zg_customer_cells_add_columns()
 * @sort_out: (out): what it is sorted by
 * @descending_out: (out): whether the largest comes first
 *
 * Returns: whether it is sorted by any column
 */
gboolean
zg_customer_cells_get_sort (GtkColumnView  *view,
                            ZgCustomerSort *sort_out,
                            gboolean       *descending_out)
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
  *descending_out = (order == GTK_ORDERING_LARGER) != columns[asked_column].backwards;
  return TRUE;
}

/**
 * zg_customer_cells_sort_descending:
 * @view: a view with the columns of zg_customer_cells_add_columns()
 * @sort: one of the things it can be sorted by
 *
 * Sorts with the largest at the top, as the column shows it: the longest silence, the newest order.
 */
void
zg_customer_cells_sort_descending (GtkColumnView  *view,
                                   ZgCustomerSort  sort)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (view), i);

      if (columns[i].sort == (int) sort)
        gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
    }
}

/**
 * zg_customer_cells_set_column_mode:
 * @view: a view with the columns of zg_customer_cells_add_columns()
 * @mode: how much room the window has
 *
 * Shows the columns that fit.
 */
void
zg_customer_cells_set_column_mode (GtkColumnView *view,
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
 * zg_customer_cells_add_columns:
 * @view: an empty view
 * @session: whom the clerk is talking to, and what time it is
 *
 * Adds the columns of the customer list, sorted by the last order, the newest first.
 */
void
zg_customer_cells_add_columns (GtkColumnView *view,
                               ZgSession     *session)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column =
        gtk_column_view_column_new (_(columns[i].title),
                                    create_factory (columns[i].make, columns[i].fill, session));

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
      if (columns[i].sort == ZG_CUSTOMER_SORT_LAST_ORDER)
        gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-table"

#include "config.h"

#include "zg-table.h"
#include "zg-table-header.h"

/**
 * ZgTable:
 *
 * A table over a #ZgRowList: titles to sort by, and rows that scroll below them. In the narrowest window rows have two
 * lines and there are no titles.
 *
 * CSS node: `columnview`
 */
struct _ZgTable
{
  GtkWidget parent_instance;

  const ZgTableColumn *columns;
  guint n_columns;
  ZgTableHeader *header;
  GtkWidget *scroller;
  ZgTableView *view;
};

enum {
  ACTIVATE,
  SORT,
  COLUMNS_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgTable, zg_table, GTK_TYPE_WIDGET)

static void
activate_cb (ZgTable *self,
             guint    position)
{
  g_signal_emit (self, signals[ACTIVATE], 0, position);
}

static void
sort_cb (ZgTable  *self,
         int       sort,
         gboolean  descending)
{
  g_signal_emit (self, signals[SORT], 0, sort, descending);
}

static void
columns_chosen_cb (ZgTable *self)
{
  zg_table_view_set_hidden (self->view, zg_table_header_get_hidden (self->header));
  g_signal_emit (self, signals[COLUMNS_CHOSEN], 0);
}

static gboolean
zg_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ZG_TABLE (widget)->view));
}

static void
zg_table_dispose (GObject *object)
{
  ZgTable *self = ZG_TABLE (object);

  g_clear_pointer ((GtkWidget **) &self->header, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  self->view = NULL;

  G_OBJECT_CLASS (zg_table_parent_class)->dispose (object);
}

static void
zg_table_class_init (ZgTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_table_dispose;
  widget_class->grab_focus = zg_table_grab_focus;

  signals[ACTIVATE] = g_signal_new ("activate", ZG_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    G_TYPE_UINT);
  signals[SORT] = g_signal_new ("sort", ZG_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_INT, G_TYPE_BOOLEAN);
  signals[COLUMNS_CHOSEN] = g_signal_new ("columns-chosen", ZG_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "columnview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
zg_table_init (ZgTable *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->header = g_object_new (ZG_TYPE_TABLE_HEADER, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->header), GTK_WIDGET (self));

  self->view = g_object_new (ZG_TYPE_TABLE_VIEW, NULL);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  g_signal_connect_swapped (self->header, "sort", G_CALLBACK (sort_cb), self);
  g_signal_connect_swapped (self->header, "columns-chosen", G_CALLBACK (columns_chosen_cb), self);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
}

/**
 * zg_table_set_columns:
 * @columns: a constant
 * @n_columns: how many
 * @fill: fills the rows
 * @data: for @fill; has to live as long as the table
 *
 * Says what the table shows; to be called once.
 */
void
zg_table_set_columns (ZgTable             *self,
                      const ZgTableColumn *columns,
                      guint                n_columns,
                      ZgTableFillFunc      fill,
                      gpointer             data)
{
  g_return_if_fail (ZG_IS_TABLE (self));

  self->columns = columns;
  self->n_columns = n_columns;
  zg_table_header_set_columns (self->header, columns, n_columns);
  zg_table_view_set_columns (self->view, columns, n_columns, fill, data);
}

/**
 * zg_table_set_label:
 * @label: what the rows are, for whoever does not see them
 */
void
zg_table_set_label (ZgTable    *self,
                    const char *label)
{
  g_return_if_fail (ZG_IS_TABLE (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * zg_table_set_model:
 * @model: (nullable): a list of #ZgRow
 */
void
zg_table_set_model (ZgTable    *self,
                    GListModel *model)
{
  g_return_if_fail (ZG_IS_TABLE (self));

  zg_table_view_set_model (self->view, model);
}

/**
 * zg_table_get_model:
 *
 * Returns: (transfer none) (nullable): the list
 */
GListModel *
zg_table_get_model (ZgTable *self)
{
  g_return_val_if_fail (ZG_IS_TABLE (self), NULL);

  return zg_table_view_get_model (self->view);
}

/**
 * zg_table_get_view:
 *
 * Returns: (transfer none): the rows
 */
ZgTableView *
zg_table_get_view (ZgTable *self)
{
  g_return_val_if_fail (ZG_IS_TABLE (self), NULL);

  return self->view;
}

/**
 * zg_table_set_column_mode:
 * @mode: how much room the window has
 */
void
zg_table_set_column_mode (ZgTable      *self,
                          ZgColumnMode  mode)
{
  g_return_if_fail (ZG_IS_TABLE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->header), mode != ZG_COLUMN_MODE_SLIM);
  zg_table_view_set_column_mode (self->view, mode);
}

/**
 * zg_table_set_sort:
 * @sort: what the rows are sorted by
 * @descending: whether what the column shows falls from the top
 *
 * Shows the arrow beside that title. To sort is not the table's work.
 */
void
zg_table_set_sort (ZgTable  *self,
                   int       sort,
                   gboolean  descending)
{
  g_return_if_fail (ZG_IS_TABLE (self));

  zg_table_header_set_sort (self->header, sort, descending);
}

/**
 * zg_table_set_hidden:
 * @text: what zg_table_dup_hidden() returned once, or empty
 *
 * Hides the columns that were hidden then, where they can be.
 */
void
zg_table_set_hidden (ZgTable    *self,
                     const char *text)
{
  guint hidden;

  g_return_if_fail (ZG_IS_TABLE (self));

  hidden = zg_table_columns_parse_hidden (self->columns, self->n_columns, text);
  zg_table_header_set_hidden (self->header, hidden);
  zg_table_view_set_hidden (self->view, hidden);
}

/**
 * zg_table_dup_hidden:
 *
 * Returns: (transfer full): which columns are hidden, for a setting
 */
char *
zg_table_dup_hidden (ZgTable *self)
{
  g_return_val_if_fail (ZG_IS_TABLE (self), NULL);

  return zg_table_columns_format_hidden (self->columns, self->n_columns, zg_table_header_get_hidden (self->header));
}

/**
 * zg_table_get_selected:
 *
 * Returns: the position that is chosen, or %GTK_INVALID_LIST_POSITION
 */
guint
zg_table_get_selected (ZgTable *self)
{
  g_return_val_if_fail (ZG_IS_TABLE (self), GTK_INVALID_LIST_POSITION);

  return zg_table_view_get_selected (self->view);
}

/**
 * zg_table_set_selected:
 * @position: a position, or %GTK_INVALID_LIST_POSITION
 */
void
zg_table_set_selected (ZgTable *self,
                       guint    position)
{
  g_return_if_fail (ZG_IS_TABLE (self));

  zg_table_view_set_selected (self->view, position);
}

/**
 * zg_table_scroll_to:
 * @position: a position
 *
 * Scrolls as little as is needed to see that row.
 */
void
zg_table_scroll_to (ZgTable *self,
                    guint    position)
{
  g_return_if_fail (ZG_IS_TABLE (self));

  zg_table_view_scroll_to (self->view, position);
}

static GtkAdjustment *
get_adjustment (ZgTable *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

/**
 * zg_table_get_place:
 *
 * Returns: how far it is scrolled, px
 */
double
zg_table_get_place (ZgTable *self)
{
  g_return_val_if_fail (ZG_IS_TABLE (self), 0);

  return gtk_adjustment_get_value (get_adjustment (self));
}

/**
 * zg_table_set_place:
 * @place: how far to scroll, px
 */
void
zg_table_set_place (ZgTable *self,
                    double   place)
{
  g_return_if_fail (ZG_IS_TABLE (self));

  gtk_adjustment_set_value (get_adjustment (self), place);
}

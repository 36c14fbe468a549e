/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-list"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-order-cells.h"
#include "zg-order-list.h"
#include "zg-order-query.h"
#include "zg-empty-state.h"
#include "zg-order-lines.h"
#include "zg-row-list.h"

/* An import writes many times a second: the list looks again this long after the first write it hears of. */
#define RELOAD_DELAY 300

/**
 * ZgOrderList:
 *
 * The list of the Orders screen: a search field, filters with their counts, and a table, or rows of two lines in a
 * narrow window. It knows nothing of pages: it activates `orders.open` (x).
 */
struct _ZgOrderList
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgColumnMode column_mode;
  ZgRowList *model;
  GtkSingleSelection *selection;
  ZgOrderQuery query;
  ZgOrderFilter filter;      /* of the whole list; a search looks at all orders */
  GCancellable *cancellable;    /* of the query that is under way */
  GCancellable *count_cancellable;
  guint reload_timeout;
  gint64 talking_to;
  gboolean open_first;          /* Enter was pressed before the hits were there */
  gboolean keep_place;          /* the same list again: leave it where it is */

  GtkWidget *no_orders;
  GtkWidget *nothing_found;
  GtkWidget *nothing_here;
  GtkToggleButton *filters[ZG_N_ORDER_FILTERS];
  GtkLabel *counts[ZG_N_ORDER_FILTERS];

  /* template */
  GtkWidget *entry;
  GtkWidget *import_button;
  GtkWidget *import_label;
  GtkWidget *pills;
  GtkStack *stack;
  GtkColumnView *table;
  GtkListView *rows;
};

G_DEFINE_FINAL_TYPE (ZgOrderList, zg_order_list, GTK_TYPE_WIDGET)

static const char * const filter_labels[ZG_N_ORDER_FILTERS] = {
  [ZG_ORDER_FILTER_ALL] = N_("All"),
  [ZG_ORDER_FILTER_UNPAID] = N_("Unpaid"),
  [ZG_ORDER_FILTER_UNCONFIRMED] = N_("To confirm"),
  [ZG_ORDER_FILTER_TO_SHIP] = N_("To ship"),
  [ZG_ORDER_FILTER_SHIPPED] = N_("Shipped"),
  [ZG_ORDER_FILTER_CONFLICT] = N_("Platform differs"),
};

static gboolean
has_query (ZgOrderList *self)
{
  return self->query.text != NULL && *self->query.text != '\0';
}

static guint
get_n_rows (ZgOrderList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

static GtkWidget *
get_view (ZgOrderList *self)
{
  return self->column_mode == ZG_COLUMN_MODE_SLIM ? GTK_WIDGET (self->rows) : GTK_WIDGET (self->table);
}

static void
open_order (ZgOrderList *self,
            gint64       id)
{
  if (id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "orders.open", "x", id);
}

static void
show_nothing_found (ZgOrderList *self)
{
  g_autofree char *title = g_strdup_printf (_("No order found for “%s”"), self->query.text);

  zg_empty_state_set_title (ZG_EMPTY_STATE (self->nothing_found), title);
  gtk_stack_set_visible_child (self->stack, self->nothing_found);
}

static void
show_state (ZgOrderList *self)
{
  /* An empty shop has the button in the middle. */
  gtk_widget_set_visible (self->import_button, get_n_rows (self) > 0 || has_query (self)
                                               || self->filter != ZG_ORDER_FILTER_ALL);

  if (get_n_rows (self) > 0)
    gtk_stack_set_visible_child_name (self->stack, self->column_mode == ZG_COLUMN_MODE_SLIM ? "rows" : "table");
  else if (has_query (self))
    show_nothing_found (self);
  else
    gtk_stack_set_visible_child (self->stack, self->filter == ZG_ORDER_FILTER_ALL ? self->no_orders : self->nothing_here);
}

static void
scroll_to (ZgOrderList *self,
           guint           position)
{
  GtkWidget *view = get_view (self);

  /* The way of 4.8: gtk_list_view_scroll_to() is newer. The action is the list's inside the column view. */
  if (GTK_IS_COLUMN_VIEW (view))
    view = gtk_widget_get_last_child (view);
  gtk_widget_activate_action (view, "list.scroll-to-item", "u", position);
}

static void
set_ids (ZgOrderList *self,
         GArray         *ids)
{
  gint64 selected = zg_order_list_get_selected (self);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_view (self)));
  double place = gtk_adjustment_get_value (adjustment);
  guint position;

  zg_row_list_set_ids (self->model, ids);
  if (selected != 0 && zg_row_list_find_id (self->model, selected, &position))
    gtk_single_selection_set_selected (self->selection, position);
  else
    gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);

  if (self->keep_place)
    gtk_adjustment_set_value (adjustment, place);
  else if (ids->len > 0)
    scroll_to (self, 0);
}

static void
counted_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ZgOrderList) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 counts[ZG_N_ORDER_FILTERS];

  if (!zg_order_query_count_finish (result, counts, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("orders can't be counted: %s", error->message);
      return;
    }

  for (int i = 0; i < ZG_N_ORDER_FILTERS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%'" G_GINT64_FORMAT, counts[i]);

      gtk_label_set_text (self->counts[i], text);
    }
}

static void
count (ZgOrderList *self)
{
  g_cancellable_cancel (self->count_cancellable);
  g_clear_object (&self->count_cancellable);
  self->count_cancellable = g_cancellable_new ();
  zg_order_query_count_async (self->session, self->count_cancellable, counted_cb, g_object_ref (self));
}

static void
loaded_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ZgOrderList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = zg_order_query_run_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (ids == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }

  set_ids (self, ids);
  self->keep_place = FALSE;
  show_state (self);
  if (self->open_first)
    open_order (self, zg_row_list_get_id (self->model, 0));
  self->open_first = FALSE;
  count (self);
}

static void
reload (ZgOrderList *self)
{
  if (self->session == NULL || zg_session_get_store (self->session) == NULL)
    return;

  /* Also stops the counting: whoever types waits for nothing. */
  g_cancellable_cancel (self->count_cancellable);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->query.filter = self->filter;
  zg_order_query_run_async (&self->query, self->session, self->cancellable, loaded_cb, g_object_ref (self));
}

static gboolean
reload_timeout_cb (gpointer data)
{
  ZgOrderList *self = data;

  self->reload_timeout = 0;
  self->keep_place = TRUE;
  reload (self);
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (ZgOrderList *self,
                  guint           tables,
                  GArray         *customer_ids,
                  GArray         *order_ids)
{
  if ((tables & (ZG_TABLE_CUSTOMER | ZG_TABLE_ORDER | ZG_TABLE_SETTING)) == 0)
    return;

  /* A customer does not say which orders are theirs, and only rows that somebody looks at are fetched again. */
  zg_row_list_refresh (self->model, (tables & (ZG_TABLE_CUSTOMER | ZG_TABLE_SETTING)) == 0 ? order_ids : NULL);
  if (self->reload_timeout == 0)
    self->reload_timeout = g_timeout_add (RELOAD_DELAY, reload_timeout_cb, self);
}

static void
person_changed_cb (ZgOrderList *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 now = zg_session_get_order_id (self->session);

  g_array_append_val (ids, self->talking_to);
  g_array_append_val (ids, now);
  self->talking_to = now;
  zg_row_list_refresh (self->model, ids);
}

static void
query_changed_cb (ZgOrderList *self)
{
  g_free (self->query.text);
  self->query.text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  self->open_first = FALSE;
  gtk_toggle_button_set_active (self->filters[has_query (self) ? ZG_ORDER_FILTER_ALL : self->filter], TRUE);
  reload (self);
}

static void
query_activated_cb (ZgOrderList *self)
{
  if (self->cancellable != NULL)
    self->open_first = TRUE;
  else
    open_order (self, zg_row_list_get_id (self->model, 0));
}

/* The entry takes Esc for itself. */
static void
query_stopped_cb (ZgOrderList *self)
{
  if (!zg_order_list_clear_query (self))
    zg_order_list_focus (self);
}

static gboolean
entry_key_cb (ZgOrderList  *self,
              guint            keyval,
              guint            keycode,
              GdkModifierType  state)
{
  if (keyval != GDK_KEY_Down || get_n_rows (self) == 0)
    return GDK_EVENT_PROPAGATE;

  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  gtk_widget_grab_focus (get_view (self));
  return GDK_EVENT_STOP;
}

static void
filter_toggled_cb (ZgOrderList  *self,
                   GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button) || has_query (self))
    return;

  for (int i = 0; i < ZG_N_ORDER_FILTERS; i++)
    {
      if (self->filters[i] == button && self->filter != (ZgOrderFilter) i)
        {
          self->filter = i;
          reload (self);
        }
    }
}

/* While a search looks at all orders, choosing a filter ends it. */
static void
filter_clicked_cb (ZgOrderList  *self,
                   GtkToggleButton *button)
{
  if (!has_query (self))
    return;

  for (int i = 0; i < ZG_N_ORDER_FILTERS; i++)
    {
      if (self->filters[i] == button)
        self->filter = i;
    }
  zg_order_list_clear_query (self);
}

static void
sort_changed_cb (ZgOrderList *self)
{
  ZgOrderSort sort;
  gboolean descending;

  if (!zg_order_cells_get_sort (self->table, &sort, &descending))
    return;
  if (self->query.sort == sort && self->query.descending == descending)
    return;

  self->query.sort = sort;
  self->query.descending = descending;
  reload (self);
}

static void
activated_cb (ZgOrderList *self,
              guint           position)
{
  open_order (self, zg_row_list_get_id (self->model, position));
}

static void
clear_query_cb (ZgOrderList *self)
{
  zg_order_list_clear_query (self);
  gtk_widget_grab_focus (self->entry);
}

static void
show_all_cb (ZgOrderList *self)
{
  gtk_toggle_button_set_active (self->filters[ZG_ORDER_FILTER_ALL], TRUE);
}

static void
add_filters (ZgOrderList *self)
{
  for (int i = 0; i < ZG_N_ORDER_FILTERS; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *count_label = gtk_label_new (NULL);
      GtkWidget *button = gtk_toggle_button_new ();

      gtk_widget_add_css_class (count_label, "caption");
      gtk_widget_add_css_class (count_label, "numeric");
      gtk_widget_add_css_class (count_label, "dim-label");
      gtk_box_append (GTK_BOX (box), gtk_label_new (_(filter_labels[i])));
      gtk_box_append (GTK_BOX (box), count_label);
      gtk_button_set_child (GTK_BUTTON (button), box);
      gtk_widget_add_css_class (button, "segment");
      gtk_box_append (GTK_BOX (self->pills), button);
      self->filters[i] = GTK_TOGGLE_BUTTON (button);
      self->counts[i] = GTK_LABEL (count_label);
      if (i > 0)
        gtk_toggle_button_set_group (self->filters[i], self->filters[0]);
    }

  gtk_toggle_button_set_active (self->filters[self->filter], TRUE);
  for (int i = 0; i < ZG_N_ORDER_FILTERS; i++)
    {
      g_signal_connect_swapped (self->filters[i], "toggled", G_CALLBACK (filter_toggled_cb), self);
      g_signal_connect_swapped (self->filters[i], "clicked", G_CALLBACK (filter_clicked_cb), self);
    }
}

static void
add_empty_states (ZgOrderList *self)
{
  GtkWidget *button;

  self->no_orders = zg_empty_state_new ("package-x-generic-symbolic", _("No orders yet"),
                                        _("Import an order export of your platform, and the orders are here."));
  zg_empty_state_add_button (ZG_EMPTY_STATE (self->no_orders), _("Import orders…"), "win.import", TRUE);
  gtk_stack_add_child (self->stack, self->no_orders);

  self->nothing_found = zg_empty_state_new ("edit-find-symbolic", "",
                                            _("Numbers, customers, goods, tracking numbers and notes were searched."));
  button = zg_empty_state_add_button (ZG_EMPTY_STATE (self->nothing_found), _("Clear"), NULL, FALSE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clear_query_cb), self);
  gtk_stack_add_child (self->stack, self->nothing_found);

  self->nothing_here = zg_empty_state_new ("object-select-symbolic", _("Nothing to do here"),
                                           _("No order is in this group at the moment."));
  button = zg_empty_state_add_button (ZG_EMPTY_STATE (self->nothing_here), _("Show all"), NULL, FALSE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (show_all_cb), self);
  gtk_stack_add_child (self->stack, self->nothing_here);
}

static GPtrArray *
fetch_rows (ZgDatabase    *db,
            const gint64  *ids,
            guint          n_ids,
            gpointer       data,
            GError       **error)
{
  return zg_order_lines_load (db, ids, n_ids, data, error);
}

static void
set_up_views (ZgOrderList *self)
{
  g_autoptr (GtkListItemFactory) factory = zg_order_cells_two_line_factory (self->session);

  self->model = zg_row_list_new (zg_session_get_store (self->session), fetch_rows,
                                 (GDestroyNotify) zg_order_line_free,
                                 zg_clock_ref (zg_session_get_clock (self->session)), (GDestroyNotify) zg_clock_unref);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);

  zg_order_cells_add_columns (self->table, self->session);
  zg_order_cells_get_sort (self->table, &self->query.sort, &self->query.descending);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_factory (self->rows, factory);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (sort_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
zg_order_list_dispose (GObject *object)
{
  ZgOrderList *self = ZG_ORDER_LIST (object);
  GtkWidget *child;

  g_clear_handle_id (&self->reload_timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->count_cancellable);
  g_clear_object (&self->count_cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  zg_order_query_clear (&self->query);

  G_OBJECT_CLASS (zg_order_list_parent_class)->dispose (object);
}

static void
zg_order_list_class_init (ZgOrderListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_order_list_dispose;

  gtk_widget_class_set_css_name (widget_class, "orderlist");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/orders/zg-order-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgOrderList, entry);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderList, import_button);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderList, import_label);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderList, pills);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderList, rows);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderList, stack);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderList, table);
}

static void
zg_order_list_init (ZgOrderList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->column_mode = ZG_COLUMN_MODE_WIDE;
  add_filters (self);
  add_empty_states (self);

  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (query_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (query_activated_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (query_stopped_cb), self);
  g_signal_connect_swapped (self->table, "activate", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->rows, "activate", G_CALLBACK (activated_cb), self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
}

/**
 * zg_order_list_new:
 * @session: what all screens share
 *
 * Returns: (transfer floating): the list, loading
 */
GtkWidget *
zg_order_list_new (ZgSession *session)
{
  ZgOrderList *self = g_object_new (ZG_TYPE_ORDER_LIST, NULL);

  self->session = g_object_ref (session);
  self->talking_to = zg_session_get_order_id (session);
  if (zg_session_get_store (session) == NULL)
    {
      gtk_stack_set_visible_child (self->stack, self->no_orders);
      return GTK_WIDGET (self);
    }

  set_up_views (self);
  g_signal_connect_object (zg_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "person-changed", G_CALLBACK (person_changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}

/**
 * zg_order_list_set_column_mode:
 * @mode: how much room the window has
 *
 * Shows the columns that fit, or two-line rows in the narrowest window.
 */
void
zg_order_list_set_column_mode (ZgOrderList *self,
                                  ZgColumnMode    mode)
{
  gboolean slim = mode == ZG_COLUMN_MODE_SLIM;

  g_return_if_fail (ZG_IS_ORDER_LIST (self));

  self->column_mode = mode;
  gtk_widget_set_visible (self->import_label, mode >= ZG_COLUMN_MODE_MEDIUM);
  if (self->model == NULL)
    return;

  /* Only the view that is shown has the model: each keeps 200 rows alive. */
  gtk_column_view_set_model (self->table, slim ? NULL : GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_model (self->rows, slim ? GTK_SELECTION_MODEL (self->selection) : NULL);
  if (!slim)
    zg_order_cells_set_column_mode (self->table, mode);
  if (get_n_rows (self) > 0)
    show_state (self);
}

/**
 * zg_order_list_get_selected:
 *
 * Returns: the order that is chosen in the list, or 0
 */
gint64
zg_order_list_get_selected (ZgOrderList *self)
{
  g_return_val_if_fail (ZG_IS_ORDER_LIST (self), 0);

  if (self->model == NULL)
    return 0;
  return zg_row_list_get_id (self->model, gtk_single_selection_get_selected (self->selection));
}

/**
 * zg_order_list_select:
 * @id: an order
 *
 * Chooses an order, if the list shows it.
 */
void
zg_order_list_select (ZgOrderList *self,
                         gint64          id)
{
  guint position;

  g_return_if_fail (ZG_IS_ORDER_LIST (self));

  if (self->model == NULL || zg_order_list_get_selected (self) == id
      || !zg_row_list_find_id (self->model, id, &position))
    return;
  gtk_single_selection_set_selected (self->selection, position);
  scroll_to (self, position);
}

/**
 * zg_order_list_focus:
 *
 * Puts the focus in the list, or in the search field while there is no list.
 */
void
zg_order_list_focus (ZgOrderList *self)
{
  g_return_if_fail (ZG_IS_ORDER_LIST (self));

  if (self->model == NULL || get_n_rows (self) == 0 || !gtk_widget_grab_focus (get_view (self)))
    gtk_widget_grab_focus (self->entry);
}

/**
 * zg_order_list_find:
 *
 * Puts the focus in the search field.
 */
void
zg_order_list_find (ZgOrderList *self)
{
  g_return_if_fail (ZG_IS_ORDER_LIST (self));

  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * zg_order_list_clear_query:
 *
 * Ends a search.
 *
 * Returns: whether there was one
 */
gboolean
zg_order_list_clear_query (ZgOrderList *self)
{
  g_return_val_if_fail (ZG_IS_ORDER_LIST (self), FALSE);

  if (!has_query (self))
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  return TRUE;
}

/**
 * zg_order_list_get_customer_id:
 *
 * Returns: whose order is chosen in the list, or 0
 */
gint64
zg_order_list_get_customer_id (ZgOrderList *self)
{
  ZgRow *row;
  const ZgOrderLine *line;

  g_return_val_if_fail (ZG_IS_ORDER_LIST (self), 0);

  if (self->selection == NULL)
    return 0;
  row = gtk_single_selection_get_selected_item (self->selection);
  line = row != NULL ? zg_row_get_value (row) : NULL;
  return line != NULL ? line->row->customer_id : 0;
}

/**
 * zg_order_list_get_neighbour:
 * @id: an order
 * @step: how many rows further down
 *
 * Returns: the order that stands there in the list, or 0
 */
gint64
zg_order_list_get_neighbour (ZgOrderList *self,
                             gint64       id,
                             int          step)
{
  guint position;

  g_return_val_if_fail (ZG_IS_ORDER_LIST (self), 0);

  if (self->model == NULL || !zg_row_list_find_id (self->model, id, &position))
    return 0;
  if (step < 0 && position < (guint) -step)
    return 0;
  return zg_row_list_get_id (self->model, position + step);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-list"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-filter-bar.h"
#include "zg-list-feed.h"
#include "zg-list-table.h"
#include "zg-order-cells.h"
#include "zg-order-lines.h"
#include "zg-order-list.h"
#include "zg-order-none.h"

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
  ZgListFeed *feed;             /* NULL where no shop file could be opened */
  ZgRowList *model;
  gboolean open_first;          /* Enter was pressed before the hits were there */
  gboolean focus_when_loaded;   /* the list was to have the focus before it was there */

  /* template */
  GtkWidget *entry;
  GtkWidget *import_button;
  GtkWidget *import_label;
  GtkWidget *first_hits;
  ZgFilterBar *filters;
  ZgOrderNone *none;
  GtkStack *stack;
  ZgTable *table;
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
  return self->feed != NULL && *zg_list_feed_get_text (self->feed) != '\0';
}

/* The keys are about the row that is chosen: the one with the focus is. */
static gboolean
focus_view (ZgOrderList *self)
{
  if (zg_table_get_selected (self->table) == GTK_INVALID_LIST_POSITION)
    zg_table_set_selected (self->table, 0);
  return gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
open_order (ZgOrderList *self,
            gint64       id)
{
  if (id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "orders.open", "x", id);
}

static void
show_state (ZgOrderList *self)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  gtk_widget_set_visible (self->first_hits, has_query (self) && n_rows == ZG_LIST_MAX_HITS);
  if (n_rows == 0)
    zg_order_none_show (self->none, zg_list_feed_get_text (self->feed), zg_list_feed_get_filter (self->feed));
  gtk_stack_set_visible_child_name (self->stack, n_rows == 0 ? "none" : "table");
}

static void
set_ids (ZgOrderList *self,
         GArray      *ids,
         gboolean     keep_place)
{
  gint64 selected = zg_order_list_get_selected (self);
  double place = zg_table_get_place (self->table);
  guint position;

  zg_row_list_set_ids (self->model, ids);
  if (selected == 0 || !zg_row_list_find_id (self->model, selected, &position))
    position = GTK_INVALID_LIST_POSITION;
  zg_table_set_selected (self->table, position);

  if (keep_place)
    zg_table_set_place (self->table, place);
  else
    zg_table_set_place (self->table, 0);
}

static void
loaded_cb (ZgOrderList *self,
           GArray      *ids,
           gboolean     same_list)
{
  set_ids (self, ids, same_list);
  show_state (self);
  if (self->open_first)
    open_order (self, zg_row_list_get_id (self->model, 0));
  else if (self->focus_when_loaded && !has_query (self) && ids->len > 0)
    focus_view (self);
  self->open_first = FALSE;
  self->focus_when_loaded = FALSE;
}

static void
failed_cb (ZgOrderList  *self,
           const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
query_changed_cb (ZgOrderList *self)
{
  if (self->feed == NULL)
    return;

  self->open_first = FALSE;
  zg_list_feed_set_text (self->feed, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  /* A search looks at all orders. */
  zg_filter_bar_show (self->filters,
                      has_query (self) ? ZG_ORDER_FILTER_ALL : zg_list_feed_get_filter (self->feed));
}

static void
query_activated_cb (ZgOrderList *self)
{
  if (self->feed == NULL)
    return;

  if (zg_list_feed_is_loading (self->feed))
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
entry_key_cb (ZgOrderList     *self,
              guint            keyval,
              guint            keycode,
              GdkModifierType  state)
{
  if (keyval != GDK_KEY_Down || self->model == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return GDK_EVENT_PROPAGATE;

  focus_view (self);
  return GDK_EVENT_STOP;
}

static void
sort_cb (ZgOrderList *self,
         int          sort,
         gboolean     descending)
{
  zg_list_feed_set_sort (self->feed, sort, descending);
}

static void
activated_cb (ZgOrderList *self,
              guint        position)
{
  open_order (self, zg_row_list_get_id (self->model, position));
}

static void
clear_query_cb (ZgOrderList *self)
{
  zg_order_list_clear_query (self);
  gtk_widget_grab_focus (self->entry);
}

/* While a search looks at all orders, choosing a filter ends it. */
static void
filter_chosen_cb (ZgOrderList   *self,
                  ZgOrderFilter  filter)
{
  if (self->feed == NULL)
    return;

  zg_list_feed_set_filter (self->feed, filter);
  zg_order_list_clear_query (self);
}

static void
show_all_cb (ZgOrderList *self)
{
  zg_filter_bar_show (self->filters, ZG_ORDER_FILTER_ALL);
  zg_list_feed_set_filter (self->feed, ZG_ORDER_FILTER_ALL);
}

static void
person_changed_cb (ZgOrderList *self)
{
  zg_list_feed_set_current (self->feed, zg_session_get_order_id (self->session));
}

static void
set_up_table (ZgOrderList *self)
{
  self->feed = zg_list_feed_new (zg_list_source_orders (), zg_session_get_store (self->session),
                                 zg_session_get_clock (self->session), zg_session_get_order_id (self->session));
  self->model = zg_list_feed_get_rows (self->feed);
  zg_order_cells_set_up (self->table, self->session);
  zg_table_set_model (self->table, G_LIST_MODEL (self->model));
  g_signal_connect_object (self->feed, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "counted", G_CALLBACK (zg_filter_bar_show_counts), self->filters,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "person-changed", G_CALLBACK (person_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
zg_order_list_map (GtkWidget *widget)
{
  ZgOrderList *self = ZG_ORDER_LIST (widget);

  GTK_WIDGET_CLASS (zg_order_list_parent_class)->map (widget);

  if (self->feed != NULL)
    zg_list_feed_set_watched (self->feed, TRUE);
}

static void
zg_order_list_unmap (GtkWidget *widget)
{
  ZgOrderList *self = ZG_ORDER_LIST (widget);

  if (self->feed != NULL)
    zg_list_feed_set_watched (self->feed, FALSE);

  GTK_WIDGET_CLASS (zg_order_list_parent_class)->unmap (widget);
}

static void
zg_order_list_dispose (GObject *object)
{
  ZgOrderList *self = ZG_ORDER_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->model = NULL;
  g_clear_object (&self->feed);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_order_list_parent_class)->dispose (object);
}

static void
zg_order_list_class_init (ZgOrderListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_order_list_dispose;

  widget_class->map = zg_order_list_map;
  widget_class->unmap = zg_order_list_unmap;
  g_type_ensure (ZG_TYPE_FILTER_BAR);
  g_type_ensure (ZG_TYPE_ORDER_NONE);
  g_type_ensure (ZG_TYPE_TABLE);
  gtk_widget_class_set_css_name (widget_class, "orderlist");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/orders/zg-order-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgOrderList, entry);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderList, filters);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderList, first_hits);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderList, import_button);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderList, import_label);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderList, none);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderList, stack);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderList, table);
}

static void
zg_order_list_init (ZgOrderList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autofree char *first_hits = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  zg_filter_bar_set_labels (self->filters, filter_labels, G_N_ELEMENTS (filter_labels));
  first_hits = g_strdup_printf (ngettext ("The first %d hit; type more to see others",
                                          "The first %d hits; type more to see others", ZG_LIST_MAX_HITS),
                                ZG_LIST_MAX_HITS);
  gtk_label_set_text (GTK_LABEL (self->first_hits), first_hits);

  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (query_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (query_activated_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (query_stopped_cb), self);
  g_signal_connect_swapped (self->filters, "chosen", G_CALLBACK (filter_chosen_cb), self);
  g_signal_connect_swapped (self->none, "clear", G_CALLBACK (clear_query_cb), self);
  g_signal_connect_swapped (self->none, "show-all", G_CALLBACK (show_all_cb), self);
  g_signal_connect_swapped (self->table, "activate", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->table, "sort", G_CALLBACK (sort_cb), self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
}

/**
 * zg_order_list_new:
 * @session: what all screens share
 *
 * Returns: (transfer floating): the list, which loads when it is seen
 */
GtkWidget *
zg_order_list_new (ZgSession *session)
{
  ZgOrderList *self = g_object_new (ZG_TYPE_ORDER_LIST, NULL);

  self->session = g_object_ref (session);
  if (zg_session_get_store (session) != NULL)
    set_up_table (self);
  else
    gtk_stack_set_visible_child_name (self->stack, "none");
  return GTK_WIDGET (self);
}

/**
 * zg_order_list_set_column_mode:
 * @mode: how much room the window has
 *
 * Shows the columns that fit, or two-line rows in the narrowest window.
 */
void
zg_order_list_set_column_mode (ZgOrderList  *self,
                               ZgColumnMode  mode)
{
  g_return_if_fail (ZG_IS_ORDER_LIST (self));

  gtk_widget_set_visible (self->import_label, mode >= ZG_COLUMN_MODE_MEDIUM);
  if (self->model == NULL)
    return;

  zg_table_set_column_mode (self->table, mode);
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
  return zg_row_list_get_id (self->model, zg_table_get_selected (self->table));
}

/**
 * zg_order_list_select:
 * @id: an order
 *
 * Chooses an order, if the list shows it.
 */
void
zg_order_list_select (ZgOrderList *self,
                      gint64       id)
{
  guint position;

  g_return_if_fail (ZG_IS_ORDER_LIST (self));

  if (self->model == NULL || zg_order_list_get_selected (self) == id
      || !zg_row_list_find_id (self->model, id, &position))
    return;
  zg_table_set_selected (self->table, position);
  zg_table_scroll_to (self->table, position);
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

  if (self->model != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0 && focus_view (self))
    return;

  self->focus_when_loaded = self->feed != NULL && zg_list_feed_is_loading (self->feed);
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
  g_return_val_if_fail (ZG_IS_ORDER_LIST (self), 0);

  return self->feed != NULL ? zg_list_feed_get_neighbour (self->feed, id, step) : 0;
}

/**
 * zg_order_list_get_customer_id:
 * @id: an order
 *
 * Returns: whose order that is, 0 when it is nobody's or not in the list
 */
gint64
zg_order_list_get_customer_id (ZgOrderList *self,
                               gint64       id)
{
  g_autoptr (ZgRow) row = NULL;
  const ZgOrderLine *line;
  guint position;

  g_return_val_if_fail (ZG_IS_ORDER_LIST (self), 0);

  if (self->model == NULL || !zg_row_list_find_id (self->model, id, &position))
    return 0;
  row = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  line = zg_row_get_value (row);
  return line != NULL ? line->row->customer_id : 0;
}

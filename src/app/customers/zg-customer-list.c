/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-list"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-cells.h"
#include "zg-customer-list.h"
#include "zg-customer-none.h"
#include "zg-filter-bar.h"
#include "zg-list-feed.h"
#include "zg-list-table.h"

/**
 * ZgCustomerList:
 *
 * The list of the Customers screen: a search field, filters with their counts, and a table, or rows of two lines in a
 * narrow window. It knows nothing of pages: it activates `customers.open` (x) and `customers.new` (s, the name).
 */
struct _ZgCustomerList
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgListFeed *feed;             /* NULL where no shop file could be opened */
  ZgRowList *model;
  gboolean open_first;          /* Enter was pressed before the hits were there */
  gboolean focus_when_loaded;   /* the list was to have the focus before it was there */

  /* template */
  GtkWidget *entry;
  GtkWidget *new_button;
  GtkWidget *new_label;
  GtkWidget *first_hits;
  ZgFilterBar *filters;
  ZgCustomerNone *none;
  GtkStack *stack;
  ZgTable *table;
};

G_DEFINE_FINAL_TYPE (ZgCustomerList, zg_customer_list, GTK_TYPE_WIDGET)

static const char * const filter_labels[ZG_N_CUSTOMER_FILTERS] = {
  [ZG_CUSTOMER_FILTER_ALL] = N_("All"),
  [ZG_CUSTOMER_FILTER_REGULAR] = N_("Regulars"),
  [ZG_CUSTOMER_FILTER_QUIET] = N_("Silent for 30 days"),
  [ZG_CUSTOMER_FILTER_FOLLOW_UP] = N_("To follow up"),
  [ZG_CUSTOMER_FILTER_CAUTION] = N_("Take care"),
};

static gboolean
has_query (ZgCustomerList *self)
{
  return self->feed != NULL && *zg_list_feed_get_text (self->feed) != '\0';
}

static guint
get_n_rows (ZgCustomerList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

/* The keys are about the row that is chosen, so the row with the focus is. */
static gboolean
focus_view (ZgCustomerList *self)
{
  if (zg_table_get_selected (self->table) == GTK_INVALID_LIST_POSITION)
    zg_table_set_selected (self->table, 0);
  return gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
open_customer (ZgCustomerList *self,
               gint64          id)
{
  if (id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "customers.open", "x", id);
}

static void
show_state (ZgCustomerList *self)
{
  gtk_widget_set_visible (self->first_hits, has_query (self) && get_n_rows (self) == ZG_LIST_MAX_HITS);
  if (get_n_rows (self) > 0)
    {
      gtk_widget_add_css_class (self->new_button, "suggested-action");
      gtk_stack_set_visible_child_name (self->stack, "table");
    }
  else
    {
      /* One blue button: an empty list has its own. */
      gtk_widget_remove_css_class (self->new_button, "suggested-action");
      zg_customer_none_show (self->none, zg_list_feed_get_text (self->feed),
                             zg_list_feed_get_filter (self->feed));
      gtk_stack_set_visible_child_name (self->stack, "none");
    }
}

static void
set_ids (ZgCustomerList *self,
         GArray         *ids,
         gboolean        keep_place)
{
  gint64 selected = zg_customer_list_get_selected (self);
  double place = zg_table_get_place (self->table);
  guint position;

  zg_row_list_set_ids (self->model, ids);
  if (selected != 0 && zg_row_list_find_id (self->model, selected, &position))
    zg_table_set_selected (self->table, position);
  else
    zg_table_set_selected (self->table, GTK_INVALID_LIST_POSITION);

  if (keep_place)
    zg_table_set_place (self->table, place);
  else
    zg_table_set_place (self->table, 0);
}

static void
loaded_cb (ZgCustomerList *self,
           GArray         *ids,
           gboolean        same_list)
{
  set_ids (self, ids, same_list);
  show_state (self);
  if (self->open_first)
    open_customer (self, zg_row_list_get_id (self->model, 0));
  else if (self->focus_when_loaded && !has_query (self) && ids->len > 0)
    focus_view (self);
  self->open_first = FALSE;
  self->focus_when_loaded = FALSE;
}

static void
failed_cb (ZgCustomerList *self,
           const GError   *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
query_changed_cb (ZgCustomerList *self)
{
  if (self->feed == NULL)
    return;

  self->open_first = FALSE;
  zg_list_feed_set_text (self->feed, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  /* A search looks at everybody. */
  zg_filter_bar_show (self->filters,
                      has_query (self) ? ZG_CUSTOMER_FILTER_ALL : zg_list_feed_get_filter (self->feed));
}

static void
query_activated_cb (ZgCustomerList *self)
{
  if (self->feed == NULL)
    return;

  if (zg_list_feed_is_loading (self->feed))
    self->open_first = TRUE;
  else
    open_customer (self, zg_row_list_get_id (self->model, 0));
}

/* The entry takes Esc for itself. */
static void
query_stopped_cb (ZgCustomerList *self)
{
  if (!zg_customer_list_clear_query (self))
    zg_customer_list_focus (self);
}

static gboolean
entry_key_cb (ZgCustomerList  *self,
              guint            keyval,
              guint            keycode,
              GdkModifierType  state)
{
  if (keyval != GDK_KEY_Down || self->model == NULL || get_n_rows (self) == 0)
    return GDK_EVENT_PROPAGATE;

  focus_view (self);
  return GDK_EVENT_STOP;
}

static void
sort_cb (ZgCustomerList *self,
         int             sort,
         gboolean        descending)
{
  zg_list_feed_set_sort (self->feed, sort, descending != zg_customer_cells_is_backwards (sort));
}

static void
activated_cb (ZgCustomerList *self,
              guint           position)
{
  open_customer (self, zg_row_list_get_id (self->model, position));
}

static void
clear_query_cb (ZgCustomerList *self)
{
  zg_customer_list_clear_query (self);
  gtk_widget_grab_focus (self->entry);
}

/* While a search looks at everybody, choosing a filter ends it. */
static void
filter_chosen_cb (ZgCustomerList   *self,
                  ZgCustomerFilter  filter)
{
  if (self->feed == NULL)
    return;
  zg_list_feed_set_filter (self->feed, filter);
  zg_customer_list_clear_query (self);
}

static void
show_all_cb (ZgCustomerList *self)
{
  zg_filter_bar_show (self->filters, ZG_CUSTOMER_FILTER_ALL);
  zg_list_feed_set_filter (self->feed, ZG_CUSTOMER_FILTER_ALL);
}

static void
person_changed_cb (ZgCustomerList *self)
{
  zg_list_feed_set_current (self->feed, zg_session_get_customer_id (self->session));
}

static void
set_up_table (ZgCustomerList *self)
{
  self->feed = zg_list_feed_new (zg_list_source_customers (), zg_session_get_store (self->session),
                                 zg_session_get_clock (self->session), zg_session_get_customer_id (self->session));
  self->model = zg_list_feed_get_rows (self->feed);
  zg_customer_cells_set_up (self->table, self->session);
  zg_table_set_model (self->table, G_LIST_MODEL (self->model));
  g_signal_connect_object (self->feed, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "counted", G_CALLBACK (zg_filter_bar_show_counts), self->filters,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "person-changed", G_CALLBACK (person_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
zg_customer_list_map (GtkWidget *widget)
{
  ZgCustomerList *self = ZG_CUSTOMER_LIST (widget);

  GTK_WIDGET_CLASS (zg_customer_list_parent_class)->map (widget);

  if (self->feed != NULL)
    zg_list_feed_set_watched (self->feed, TRUE);
}

static void
zg_customer_list_unmap (GtkWidget *widget)
{
  ZgCustomerList *self = ZG_CUSTOMER_LIST (widget);

  if (self->feed != NULL)
    zg_list_feed_set_watched (self->feed, FALSE);

  GTK_WIDGET_CLASS (zg_customer_list_parent_class)->unmap (widget);
}

static void
zg_customer_list_dispose (GObject *object)
{
  ZgCustomerList *self = ZG_CUSTOMER_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->model = NULL;
  g_clear_object (&self->feed);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_customer_list_parent_class)->dispose (object);
}

static void
zg_customer_list_class_init (ZgCustomerListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_customer_list_dispose;

  widget_class->map = zg_customer_list_map;
  widget_class->unmap = zg_customer_list_unmap;
  g_type_ensure (ZG_TYPE_FILTER_BAR);
  g_type_ensure (ZG_TYPE_CUSTOMER_NONE);
  g_type_ensure (ZG_TYPE_TABLE);
  gtk_widget_class_set_css_name (widget_class, "customerlist");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/customers/zg-customer-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerList, entry);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerList, filters);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerList, first_hits);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerList, new_button);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerList, new_label);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerList, none);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerList, stack);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerList, table);
}

static void
zg_customer_list_init (ZgCustomerList *self)
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
 * zg_customer_list_new:
 * @session: what all screens share
 *
 * Returns: (transfer floating): the list, which loads when it is seen
 */
GtkWidget *
zg_customer_list_new (ZgSession *session)
{
  ZgCustomerList *self = g_object_new (ZG_TYPE_CUSTOMER_LIST, NULL);

  self->session = g_object_ref (session);
  if (zg_session_get_store (session) != NULL)
    set_up_table (self);
  else
    gtk_stack_set_visible_child_name (self->stack, "none");
  return GTK_WIDGET (self);
}

/**
 * zg_customer_list_set_column_mode:
 * @mode: how much room the window has
 *
 * Shows the columns that fit, or two-line rows in the narrowest window.
 */
void
zg_customer_list_set_column_mode (ZgCustomerList *self,
                                  ZgColumnMode    mode)
{
  g_return_if_fail (ZG_IS_CUSTOMER_LIST (self));

  gtk_widget_set_visible (self->new_label, mode >= ZG_COLUMN_MODE_MEDIUM);
  if (self->model == NULL)
    return;

  zg_table_set_column_mode (self->table, mode);
}

/**
 * zg_customer_list_get_selected:
 *
 * Returns: the customer that is chosen in the list, or 0
 */
gint64
zg_customer_list_get_selected (ZgCustomerList *self)
{
  g_return_val_if_fail (ZG_IS_CUSTOMER_LIST (self), 0);

  if (self->model == NULL)
    return 0;
  return zg_row_list_get_id (self->model, zg_table_get_selected (self->table));
}

/**
 * zg_customer_list_select:
 * @id: a customer
 *
 * Chooses a customer, if the list shows them.
 */
void
zg_customer_list_select (ZgCustomerList *self,
                         gint64          id)
{
  guint position;

  g_return_if_fail (ZG_IS_CUSTOMER_LIST (self));

  if (self->model == NULL || zg_customer_list_get_selected (self) == id
      || !zg_row_list_find_id (self->model, id, &position))
    return;
  zg_table_set_selected (self->table, position);
  zg_table_scroll_to (self->table, position);
}

/**
 * zg_customer_list_focus:
 *
 * Puts the focus in the list, or in the search field while there is no list.
 */
void
zg_customer_list_focus (ZgCustomerList *self)
{
  g_return_if_fail (ZG_IS_CUSTOMER_LIST (self));

  if (self->model != NULL && get_n_rows (self) > 0 && focus_view (self))
    return;

  self->focus_when_loaded = self->feed != NULL && zg_list_feed_is_loading (self->feed);
  gtk_widget_grab_focus (self->entry);
}

/**
 * zg_customer_list_find:
 *
 * Puts the focus in the search field.
 */
void
zg_customer_list_find (ZgCustomerList *self)
{
  g_return_if_fail (ZG_IS_CUSTOMER_LIST (self));

  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * zg_customer_list_clear_query:
 *
 * Ends a search.
 *
 * Returns: whether there was one
 */
gboolean
zg_customer_list_clear_query (ZgCustomerList *self)
{
  g_return_val_if_fail (ZG_IS_CUSTOMER_LIST (self), FALSE);

  if (!has_query (self))
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  return TRUE;
}

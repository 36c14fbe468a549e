/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-list"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-cells.h"
#include "zg-customer-list.h"
#include "zg-customer-query.h"
#include "zg-empty-state.h"
#include "zg-row-list.h"

/* How long after a write the list looks again, in ms. An import writes many times a second: while it goes on, the list
 * looks less often. */
#define RELOAD_DELAY 300
#define RELOAD_DELAY_BUSY 2000

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
  ZgColumnMode column_mode;
  ZgRowList *model;
  GtkSingleSelection *selection;
  ZgCustomerQuery query;
  ZgCustomerFilter filter;      /* of the whole list; a search looks at everybody */
  GCancellable *cancellable;    /* of the query that is under way */
  GCancellable *count_cancellable;
  guint reload_timeout;
  gint64 reloaded_at;           /* monotonic */
  gint64 talking_to;
  gboolean open_first;          /* Enter was pressed before the hits were there */
  gboolean focus_when_loaded;   /* the list was to have the focus before it was there */
  gboolean keep_place;          /* the same list again: leave it where it is */
  gboolean outdated;            /* the ids may be others, but nobody looks */
  gboolean stale;               /* what the rows show may be other, of nobody knows which */

  GtkWidget *nobody;
  GtkWidget *nothing_found;
  GtkWidget *new_found_button;
  GtkWidget *nothing_here;
  GtkToggleButton *filters[ZG_N_CUSTOMER_FILTERS];
  GtkLabel *counts[ZG_N_CUSTOMER_FILTERS];

  /* template */
  GtkWidget *entry;
  GtkWidget *new_button;
  GtkWidget *new_label;
  GtkWidget *first_hits;
  GtkWidget *pills;
  GtkStack *stack;
  GtkColumnView *table;
  GtkListView *rows;
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
  return self->query.text != NULL && *self->query.text != '\0';
}

static guint
get_n_rows (ZgCustomerList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

static GtkWidget *
get_view (ZgCustomerList *self)
{
  return self->column_mode == ZG_COLUMN_MODE_SLIM ? GTK_WIDGET (self->rows) : GTK_WIDGET (self->table);
}

/* The keys are about the row that is chosen, so the row with the focus is. */
static gboolean
focus_view (ZgCustomerList *self)
{
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  return gtk_widget_grab_focus (get_view (self));
}

static void
open_customer (ZgCustomerList *self,
               gint64          id)
{
  if (id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "customers.open", "x", id);
}

static void
show_nothing_found (ZgCustomerList *self)
{
  g_autofree char *title = g_strdup_printf (_("Nobody found for “%s”"), self->query.text);
  g_autofree char *button = g_strdup_printf (_("New customer “%s”"), self->query.text);

  zg_empty_state_set_title (ZG_EMPTY_STATE (self->nothing_found), title);
  gtk_button_set_label (GTK_BUTTON (self->new_found_button), button);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->new_found_button), "s", self->query.text);
  gtk_stack_set_visible_child (self->stack, self->nothing_found);
}

static void
show_state (ZgCustomerList *self)
{
  gtk_widget_set_visible (self->first_hits, has_query (self) && get_n_rows (self) == ZG_CUSTOMER_QUERY_MAX_HITS);
  /* One blue button: an empty list has its own. */
  if (get_n_rows (self) > 0)
    gtk_widget_add_css_class (self->new_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->new_button, "suggested-action");

  if (get_n_rows (self) > 0)
    gtk_stack_set_visible_child_name (self->stack, self->column_mode == ZG_COLUMN_MODE_SLIM ? "rows" : "table");
  else if (has_query (self))
    show_nothing_found (self);
  else
    gtk_stack_set_visible_child (self->stack, self->filter == ZG_CUSTOMER_FILTER_ALL ? self->nobody : self->nothing_here);
}

static void
scroll_to (ZgCustomerList *self,
           guint           position)
{
  GtkWidget *view = get_view (self);

  /* The way of 4.8: gtk_list_view_scroll_to() is newer. The action is the list's inside the column view. */
  if (GTK_IS_COLUMN_VIEW (view))
    view = gtk_widget_get_last_child (view);
  gtk_widget_activate_action (view, "list.scroll-to-item", "u", position);
}

static void
set_ids (ZgCustomerList *self,
         GArray         *ids)
{
  gint64 selected = zg_customer_list_get_selected (self);
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
  g_autoptr (ZgCustomerList) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 counts[ZG_N_CUSTOMER_FILTERS];

  if (!zg_customer_query_count_finish (result, counts, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("customers can't be counted: %s", error->message);
      return;
    }

  for (int i = 0; i < ZG_N_CUSTOMER_FILTERS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%'" G_GINT64_FORMAT, counts[i]);

      gtk_label_set_text (self->counts[i], text);
    }
}

static void
count (ZgCustomerList *self)
{
  g_cancellable_cancel (self->count_cancellable);
  g_clear_object (&self->count_cancellable);
  self->count_cancellable = g_cancellable_new ();
  zg_customer_query_count_async (self->session, self->count_cancellable, counted_cb, g_object_ref (self));
}

static void
loaded_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ZgCustomerList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = zg_customer_query_run_finish (result, &error);

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
    open_customer (self, zg_row_list_get_id (self->model, 0));
  else if (self->focus_when_loaded && !has_query (self) && ids->len > 0)
    focus_view (self);
  self->open_first = FALSE;
  self->focus_when_loaded = FALSE;
  count (self);
}

static void
reload (ZgCustomerList *self)
{
  if (self->model == NULL)
    return;

  /* The window starts and an import runs without the work for a list that nobody sees. */
  self->outdated = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->outdated)
    return;

  /* Also stops the counting: whoever types waits for nothing. */
  g_cancellable_cancel (self->count_cancellable);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->query.filter = self->filter;
  zg_customer_query_run_async (&self->query, self->session, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
refresh_stale_rows (ZgCustomerList *self)
{
  if (!self->stale || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->stale = FALSE;
  zg_row_list_refresh (self->model, NULL);
}

static gboolean
reload_timeout_cb (gpointer data)
{
  ZgCustomerList *self = data;

  self->reload_timeout = 0;
  self->reloaded_at = g_get_monotonic_time ();
  self->keep_place = TRUE;
  refresh_stale_rows (self);
  reload (self);
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (ZgCustomerList *self,
                  guint           tables,
                  GArray         *customer_ids,
                  GArray         *order_ids)
{
  if ((tables & (ZG_TABLE_CUSTOMER | ZG_TABLE_ORDER | ZG_TABLE_FOLLOW_UP | ZG_TABLE_CONTACT)) == 0)
    return;

  /* A follow-up or an order does not say whose it is. */
  if (customer_ids == NULL || (tables & (ZG_TABLE_ORDER | ZG_TABLE_FOLLOW_UP)) != 0)
    self->stale = TRUE;
  else
    zg_row_list_refresh (self->model, customer_ids);

  if (self->reload_timeout == 0)
    {
      gboolean busy = g_get_monotonic_time () - self->reloaded_at < 2 * RELOAD_DELAY_BUSY * 1000;

      self->reload_timeout = g_timeout_add (busy ? RELOAD_DELAY_BUSY : RELOAD_DELAY, reload_timeout_cb, self);
    }
}

static void
person_changed_cb (ZgCustomerList *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 now = zg_session_get_customer_id (self->session);

  g_array_append_val (ids, self->talking_to);
  g_array_append_val (ids, now);
  self->talking_to = now;
  zg_row_list_refresh (self->model, ids);
}

static void
query_changed_cb (ZgCustomerList *self)
{
  g_free (self->query.text);
  self->query.text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  self->open_first = FALSE;
  gtk_toggle_button_set_active (self->filters[has_query (self) ? ZG_CUSTOMER_FILTER_ALL : self->filter], TRUE);
  reload (self);
}

static void
query_activated_cb (ZgCustomerList *self)
{
  if (self->cancellable != NULL)
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
  if (keyval != GDK_KEY_Down || get_n_rows (self) == 0)
    return GDK_EVENT_PROPAGATE;

  focus_view (self);
  return GDK_EVENT_STOP;
}

static void
filter_toggled_cb (ZgCustomerList  *self,
                   GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button) || has_query (self))
    return;

  for (int i = 0; i < ZG_N_CUSTOMER_FILTERS; i++)
    {
      if (self->filters[i] == button && self->filter != (ZgCustomerFilter) i)
        {
          self->filter = i;
          reload (self);
        }
    }
}

/* While a search looks at everybody, choosing a filter ends it. */
static void
filter_clicked_cb (ZgCustomerList  *self,
                   GtkToggleButton *button)
{
  if (!has_query (self))
    return;

  for (int i = 0; i < ZG_N_CUSTOMER_FILTERS; i++)
    {
      if (self->filters[i] == button)
        self->filter = i;
    }
  zg_customer_list_clear_query (self);
}

static void
sort_changed_cb (ZgCustomerList *self)
{
  ZgCustomerSort sort;
  gboolean descending;

  if (!zg_customer_cells_get_sort (self->table, &sort, &descending))
    return;
  if (self->query.sort == sort && self->query.descending == descending)
    return;

  /* Whoever asks for a number asks for the large ones: the first click shows them. The view answers with another
   * change, which comes here again. */
  if (self->query.sort != sort && sort != ZG_CUSTOMER_SORT_NAME)
    {
      self->query.sort = sort;
      self->query.descending = descending;
      zg_customer_cells_sort_descending (self->table, sort);
      return;
    }

  self->query.sort = sort;
  self->query.descending = descending;
  reload (self);
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

static void
show_all_cb (ZgCustomerList *self)
{
  gtk_toggle_button_set_active (self->filters[ZG_CUSTOMER_FILTER_ALL], TRUE);
}

static void
add_filters (ZgCustomerList *self)
{
  for (int i = 0; i < ZG_N_CUSTOMER_FILTERS; i++)
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
  for (int i = 0; i < ZG_N_CUSTOMER_FILTERS; i++)
    {
      g_signal_connect_swapped (self->filters[i], "toggled", G_CALLBACK (filter_toggled_cb), self);
      g_signal_connect_swapped (self->filters[i], "clicked", G_CALLBACK (filter_clicked_cb), self);
    }
}

static void
add_empty_states (ZgCustomerList *self)
{
  GtkWidget *button;

  self->nobody = zg_empty_state_new ("system-users-symbolic", _("No customers yet"),
                                     _("They come with the first order export that you import."));
  zg_empty_state_add_button (ZG_EMPTY_STATE (self->nobody), _("Import orders…"), "win.import", TRUE);
  button = zg_empty_state_add_button (ZG_EMPTY_STATE (self->nobody), _("New customer"), "customers.new", FALSE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  gtk_stack_add_child (self->stack, self->nobody);

  self->nothing_found = zg_empty_state_new ("edit-find-symbolic", "",
                                            _("Names, nicks, phone numbers, addresses, notes and tags were searched."));
  self->new_found_button = zg_empty_state_add_button (ZG_EMPTY_STATE (self->nothing_found), "", "customers.new", TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->new_found_button), "s", "");
  button = zg_empty_state_add_button (ZG_EMPTY_STATE (self->nothing_found), _("Clear"), NULL, FALSE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clear_query_cb), self);
  gtk_stack_add_child (self->stack, self->nothing_found);

  self->nothing_here = zg_empty_state_new ("object-select-symbolic", _("Nobody here"),
                                           _("No customer is in this group at the moment."));
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
  return zg_list_table_customer_rows (db, ids, n_ids, zg_clock_now (data), error);
}

static void
set_up_views (ZgCustomerList *self)
{
  g_autoptr (GtkListItemFactory) factory = zg_customer_cells_two_line_factory (self->session);

  self->model = zg_row_list_new (zg_session_get_store (self->session), fetch_rows,
                                 (GDestroyNotify) zg_customer_row_free,
                                 zg_clock_ref (zg_session_get_clock (self->session)), (GDestroyNotify) zg_clock_unref);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);

  zg_customer_cells_add_columns (self->table, self->session);
  zg_customer_cells_get_sort (self->table, &self->query.sort, &self->query.descending);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_factory (self->rows, factory);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (sort_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
zg_customer_list_map (GtkWidget *widget)
{
  ZgCustomerList *self = ZG_CUSTOMER_LIST (widget);

  GTK_WIDGET_CLASS (zg_customer_list_parent_class)->map (widget);

  refresh_stale_rows (self);
  if (self->outdated)
    reload (self);
}

static void
zg_customer_list_dispose (GObject *object)
{
  ZgCustomerList *self = ZG_CUSTOMER_LIST (object);
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
  zg_customer_query_clear (&self->query);

  G_OBJECT_CLASS (zg_customer_list_parent_class)->dispose (object);
}

static void
zg_customer_list_class_init (ZgCustomerListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_customer_list_dispose;

  widget_class->map = zg_customer_list_map;
  gtk_widget_class_set_css_name (widget_class, "customerlist");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/customers/zg-customer-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerList, entry);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerList, first_hits);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerList, new_button);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerList, new_label);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerList, pills);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerList, rows);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerList, stack);
  gtk_widget_class_bind_template_child (widget_class, ZgCustomerList, table);
}

static void
zg_customer_list_init (ZgCustomerList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_autofree char *first_hits = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->column_mode = ZG_COLUMN_MODE_WIDE;
  first_hits = g_strdup_printf (ngettext ("The first %d hit; type more to see others",
                                          "The first %d hits; type more to see others", ZG_CUSTOMER_QUERY_MAX_HITS),
                                ZG_CUSTOMER_QUERY_MAX_HITS);
  gtk_label_set_text (GTK_LABEL (self->first_hits), first_hits);
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
 * zg_customer_list_new:
 * @session: what all screens share
 *
 * Returns: (transfer floating): the list, loading
 */
GtkWidget *
zg_customer_list_new (ZgSession *session)
{
  ZgCustomerList *self = g_object_new (ZG_TYPE_CUSTOMER_LIST, NULL);

  self->session = g_object_ref (session);
  self->talking_to = zg_session_get_customer_id (session);
  if (zg_session_get_store (session) == NULL)
    {
      gtk_stack_set_visible_child (self->stack, self->nobody);
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
 * zg_customer_list_set_column_mode:
 * @mode: how much room the window has
 *
 * Shows the columns that fit, or two-line rows in the narrowest window.
 */
void
zg_customer_list_set_column_mode (ZgCustomerList *self,
                                  ZgColumnMode    mode)
{
  gboolean slim = mode == ZG_COLUMN_MODE_SLIM;

  g_return_if_fail (ZG_IS_CUSTOMER_LIST (self));

  self->column_mode = mode;
  gtk_widget_set_visible (self->new_label, mode >= ZG_COLUMN_MODE_MEDIUM);
  if (self->model == NULL)
    return;

  /* Only the view that is shown has the model: each keeps 200 rows alive. */
  gtk_column_view_set_model (self->table, slim ? NULL : GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_model (self->rows, slim ? GTK_SELECTION_MODEL (self->selection) : NULL);
  if (!slim)
    zg_customer_cells_set_column_mode (self->table, mode);
  if (get_n_rows (self) > 0)
    show_state (self);
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
  return zg_row_list_get_id (self->model, gtk_single_selection_get_selected (self->selection));
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
  gtk_single_selection_set_selected (self->selection, position);
  scroll_to (self, position);
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

  self->focus_when_loaded = self->cancellable != NULL;
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

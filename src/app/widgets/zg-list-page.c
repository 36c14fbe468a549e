/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-list-page"

#include "config.h"

#include "zg-list-bar.h"
#include "zg-list-columns.h"
#include "zg-list-feed.h"
#include "zg-list-page.h"
#include "zg-table-choice.h"

/**
 * ZgListPage:
 *
 * The list of a screen: a search field, filters with their counts, and a table, or rows of two lines in a narrow window.
 * It knows nothing of what it opens: it activates the action that its #ZgListKind names.
 */
struct _ZgListPage
{
  GtkWidget parent_instance;

  const ZgListKind *kind;
  ZgSession *session;
  ZgListFeed *feed;             /* NULL where no shop file could be opened */
  ZgRowList *model;             /* the feed's */
  ZgListNone *none;
  GtkWidget *entry;             /* the bar's */
  GtkWidget *choice_bar;        /* NULL where only one row can be chosen */
  gboolean sorting;             /* what is under way has the same rows in another order */
  gboolean open_first;          /* Enter was pressed before the hits were there */
  gboolean focus_when_loaded;   /* the list was to have the focus before it was there */

  /* template */
  ZgListBar *bar;
  GtkStack *stack;
  ZgTable *table;
};

enum {
  CHOICE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgListPage, zg_list_page, GTK_TYPE_WIDGET)

static guint
get_n_rows (ZgListPage *self)
{
  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

/* The keys are about the row that is chosen, so the row with the focus is. */
static gboolean
focus_table (ZgListPage *self)
{
  if (zg_table_get_selected (self->table) == GTK_INVALID_LIST_POSITION)
    zg_table_set_selected (self->table, 0);
  return gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
open_row (ZgListPage *self,
          guint       position)
{
  gint64 id = zg_row_list_get_id (self->model, position);

  if (id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), self->kind->open_action, "x", id);
}

static void
show_state (ZgListPage *self)
{
  guint n_rows = get_n_rows (self);

  zg_list_bar_show_n_rows (self->bar, n_rows);
  if (n_rows == 0)
    zg_list_none_show (self->none, zg_list_feed_get_text (self->feed), zg_list_feed_get_filter (self->feed));
  gtk_stack_set_visible_child_name (self->stack, n_rows == 0 ? "none" : "table");
}

static void
set_ids (ZgListPage *self,
         GArray     *ids,
         gboolean    keep_place)
{
  gint64 selected = zg_list_page_get_selected (self);
  double place = keep_place ? zg_table_get_place (self->table) : 0;
  guint position;

  zg_row_list_set_ids (self->model, ids);
  if (selected == 0 || !zg_row_list_find_id (self->model, selected, &position))
    position = GTK_INVALID_LIST_POSITION;
  zg_table_set_selected (self->table, position);
  zg_table_set_place (self->table, place);
}

static void
loaded_cb (ZgListPage *self,
           GArray     *ids,
           gboolean    same_list)
{
  set_ids (self, ids, same_list);
  /* What one does not see any more is not to be changed with the rest. */
  if (!same_list && !self->sorting)
    zg_list_page_clear_choice (self);
  self->sorting = FALSE;
  show_state (self);
  if (self->open_first)
    open_row (self, 0);
  else if (self->focus_when_loaded && !zg_list_bar_has_query (self->bar) && ids->len > 0)
    focus_table (self);
  self->open_first = FALSE;
  self->focus_when_loaded = FALSE;
}

static void
failed_cb (ZgListPage   *self,
           const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
query_changed_cb (ZgListPage *self)
{
  self->open_first = FALSE;
  self->sorting = FALSE;
}

static void
query_activated_cb (ZgListPage *self)
{
  if (self->feed == NULL)
    return;

  if (zg_list_feed_is_loading (self->feed))
    self->open_first = TRUE;
  else
    open_row (self, 0);
}

/* The entry takes Esc for itself. */
static void
query_stopped_cb (ZgListPage *self)
{
  if (!zg_list_bar_clear_query (self->bar))
    zg_list_page_focus (self);
}

static gboolean
entry_key_cb (ZgListPage      *self,
              guint            keyval,
              guint            keycode,
              GdkModifierType  state)
{
  if (keyval != GDK_KEY_Down || get_n_rows (self) == 0)
    return GDK_EVENT_PROPAGATE;

  focus_table (self);
  return GDK_EVENT_STOP;
}

static void
sort_cb (ZgListPage *self,
         int         sort,
         gboolean    descending)
{
  gboolean backwards = self->kind->is_backwards != NULL && self->kind->is_backwards (sort);

  self->sorting = TRUE;
  zg_list_feed_set_sort (self->feed, sort, descending != backwards);
}

static void
clear_query_cb (ZgListPage *self)
{
  zg_list_bar_clear_query (self->bar);
  gtk_widget_grab_focus (self->entry);
}

static void
choice_changed_cb (ZgListPage *self)
{
  g_signal_emit (self, signals[CHOICE_CHANGED], 0);
}

static void
person_changed_cb (ZgListPage *self)
{
  zg_list_feed_set_current (self->feed, self->kind->get_current (self->session));
}

static void
set_up_table (ZgListPage *self)
{
  self->feed = zg_list_feed_new (self->kind->get_source (), zg_session_get_store (self->session),
                                 zg_session_get_clock (self->session), self->kind->get_current (self->session));
  self->model = zg_list_feed_get_rows (self->feed);
  zg_list_bar_set_feed (self->bar, self->feed);
  self->kind->set_up_table (self->table, self->session);
  if (self->kind->columns_setting != NULL)
    zg_list_columns_keep (self->table, self->session, self->kind->columns_setting);
  zg_table_set_model (self->table, G_LIST_MODEL (self->model));
  if (self->kind->make_choice_bar != NULL)
    {
      zg_table_choice_allow (zg_table_get_view (self->table));
      g_signal_connect_object (zg_table_get_view (self->table), "choice-changed", G_CALLBACK (choice_changed_cb), self,
                               G_CONNECT_SWAPPED);
      self->choice_bar = self->kind->make_choice_bar (self, self->session);
      gtk_widget_set_parent (self->choice_bar, GTK_WIDGET (self));
    }
  g_signal_connect_object (self->feed, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "person-changed", G_CALLBACK (person_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
zg_list_page_map (GtkWidget *widget)
{
  ZgListPage *self = ZG_LIST_PAGE (widget);

  GTK_WIDGET_CLASS (zg_list_page_parent_class)->map (widget);

  if (self->feed != NULL)
    zg_list_feed_set_watched (self->feed, TRUE);
}

static void
zg_list_page_unmap (GtkWidget *widget)
{
  ZgListPage *self = ZG_LIST_PAGE (widget);

  if (self->feed != NULL)
    zg_list_feed_set_watched (self->feed, FALSE);

  GTK_WIDGET_CLASS (zg_list_page_parent_class)->unmap (widget);
}

static void
zg_list_page_dispose (GObject *object)
{
  ZgListPage *self = ZG_LIST_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->model = NULL;
  self->choice_bar = NULL;
  g_clear_object (&self->feed);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_list_page_parent_class)->dispose (object);
}

static void
zg_list_page_class_init (ZgListPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_list_page_dispose;

  widget_class->map = zg_list_page_map;
  widget_class->unmap = zg_list_page_unmap;
  signals[CHOICE_CHANGED] = g_signal_new ("choice-changed", ZG_TYPE_LIST_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  g_type_ensure (ZG_TYPE_LIST_BAR);
  g_type_ensure (ZG_TYPE_TABLE);
  gtk_widget_class_set_css_name (widget_class, "listpage");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/widgets/zg-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgListPage, bar);
  gtk_widget_class_bind_template_child (widget_class, ZgListPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ZgListPage, table);
}

static void
zg_list_page_init (ZgListPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->entry = zg_list_bar_get_entry (self->bar);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (query_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (query_activated_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (query_stopped_cb), self);
  g_signal_connect_swapped (self->table, "activate", G_CALLBACK (open_row), self);
  g_signal_connect_swapped (self->table, "sort", G_CALLBACK (sort_cb), self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
}

/**
 * zg_list_page_new:
 * @kind: what it is a list of; has to live as long as the widget
 * @session: what all screens share
 *
 * Returns: (transfer floating): the list, which loads when it is seen
 */
GtkWidget *
zg_list_page_new (const ZgListKind *kind,
                  ZgSession        *session)
{
  ZgListPage *self = g_object_new (ZG_TYPE_LIST_PAGE, NULL);

  self->kind = kind;
  self->session = g_object_ref (session);
  zg_list_bar_set_kind (self->bar, kind);
  if (kind->make_filter_end != NULL && zg_session_get_store (session) != NULL)
    zg_list_bar_add_end (self->bar, kind->make_filter_end (self->bar, session));
  self->none = ZG_LIST_NONE (zg_list_none_new (&kind->none));
  g_signal_connect_swapped (self->none, "clear", G_CALLBACK (clear_query_cb), self);
  g_signal_connect_object (self->none, "show-all", G_CALLBACK (zg_list_bar_show_all), self->bar, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->none), "none");
  if (zg_session_get_store (session) != NULL)
    set_up_table (self);
  else
    gtk_stack_set_visible_child_name (self->stack, "none");
  return GTK_WIDGET (self);
}

/**
 * zg_list_page_set_column_mode:
 * @mode: how much room the window has
 *
 * Shows the columns that fit, or two-line rows in the narrowest window.
 */
void
zg_list_page_set_column_mode (ZgListPage   *self,
                              ZgColumnMode  mode)
{
  g_return_if_fail (ZG_IS_LIST_PAGE (self));

  zg_list_bar_set_column_mode (self->bar, mode);
  if (GTK_IS_ORIENTABLE (self->choice_bar))
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->choice_bar), mode == ZG_COLUMN_MODE_SLIM
                                    ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  if (self->model != NULL)
    zg_table_set_column_mode (self->table, mode);
}

/**
 * zg_list_page_get_selected:
 *
 * Returns: the row that is chosen in the list, or 0
 */
gint64
zg_list_page_get_selected (ZgListPage *self)
{
  g_return_val_if_fail (ZG_IS_LIST_PAGE (self), 0);

  if (self->model == NULL)
    return 0;
  return zg_row_list_get_id (self->model, zg_table_get_selected (self->table));
}

/**
 * zg_list_page_select:
 * @id: a row
 *
 * Chooses a row, if the list shows it.
 */
void
zg_list_page_select (ZgListPage *self,
                     gint64      id)
{
  guint position;

  g_return_if_fail (ZG_IS_LIST_PAGE (self));

  if (self->model == NULL || zg_list_page_get_selected (self) == id
      || !zg_row_list_find_id (self->model, id, &position))
    return;
  zg_table_set_selected (self->table, position);
  zg_table_scroll_to (self->table, position);
}

/**
 * zg_list_page_focus:
 *
 * Puts the focus in the list, or in the search field while there is no list.
 */
void
zg_list_page_focus (ZgListPage *self)
{
  g_return_if_fail (ZG_IS_LIST_PAGE (self));

  if (get_n_rows (self) > 0 && focus_table (self))
    return;

  self->focus_when_loaded = self->feed != NULL && zg_list_feed_is_loading (self->feed);
  gtk_widget_grab_focus (self->entry);
}

/**
 * zg_list_page_find:
 *
 * Puts the focus in the search field.
 */
void
zg_list_page_find (ZgListPage *self)
{
  g_return_if_fail (ZG_IS_LIST_PAGE (self));

  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * zg_list_page_get_n_chosen:
 *
 * Returns: how many rows are chosen for what is done with several; 0 while only one is
 */
guint
zg_list_page_get_n_chosen (ZgListPage *self)
{
  g_return_val_if_fail (ZG_IS_LIST_PAGE (self), 0);

  return self->table != NULL ? zg_table_choice_get_size (zg_table_get_view (self->table)) : 0;
}

/**
 * zg_list_page_list_chosen:
 *
 * Returns: (transfer full) (element-type gint64): the ids of those rows
 */
GArray *
zg_list_page_list_chosen (ZgListPage *self)
{
  g_return_val_if_fail (ZG_IS_LIST_PAGE (self), NULL);

  return zg_table_choice_list (zg_table_get_view (self->table));
}

/**
 * zg_list_page_clear_choice:
 *
 * Returns: whether several rows were chosen
 */
gboolean
zg_list_page_clear_choice (ZgListPage *self)
{
  g_return_val_if_fail (ZG_IS_LIST_PAGE (self), FALSE);

  return zg_table_choice_clear (zg_table_get_view (self->table));
}

/**
 * zg_list_page_get_bar:
 *
 * Returns: (transfer none): the search field and the filters
 */
ZgListBar *
zg_list_page_get_bar (ZgListPage *self)
{
  g_return_val_if_fail (ZG_IS_LIST_PAGE (self), NULL);

  return self->bar;
}

/**
 * zg_list_page_get_neighbour:
 * @id: a row
 * @step: how many rows further down
 *
 * Returns: the row that stands there in the list, or 0
 */
gint64
zg_list_page_get_neighbour (ZgListPage *self,
                            gint64      id,
                            int         step)
{
  g_return_val_if_fail (ZG_IS_LIST_PAGE (self), 0);

  return self->feed != NULL ? zg_list_feed_get_neighbour (self->feed, id, step) : 0;
}

/**
 * zg_list_page_dup_row:
 * @id: a row
 *
 * Returns: (transfer full) (nullable): what the list shows of it, %NULL when it is not in the list
 */
ZgRow *
zg_list_page_dup_row (ZgListPage *self,
                      gint64      id)
{
  guint position;

  g_return_val_if_fail (ZG_IS_LIST_PAGE (self), NULL);

  if (self->model == NULL || !zg_row_list_find_id (self->model, id, &position))
    return NULL;
  return g_list_model_get_item (G_LIST_MODEL (self->model), position);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-merge-choice"

#include "config.h"

#include "zg-merge-choice.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-composition.h"
#include "zg-list-table.h"
#include "zg-merge-candidates.h"

#define WIDTH 480
#define HEIGHT 520
#define MIN_WIDTH 360
#define MAX_ROWS 9

/**
 * ZgMergeChoice:
 *
 * Asks with whom a customer is to be merged: who is likely stands there at once, everybody else is searched as in the
 * list. Nothing is written here.
 */
struct _ZgMergeChoice
{
  AdwWindow parent_instance;

  ZgSession *session;
  GCancellable *cancellable;    /* of the search for what was typed last */
  GtkWidget *page;              /* what opened it */
  gint64 customer_id;

  /* template */
  GtkSearchEntry *entry;
  GtkLabel *found;
  GtkListBox *list;
  GtkLabel *nothing;
};

typedef struct {
  gint64 customer_id;
  char *query;
  ZgTime now;
  GPtrArray *rows;
} Search;

G_DEFINE_FINAL_TYPE (ZgMergeChoice, zg_merge_choice, ADW_TYPE_WINDOW)

/* Showing **********************************************************************************************************/

static char *
describe (const ZgCustomerRow *row,
          ZgClock             *clock)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *at = zg_time_to_text (row->last_order_at, zg_clock_now (clock), zg_clock_get_zone (clock));

  if (zg_personal_identifies (&row->phone) && strlen (row->phone.text) >= 4)
    g_ptr_array_add (facts, g_strdup_printf (_("phone …%s"), row->phone.text + strlen (row->phone.text) - 4));
  /* TRANSLATORS: %s is a day */
  g_ptr_array_add (facts, row->n_orders > 0 ? g_strdup_printf (_("last order %s"), at) : g_strdup (_("no order yet")));
  g_ptr_array_add (facts, NULL);
  return g_strjoinv (" · ", (char **) facts->pdata);
}

static GtkWidget *
create_row (ZgMergeChoice       *self,
            const ZgCustomerRow *customer)
{
  GtkWidget *row = adw_action_row_new ();
  gboolean has_call_name = customer->call_name != NULL && *customer->call_name != '\0';
  const char *name = has_call_name ? customer->call_name : customer->name.text;
  g_autofree char *facts = describe (customer, zg_session_get_clock (self->session));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name != NULL ? name : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "zg-customer", g_memdup2 (&customer->id, sizeof customer->id), g_free);
  return row;
}

static void
show_rows (ZgMergeChoice *self,
           const Search  *search)
{
  gboolean is_typed = *search->query != '\0';
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < search->rows->len; i++)
    {
      const ZgCustomerRow *customer = g_ptr_array_index (search->rows, i);

      if (customer != NULL)
        gtk_list_box_append (self->list, create_row (self, customer));
    }

  row = gtk_list_box_get_row_at_index (self->list, 0);
  gtk_list_box_select_row (self->list, row);
  gtk_widget_set_visible (GTK_WIDGET (self->list), row != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->found), row != NULL && !is_typed);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), row == NULL);
  gtk_label_set_text (self->nothing, is_typed ? _("Nobody found")
                                              : _("Nobody looks like the same person. Type a name, a nick or a phone."));
}

/* Searching ********************************************************************************************************/

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->query);
  g_clear_pointer (&search->rows, g_ptr_array_unref);
  g_free (search);
}

static gboolean
run_search (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Search *search = data;
  g_autoptr (GArray) ids = zg_merge_candidates_find (db, search->customer_id, search->query, MAX_ROWS, error);

  if (ids == NULL)
    return FALSE;
  search->rows = zg_list_table_customer_rows (db, (const gint64 *) (void *) ids->data, ids->len, search->now, error);
  return search->rows != NULL;
}

static void
searched_cb (GObject      *store,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ZgMergeChoice) self = user_data;
  g_autoptr (GError) error = NULL;
  Search *search = zg_store_finish (ZG_STORE (store), result, &error);

  if (search != NULL)
    {
      show_rows (self, search);
      search_free (search);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->session != NULL)
    {
      zg_session_fail (self->session, error);
    }
}

static void
search_cb (ZgMergeChoice *self)
{
  Search *search;

  /* The entry also says that it changed while it is being built. */
  if (self->session == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  search = g_new0 (Search, 1);
  search->customer_id = self->customer_id;
  search->query = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  search->now = zg_clock_now (zg_session_get_clock (self->session));
  zg_store_read_async (zg_session_get_store (self->session), run_search, search, search_free, self->cancellable,
                       searched_cb, g_object_ref (self));
}

/* Choosing *********************************************************************************************************/

static void
choose_row_cb (ZgMergeChoice *self,
               GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "zg-customer");
  g_autoptr (ZgMergeChoice) alive = g_object_ref (self);

  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action (self->page, "customers.merge", "(xx)", self->customer_id, *id);
}

static void
choose_selected_cb (ZgMergeChoice *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    choose_row_cb (self, row);
}

static void
close_cb (ZgMergeChoice *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* The arrows choose while one goes on typing. */
static gboolean
key_pressed_cb (ZgMergeChoice   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL || (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up)
      || zg_composition_is_under_way (GTK_WIDGET (self->entry)))
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_row_at_index (self->list,
                                       MAX (0, gtk_list_box_row_get_index (row) + (keyval == GDK_KEY_Down ? 1 : -1)));
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  return GDK_EVENT_STOP;
}

/* GObject **********************************************************************************************************/

static void
zg_merge_choice_dispose (GObject *object)
{
  ZgMergeChoice *self = ZG_MERGE_CHOICE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->page);

  G_OBJECT_CLASS (zg_merge_choice_parent_class)->dispose (object);
}

static void
zg_merge_choice_class_init (ZgMergeChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_merge_choice_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/customers/zg-merge-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgMergeChoice, entry);
  gtk_widget_class_bind_template_child (widget_class, ZgMergeChoice, found);
  gtk_widget_class_bind_template_child (widget_class, ZgMergeChoice, list);
  gtk_widget_class_bind_template_child (widget_class, ZgMergeChoice, nothing);
  gtk_widget_class_bind_template_callback (widget_class, choose_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
zg_merge_choice_init (ZgMergeChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The entry's own property for this is newer than our floor. */
  gtk_text_set_placeholder_text (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))),
                                 _("Name, nick, phone"));
  zg_composition_guard (GTK_WIDGET (self));
}

/**
 * zg_merge_choice_open:
 * @page: what shows the customer; it activates `customers.merge` with whom is chosen
 * @session: the shop
 * @customer: who is there twice
 *
 * Opens the window.
 */
void
zg_merge_choice_open (GtkWidget        *page,
                      ZgSession        *session,
                      const ZgCustomer *customer)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (page));
  ZgMergeChoice *self = g_object_new (ZG_TYPE_MERGE_CHOICE, "transient-for", parent, NULL);
  /* TRANSLATORS: %s is a customer */
  g_autofree char *title = g_strdup_printf (_("Merge %s with"), zg_customer_get_call_name (customer));

  self->session = g_object_ref (session);
  self->page = g_object_ref (page);
  self->customer_id = customer->id;
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_default_size (GTK_WINDOW (self), CLAMP (gtk_widget_get_width (GTK_WIDGET (parent)), MIN_WIDTH, WIDTH),
                               HEIGHT);
  search_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_window_present (GTK_WINDOW (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-filter-bar"

#include "config.h"

#include "zg-order-filter-bar.h"

#include <glib/gi18n.h>

#include "zg-filtered-orders.h"
#include "zg-order-filter-form.h"

#define WIDTH 332
#define MAX_HEIGHT 500
/* After the last key press, in ms. */
#define APPLY_DELAY 250
#define MAX_WORDS 18

/**
 * ZgOrderFilterBar:
 *
 * Behind the ready filters of the orders: what else is filtered for, which a click drops. All that can be asked opens from a
 * button of the bar and is tried at once.
 *
 * CSS node: `orderfilterbar`
 */
struct _ZgOrderFilterBar
{
  GtkWidget parent_instance;

  ZgListBar *bar;               /* the parent, not owned */
  ZgSession *session;
  GCancellable *cancellable;    /* of what there is to choose from */
  guint apply_timeout;

  GtkWidget *button;            /* in the bar: opens the form; not owned */
  GtkWidget *pill;
  GtkLabel *words;
  GtkLabel *count;
  GtkLabel *error;
  ZgOrderFilterForm *form;      /* in a popover of the button; not owned */
};

typedef struct {
  GPtrArray *couriers;
  GPtrArray *platforms;
} Choices;

G_DEFINE_FINAL_TYPE (ZgOrderFilterBar, zg_order_filter_bar, GTK_TYPE_WIDGET)

static void
show_chosen (ZgOrderFilterBar *self)
{
  const char *segment = zg_list_bar_get_own_segment (self->bar);
  g_autoptr (ZgOrderFilter) filter = zg_order_filter_parse (segment, NULL);
  g_autofree char *words = filter != NULL ? zg_order_filter_describe (filter) : NULL;

  gtk_widget_set_visible (self->pill, words != NULL && *words != '\0');
  gtk_label_set_text (self->words, words != NULL ? words : "");
  gtk_widget_set_tooltip_text (self->pill, words);
}

static void
show_count (ZgOrderFilterBar *self)
{
  guint n = zg_list_bar_get_n_rows (self->bar);
  g_autofree char *text = g_strdup_printf (ngettext ("%u order", "%u orders", n), n);

  gtk_label_set_text (self->count, text);
}

static void
apply (ZgOrderFilterBar *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgOrderFilter) filter = zg_order_filter_form_get_filter (self->form, &error);
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->apply_timeout, g_source_remove);
  gtk_label_set_text (self->error, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), error != NULL);
  if (filter == NULL)
    return;
  text = zg_order_filter_to_text (filter);
  zg_list_bar_set_segment (self->bar, text);
  show_chosen (self);
}

static gboolean
apply_cb (gpointer data)
{
  ZgOrderFilterBar *self = data;

  self->apply_timeout = 0;
  apply (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (ZgOrderFilterBar *self)
{
  g_clear_handle_id (&self->apply_timeout, g_source_remove);
  self->apply_timeout = g_timeout_add (APPLY_DELAY, apply_cb, self);
}

/* What was typed last counts, however fast the form is closed. */
static void
closed_cb (ZgOrderFilterBar *self)
{
  if (self->apply_timeout != 0)
    apply (self);
}

static void
clear_cb (ZgOrderFilterBar *self)
{
  g_autoptr (ZgOrderFilter) nothing = zg_order_filter_new ();

  zg_order_filter_form_set_filter (self->form, nothing);
  apply (self);
}

static void
dropped_cb (ZgOrderFilterBar *self)
{
  zg_list_bar_set_segment (self->bar, "");
  show_chosen (self);
  gtk_widget_grab_focus (self->button);
}

/* What there is to choose from *************************************************************************************/

static void
choices_free (gpointer data)
{
  Choices *choices = data;

  g_clear_pointer (&choices->couriers, g_ptr_array_unref);
  g_clear_pointer (&choices->platforms, g_ptr_array_unref);
  g_free (choices);
}

static gboolean
load_choices (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Choices *choices = data;

  choices->couriers = zg_filtered_orders_list_couriers (db, error);
  choices->platforms = choices->couriers != NULL ? zg_filtered_orders_list_platforms (db, error) : NULL;
  return choices->platforms != NULL;
}

static void
fill_form (ZgOrderFilterBar *self)
{
  g_autoptr (ZgOrderFilter) filter = zg_order_filter_parse (zg_list_bar_get_own_segment (self->bar), NULL);

  if (filter == NULL)
    filter = zg_order_filter_new ();
  zg_order_filter_form_set_filter (self->form, filter);
}

static void
choices_loaded_cb (GObject      *store,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (ZgOrderFilterBar) self = user_data;
  g_autoptr (GError) error = NULL;
  Choices *choices = zg_store_finish (ZG_STORE (store), result, &error);

  if (choices == NULL)
    {
      if (self->session != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        zg_session_fail (self->session, error);
      return;
    }
  if (self->session != NULL)
    zg_order_filter_form_set_choices (self->form, choices->couriers, choices->platforms);
  choices_free (choices);
}

static void
shown_cb (ZgOrderFilterBar *self)
{
  fill_form (self);
  show_count (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  zg_store_read_async (zg_session_get_store (self->session), load_choices, g_new0 (Choices, 1), choices_free,
                       self->cancellable, choices_loaded_cb, g_object_ref (self));
}

/* Widget ***********************************************************************************************************/

static void
zg_order_filter_bar_dispose (GObject *object)
{
  ZgOrderFilterBar *self = ZG_ORDER_FILTER_BAR (object);

  g_clear_handle_id (&self->apply_timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->pill, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_order_filter_bar_parent_class)->dispose (object);
}

static void
zg_order_filter_bar_class_init (ZgOrderFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_order_filter_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "orderfilterbar");
}

static void
zg_order_filter_bar_init (ZgOrderFilterBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (words), MAX_WORDS);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  self->words = GTK_LABEL (words);
  self->pill = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->pill), box);
  gtk_widget_add_css_class (self->pill, "segment");
  gtk_widget_add_css_class (self->pill, "chosen");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pill), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filter no longer"), -1);
  g_signal_connect_swapped (self->pill, "clicked", G_CALLBACK (dropped_cb), self);
  gtk_widget_set_visible (self->pill, FALSE);
  gtk_widget_set_parent (self->pill, GTK_WIDGET (self));
}

static GtkWidget *
create_foot (ZgOrderFilterBar *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *clear = gtk_button_new_with_label (_("Clear"));

  gtk_label_set_xalign (GTK_LABEL (count), 0);
  gtk_widget_set_hexpand (count, TRUE);
  gtk_widget_add_css_class (count, "secondary");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (foot), count);
  gtk_box_append (GTK_BOX (foot), clear);
  g_signal_connect_object (clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  self->count = GTK_LABEL (count);
  return foot;
}

static GtkWidget *
create_popover (ZgOrderFilterBar *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *error = gtk_label_new (NULL);

  self->form = g_object_new (ZG_TYPE_ORDER_FILTER_FORM, NULL);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->form));
  gtk_widget_set_size_request (scroller, WIDTH, -1);
  gtk_label_set_xalign (GTK_LABEL (error), 0);
  gtk_label_set_wrap (GTK_LABEL (error), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (error), 30);
  gtk_widget_add_css_class (error, "error");
  gtk_widget_set_visible (error, FALSE);
  self->error = GTK_LABEL (error);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), error);
  gtk_box_append (GTK_BOX (box), create_foot (self));
  gtk_widget_add_css_class (popover, "segment-editor");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_object (popover, "show", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  return popover;
}

/**
 * zg_order_filter_bar_new:
 * @bar: the search field and filters of the orders, which becomes its parent
 * @session: the shop
 *
 * Returns: (transfer floating): what stands behind the filters
 */
GtkWidget *
zg_order_filter_bar_new (ZgListBar *bar,
                         ZgSession *session)
{
  ZgOrderFilterBar *self = g_object_new (ZG_TYPE_ORDER_FILTER_BAR, NULL);

  self->bar = bar;
  self->session = g_object_ref (session);
  self->button = zg_list_bar_set_filter_popover (bar, create_popover (self));
  g_signal_connect_object (bar, "segment-changed", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bar, "rows-changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

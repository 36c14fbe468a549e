/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-erase-window"

#include "config.h"

#include "zg-erase-window.h"

#include <glib/gi18n.h>

#include "zg-erase-copies.h"
#include "zg-erase-task.h"
#include "zg-order-table.h"
#include "zg-scroll.h"
#include "zg-width-first-layout.h"

/* So often the bar moves, ms. */
#define PULSE_INTERVAL 100

/**
 * ZgEraseWindow:
 *
 * Erases a customer for good: says what goes and what stays, wants their name to be typed, and afterwards offers to take them
 * out of the copies of the shop file too. The main window can be used meanwhile; closing this one stops nothing that was begun
 * with the shop file.
 */
struct _ZgEraseWindow
{
  AdwWindow parent_instance;

  ZgSession *session;
  ZgCustomer *customer;
  gboolean is_erasing;
  guint pulse;

  /* template */
  GtkLabel *ask_goes;
  GtkLabel *ask_type;
  GtkWidget *bar;
  GtkWidget *cancel;
  ZgEraseCopies *copies;
  GtkLabel *done_text;
  GtkWidget *erase;
  GtkLabel *error;
  GtkWidget *keep_row;
  GtkSwitch *keep_switch;
  GtkEditable *name;
  GtkWidget *rewrite;
  GtkStack *stack;
  GtkWidget *stop;
};

G_DEFINE_FINAL_TYPE (ZgEraseWindow, zg_erase_window, ADW_TYPE_WINDOW)

static gboolean
pulse_cb (gpointer data)
{
  ZgEraseWindow *self = data;

  gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->bar));
  return G_SOURCE_CONTINUE;
}

static void
set_busy (ZgEraseWindow *self,
          gboolean       is_busy)
{
  gtk_widget_set_visible (self->bar, is_busy);
  if (is_busy && self->pulse == 0)
    self->pulse = g_timeout_add (PULSE_INTERVAL, pulse_cb, self);
  else if (!is_busy)
    g_clear_handle_id (&self->pulse, g_source_remove);
}

/* Asking ***************************************************************************************************************/

static void
name_changed_cb (ZgEraseWindow *self)
{
  gtk_widget_hide (GTK_WIDGET (self->error));
  gtk_widget_set_sensitive (self->erase, !self->is_erasing
                            && zg_customer_erase_confirms (self->customer, gtk_editable_get_text (self->name)));
}

/* All of them, also those that were closed; an index knows them. */
static gint64
count_orders (ZgEraseWindow *self)
{
  ZgDatabase *db = zg_store_get_list_reader (zg_session_get_store (self->session), NULL);
  g_autoptr (GArray) ids = db != NULL ? zg_order_table_list_for_customer (db, self->customer->id, G_MAXINT, NULL) : NULL;

  return ids != NULL ? ids->len : 0;
}

static void
show_question (ZgEraseWindow *self,
               gint64         n_orders)
{
  const char *name = zg_customer_get_call_name (self->customer);
  /* Translators: %s is a customer's name */
  g_autofree char *type = g_strdup_printf (_("Type “%s” to erase them:"), name);
  g_autofree char *orders = NULL;
  g_autofree char *goes = NULL;

  if (n_orders > 0)
    /* Translators: behind a list of what is erased */
    orders = g_strdup_printf (ngettext (" and recipient, phone and address of %ld order",
                                        " and recipients, phones and addresses of %ld orders", (gulong) n_orders),
                              (glong) n_orders);
  /* Translators: the first %s is a customer's name, the second says more of what goes, or nothing */
  goes = g_strdup_printf (_("Everything about %s goes: name, phones, accounts, addresses, notes, attachments, the timeline%s. "
                            "There is no undo."), name, orders != NULL ? orders : "");
  gtk_label_set_text (self->ask_goes, goes);
  gtk_label_set_text (self->ask_type, type);
  gtk_widget_set_visible (self->keep_row, n_orders > 0);
}

/* Erasing **************************************************************************************************************/

static void
copies_changed_cb (ZgEraseWindow *self)
{
  gboolean is_busy = zg_erase_copies_is_busy (self->copies);

  set_busy (self, is_busy);
  gtk_widget_set_visible (self->stop, is_busy);
  gtk_widget_set_visible (self->rewrite, !is_busy && zg_erase_copies_get_n_left (self->copies) > 0);
}

static void
show_done (ZgEraseWindow *self,
           ZgErased      *erased)
{
  g_autofree char *text = zg_erased_to_text (erased);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      if (parent != NULL)
        gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast", "s", text);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_text (self->done_text, text);
  zg_erase_copies_show (self->copies, self->session, erased->copies);
  gtk_button_set_label (GTK_BUTTON (self->cancel), _("Close"));
  gtk_widget_hide (self->erase);
  gtk_stack_set_visible_child_name (self->stack, "done");
  copies_changed_cb (self);
  gtk_widget_grab_focus (gtk_widget_get_visible (self->rewrite) ? self->rewrite : self->cancel);
}

static void
show_error (ZgEraseWindow *self,
            const GError  *error)
{
  /* The main window has a line for it, which stays and offers to try it again. */
  gboolean is_told = zg_unfinished_erase_take (zg_session_get_unfinished_erase (self->session), error);

  if (is_told || !gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      if (!is_told)
        zg_session_fail (self->session, error);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "ask");
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  name_changed_cb (self);
  gtk_label_set_text (self->error, error->message);
  gtk_widget_show (GTK_WIDGET (self->error));
}

static void
erased_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ZgEraseWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgErased) erased = zg_erase_task_run_finish (result, &error);

  self->is_erasing = FALSE;
  /* The main window may be gone, and this one with it. */
  if (self->session == NULL)
    return;
  set_busy (self, FALSE);
  if (erased != NULL)
    show_done (self, erased);
  else
    show_error (self, error);
}

static void
erase_cb (ZgEraseWindow *self)
{
  if (!gtk_widget_get_sensitive (self->erase))
    return;

  self->is_erasing = TRUE;
  gtk_widget_set_sensitive (self->erase, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "work");
  gtk_button_set_label (GTK_BUTTON (self->cancel), _("Close"));
  gtk_widget_grab_focus (self->cancel);
  set_busy (self, TRUE);
  /* Somebody else wants an answer meanwhile. */
  gtk_window_set_modal (GTK_WINDOW (self), FALSE);
  zg_erase_task_run_async (self->session, self->customer->id, gtk_editable_get_text (self->name),
                           gtk_switch_get_active (self->keep_switch), erased_cb, g_object_ref (self));
}

static void
rewrite_cb (ZgEraseWindow *self)
{
  zg_erase_copies_rewrite (self->copies);
  gtk_widget_grab_focus (self->stop);
}

static void
stop_cb (ZgEraseWindow *self)
{
  zg_erase_copies_stop (self->copies);
}

static void
cancel_cb (ZgEraseWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* What is being erased is erased: the result is told in the main window then. */
static gboolean
zg_erase_window_close_request (GtkWindow *window)
{
  ZgEraseWindow *self = ZG_ERASE_WINDOW (window);

  if (self->is_erasing)
    {
      gtk_widget_hide (GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (zg_erase_window_parent_class)->close_request (window);
}

static void
zg_erase_window_dispose (GObject *object)
{
  ZgEraseWindow *self = ZG_ERASE_WINDOW (object);

  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->customer, zg_customer_free);

  G_OBJECT_CLASS (zg_erase_window_parent_class)->dispose (object);
}

static void
zg_erase_window_class_init (ZgEraseWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_erase_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = zg_erase_window_close_request;

  g_type_ensure (ZG_TYPE_ERASE_COPIES);
  g_type_ensure (ZG_TYPE_WIDTH_FIRST_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/customers/zg-erase-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgEraseWindow, ask_goes);
  gtk_widget_class_bind_template_child (widget_class, ZgEraseWindow, ask_type);
  gtk_widget_class_bind_template_child (widget_class, ZgEraseWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, ZgEraseWindow, cancel);
  gtk_widget_class_bind_template_child (widget_class, ZgEraseWindow, copies);
  gtk_widget_class_bind_template_child (widget_class, ZgEraseWindow, done_text);
  gtk_widget_class_bind_template_child (widget_class, ZgEraseWindow, erase);
  gtk_widget_class_bind_template_child (widget_class, ZgEraseWindow, error);
  gtk_widget_class_bind_template_child (widget_class, ZgEraseWindow, keep_row);
  gtk_widget_class_bind_template_child (widget_class, ZgEraseWindow, keep_switch);
  gtk_widget_class_bind_template_child (widget_class, ZgEraseWindow, name);
  gtk_widget_class_bind_template_child (widget_class, ZgEraseWindow, rewrite);
  gtk_widget_class_bind_template_child (widget_class, ZgEraseWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ZgEraseWindow, stop);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, copies_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, erase_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rewrite_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
zg_erase_window_init (ZgEraseWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * zg_erase_window_new:
 * @parent: the window it belongs to
 * @session: the shop
 * @customer: whom to erase; copied
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
GtkWindow *
zg_erase_window_new (GtkWindow        *parent,
                     ZgSession        *session,
                     const ZgCustomer *customer)
{
  ZgEraseWindow *self = g_object_new (ZG_TYPE_ERASE_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->customer = zg_customer_copy (customer);
  show_question (self, count_orders (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  /* With large letters it is below what fits. */
  g_signal_connect_swapped (self, "map", G_CALLBACK (zg_scroll_to_widget_later), self->name);
  return GTK_WINDOW (self);
}

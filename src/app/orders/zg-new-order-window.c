/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-new-order-window"

#include "config.h"

#include "zg-new-order-window.h"

#include <glib/gi18n.h>

#include "zg-goods-titles.h"
#include "zg-money.h"
#include "zg-new-order-items.h"
#include "zg-new-order-job.h"
#include "zg-order-desk.h"
#include "zg-platform.h"

/* After the last key press, in ms. A paste is read at once. */
#define READ_DELAY 300
#define LONG_PASTE 12

/**
 * ZgNewOrderWindow:
 *
 * An order that came by chat. What the customer wrote is pasted at the top and understood into the fields below, where what was
 * guessed is tinted; all of it can be typed as well. Nothing that was typed into a field is overwritten by a later paste that
 * does not speak of it.
 */
struct _ZgNewOrderWindow
{
  AdwWindow parent_instance;

  ZgSession *session;
  char **titles;                /* (nullable): what the shop's goods are called */
  gint64 customer_id;           /* whose it is, 0 to find out */
  guint read_timeout;
  gboolean filling;
  gboolean saving;

  /* template */
  GtkTextView *chat;
  GtkLabel *chat_hint;
  ZgNewOrderItems *items;
  GtkEditable *recipient;
  GtkEditable *phone;
  GtkEditable *address;
  GtkEditable *note;
  GtkEditable *postage;
  GtkEditable *total;
  GtkCheckButton *paid;
  GtkDropDown *platform;
  GtkWidget *customer_row;
  GtkLabel *customer;
  GtkLabel *sum;
  GtkLabel *warning;
  GtkLabel *error;
  GtkWidget *add;
};

enum {
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgNewOrderWindow, zg_new_order_window, ADW_TYPE_WINDOW)

static void
show_label (GtkLabel   *label,
            const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static const char *
get_platform (ZgNewOrderWindow *self)
{
  return zg_platform_list ()[gtk_drop_down_get_selected (self->platform)];
}

/* The order that the fields say *************************************************************************************/

static gboolean
read_field (GtkEditable  *entry,
            const char   *name,
            ZgOrder      *order,
            GError      **error)
{
  g_autofree char *value = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (*value == '\0' || zg_order_desk_set_field (order, name, value, error))
    return TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  return FALSE;
}

/* (transfer full) (nullable): what was typed; where something does not fit it has the focus. */
static ZgNewOrder *
read_form (ZgNewOrderWindow  *self,
           GError           **error)
{
  g_autoptr (ZgNewOrder) made = zg_new_order_new ();
  ZgOrder *order = made->order;

  g_free (order->platform);
  order->platform = g_strdup (get_platform (self));
  order->customer_id = self->customer_id;
  made->is_paid = gtk_check_button_get_active (self->paid);
  if (!zg_new_order_items_read (self->items, order, error)
      || !read_field (self->recipient, "recipient", order, error)
      || !read_field (self->phone, "phone", order, error)
      || !read_field (self->address, "address", order, error)
      || !read_field (self->note, "buyer-note", order, error)
      || !read_field (self->postage, "postage", order, error)
      || !read_field (self->total, "total", order, error))
    return NULL;
  return g_steal_pointer (&made);
}

/* What goods and postage come to, and what is taken off them, while one types. */
static void
show_sum (ZgNewOrderWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  g_autoptr (ZgNewOrder) made = read_form (self, NULL);
  g_autofree char *text = NULL;

  /* Reading it puts the focus where something does not fit; nobody asked for that yet. */
  if (focus != NULL && gtk_window_get_focus (GTK_WINDOW (self)) != focus)
    gtk_widget_grab_focus (focus);
  if (made == NULL || made->order->items->len == 0)
    {
      show_label (self->sum, NULL);
      return;
    }
  text = zg_new_order_describe_sum (made);
  show_label (self->sum, text);
}

static void
changed_cb (ZgNewOrderWindow *self)
{
  if (self->filling)
    return;
  show_label (self->error, NULL);
  show_sum (self);
}

/* Reading a chat ***************************************************************************************************/

static void
fill_text (GtkEditable *entry,
           const char  *text)
{
  if (text != NULL && *text != '\0')
    gtk_editable_set_text (entry, text);
}

static void
fill_amount (GtkEditable *entry,
             gint64       minor)
{
  g_autofree char *text = minor > 0 ? zg_money_to_decimal (minor, "CNY") : NULL;

  fill_text (entry, text);
}

static void
fill_person (ZgNewOrderWindow *self,
             const ZgOrder    *order)
{
  g_autofree char *address = zg_address_to_text (order->address);

  fill_text (self->recipient, order->recipient.text);
  fill_text (self->phone, order->phone.text);
  fill_text (self->address, address);
}

static void
read_chat (ZgNewOrderWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->chat);
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autoptr (ZgOrderPaste) paste = NULL;
  g_autoptr (ZgNewOrder) made = NULL;
  g_autofree char *mismatch = NULL;

  g_clear_handle_id (&self->read_timeout, g_source_remove);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->chat_hint), *text == '\0');
  paste = zg_order_paste_parse (text, (const char * const *) self->titles);
  if (zg_order_paste_is_empty (paste))
    return;

  made = zg_new_order_from_paste (paste, get_platform (self));
  self->filling = TRUE;
  if (paste->items->len > 0)
    zg_new_order_items_show (self->items, made->order, paste->items);
  fill_person (self, made->order);
  fill_text (self->note, paste->note);
  fill_amount (self->postage, paste->postage);
  if (paste->total >= 0 && paste->total < made->order->goods + made->order->postage)
    fill_amount (self->total, paste->total);
  if (paste->is_paid)
    gtk_check_button_set_active (self->paid, TRUE);
  self->filling = FALSE;
  mismatch = zg_new_order_describe_mismatch (made, paste);
  show_label (self->warning, mismatch);
  show_sum (self);
}

static gboolean
read_cb (gpointer data)
{
  ZgNewOrderWindow *self = data;

  self->read_timeout = 0;
  read_chat (self);
  return G_SOURCE_REMOVE;
}

static void
chat_changed_cb (ZgNewOrderWindow *self,
                 GtkTextBuffer    *buffer)
{
  gboolean is_empty = gtk_text_buffer_get_char_count (buffer) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->chat_hint), is_empty);
  g_clear_handle_id (&self->read_timeout, g_source_remove);
  if (!is_empty)
    self->read_timeout = g_timeout_add (READ_DELAY, read_cb, self);
}

static void
inserted_cb (ZgNewOrderWindow *self,
             GtkTextIter      *at,
             const char       *text,
             int               length)
{
  if (length < LONG_PASTE)
    return;
  g_clear_handle_id (&self->read_timeout, g_source_remove);
  read_chat (self);
}

/* Tab leaves the field, for it is one of many; Ctrl+Enter is not a new line. */
static void
set_up_chat (ZgNewOrderWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->chat);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                                                          gtk_named_action_new ("new-order.add")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_text_view_set_accepts_tab (self->chat, FALSE);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (chat_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (inserted_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* Writing **********************************************************************************************************/

static void
created_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ZgNewOrderWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  ZgNewOrder *made = zg_new_order_job_run_finish (result, &error);

  self->saving = FALSE;
  gtk_widget_set_sensitive (self->add, TRUE);
  if (made == NULL)
    {
      show_label (self->error, error->message);
      return;
    }
  g_signal_emit (self, signals[CREATED], 0, made);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_cb (ZgNewOrderWindow *self)
{
  g_autoptr (GError) error = NULL;
  ZgNewOrder *made;

  if (self->saving)
    return;
  if (self->read_timeout != 0)
    read_chat (self);
  made = read_form (self, &error);
  if (made == NULL)
    {
      show_label (self->error, error->message);
      return;
    }
  if (made->order->items->len == 0)
    {
      zg_new_order_free (made);
      show_label (self->error, _("An order needs goods."));
      zg_new_order_items_focus (self->items);
      return;
    }
  self->saving = TRUE;
  gtk_widget_set_sensitive (self->add, FALSE);
  zg_new_order_job_run_async (made, self->session, created_cb, g_object_ref (self));
}

static void
other_customer_cb (ZgNewOrderWindow *self)
{
  self->customer_id = 0;
  gtk_widget_set_visible (self->customer_row, FALSE);
}

/* What was pasted meanwhile is read again with what the shop's goods are called. */
static void
titles_loaded_cb (GObject      *store,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (ZgNewOrderWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  char **titles = zg_goods_titles_load_finish (result, &error);

  if (self->session == NULL)
    {
      g_strfreev (titles);
      return;
    }
  if (titles == NULL)
    {
      zg_session_fail (self->session, error);
      return;
    }
  g_strfreev (self->titles);
  self->titles = titles;
  if (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->chat)) > 0)
    read_chat (self);
}

/* Widget ***********************************************************************************************************/

static void
zg_new_order_window_dispose (GObject *object)
{
  ZgNewOrderWindow *self = ZG_NEW_ORDER_WINDOW (object);

  g_clear_handle_id (&self->read_timeout, g_source_remove);
  g_clear_pointer (&self->titles, g_strfreev);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_new_order_window_parent_class)->dispose (object);
}

static void
add_action_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  add_cb (ZG_NEW_ORDER_WINDOW (widget));
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/orders/zg-new-order-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgNewOrderWindow, add);
  gtk_widget_class_bind_template_child (widget_class, ZgNewOrderWindow, address);
  gtk_widget_class_bind_template_child (widget_class, ZgNewOrderWindow, chat);
  gtk_widget_class_bind_template_child (widget_class, ZgNewOrderWindow, chat_hint);
  gtk_widget_class_bind_template_child (widget_class, ZgNewOrderWindow, customer);
  gtk_widget_class_bind_template_child (widget_class, ZgNewOrderWindow, customer_row);
  gtk_widget_class_bind_template_child (widget_class, ZgNewOrderWindow, error);
  gtk_widget_class_bind_template_child (widget_class, ZgNewOrderWindow, items);
  gtk_widget_class_bind_template_child (widget_class, ZgNewOrderWindow, note);
  gtk_widget_class_bind_template_child (widget_class, ZgNewOrderWindow, paid);
  gtk_widget_class_bind_template_child (widget_class, ZgNewOrderWindow, phone);
  gtk_widget_class_bind_template_child (widget_class, ZgNewOrderWindow, platform);
  gtk_widget_class_bind_template_child (widget_class, ZgNewOrderWindow, postage);
  gtk_widget_class_bind_template_child (widget_class, ZgNewOrderWindow, recipient);
  gtk_widget_class_bind_template_child (widget_class, ZgNewOrderWindow, sum);
  gtk_widget_class_bind_template_child (widget_class, ZgNewOrderWindow, total);
  gtk_widget_class_bind_template_child (widget_class, ZgNewOrderWindow, warning);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_customer_cb);
}

static void
zg_new_order_window_class_init (ZgNewOrderWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_new_order_window_dispose;

  /**
   * ZgNewOrderWindow::created:
   * @order: (transfer full): the #ZgNewOrder that was written
   */
  signals[CREATED] = g_signal_new ("created", ZG_TYPE_NEW_ORDER_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (ZG_TYPE_NEW_ORDER_ITEMS);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "new-order.add", NULL, add_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "new-order.add", NULL);
}

static void
zg_new_order_window_init (ZgNewOrderWindow *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  const char * const *words = zg_platform_list ();
  guint chat = 0;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; words[i] != NULL; i++)
    {
      gtk_string_list_append (labels, zg_platform_to_label (words[i]));
      if (g_str_equal (words[i], "wechat"))
        chat = i;
    }
  gtk_drop_down_set_model (self->platform, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->platform, chat);
  set_up_chat (self);
}

/* Who is being talked to is who orders, unless somebody says otherwise. */
static void
show_customer (ZgNewOrderWindow *self)
{
  const ZgCustomer *customer = zg_session_get_customer (self->session);
  const char *name = customer != NULL ? zg_customer_get_call_name (customer) : NULL;
  g_autofree char *text = NULL;

  self->customer_id = zg_session_get_customer_id (self->session);
  gtk_widget_set_visible (self->customer_row, self->customer_id != 0);
  if (name != NULL)
    {
      text = g_strdup_printf (_("For %s, whom you are talking to"), name);
      gtk_label_set_text (self->customer, text);
    }
}

static void
fill_repeated (ZgNewOrderWindow *self,
               const ZgOrder    *repeated)
{
  g_autoptr (ZgNewOrder) again = zg_new_order_repeat (repeated);
  const char * const *words = zg_platform_list ();

  self->filling = TRUE;
  zg_new_order_items_show (self->items, again->order, NULL);
  fill_person (self, again->order);
  fill_amount (self->postage, again->order->postage);
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], again->order->platform))
      gtk_drop_down_set_selected (self->platform, i);
  self->customer_id = again->order->customer_id;
  gtk_widget_set_visible (self->customer_row, FALSE);
  self->filling = FALSE;
  show_sum (self);
}

/**
 * zg_new_order_window_new:
 * @parent: the window it belongs to
 * @session: the shop
 * @repeated: (nullable): an earlier order that is wanted once more
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
GtkWindow *
zg_new_order_window_new (GtkWindow     *parent,
                         ZgSession     *session,
                         const ZgOrder *repeated)
{
  ZgNewOrderWindow *self = g_object_new (ZG_TYPE_NEW_ORDER_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  show_customer (self);
  if (repeated != NULL)
    fill_repeated (self, repeated);
  gtk_window_set_focus (GTK_WINDOW (self), repeated != NULL ? self->add : GTK_WIDGET (self->chat));
  zg_goods_titles_load_async (session, titles_loaded_cb, g_object_ref (self));
  return GTK_WINDOW (self);
}

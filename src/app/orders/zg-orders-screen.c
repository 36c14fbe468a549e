/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-orders-screen"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-order-copy.h"
#include "zg-order-job.h"
#include "zg-order-list.h"
#include "zg-order-page.h"
#include "zg-orders-screen.h"

/**
 * ZgOrdersScreen:
 *
 * The list of all orders, and the page of one. Its own actions, for the widgets inside:
 *   orders.open       x   that order's page
 *   orders.edit           edit the order that is shown
 *   orders.read-back      copy the text that reads the order back
 *   orders.confirm        the customer said yes to that text
 *   orders.copy       s   copy a value
 */
struct _ZgOrdersScreen
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgColumnMode column_mode;
  ZgToastArea *toasts;
  GtkStack *stack;
  ZgListPage *list;
  ZgOrderPage *page;            /* NULL where no shop file could be opened */
};

enum {
  PROP_0,
  PROP_SESSION,
  PROP_COLUMN_MODE,
};

static void zg_orders_screen_screen_init (ZgScreenInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZgOrdersScreen, zg_orders_screen, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ZG_TYPE_SCREEN, zg_orders_screen_screen_init))

static void
zg_orders_screen_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ZgOrdersScreen *self = ZG_ORDERS_SCREEN (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_COLUMN_MODE:
      g_value_set_enum (value, self->column_mode);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_orders_screen_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ZgOrdersScreen *self = ZG_ORDERS_SCREEN (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_COLUMN_MODE:
      self->column_mode = g_value_get_enum (value);
      zg_list_page_set_column_mode (self->list, self->column_mode);
      if (self->page != NULL)
        zg_order_page_set_column_mode (self->page, self->column_mode);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_orders_screen_dispose (GObject *object)
{
  ZgOrdersScreen *self = ZG_ORDERS_SCREEN (object);

  if (self->toasts != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->toasts)));
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_orders_screen_parent_class)->dispose (object);
}

static gboolean
shows_page (ZgOrdersScreen *self)
{
  return self->page != NULL && gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->page);
}

static gboolean
is_editing (ZgOrdersScreen *self)
{
  return shows_page (self) && zg_order_page_is_editing (self->page);
}

/* Which order the keys are about: the one that is shown, or the one that is chosen in the list. */
static gint64
get_id (ZgOrdersScreen *self)
{
  return shows_page (self) ? zg_order_page_get_id (self->page) : zg_list_page_get_selected (self->list);
}

static void
update_actions (ZgOrdersScreen *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "screen.back", shows_page (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "screen.edit", self->page != NULL);
  zg_screen_hints_changed (ZG_SCREEN (self));
}

static void
show_page (ZgOrdersScreen *self,
           gint64          id)
{
  if (self->page == NULL)
    return;

  /* An order that is being edited is not left behind by a search hit: the form has its own ways out. */
  if (is_editing (self) && zg_order_page_get_id (self->page) != id)
    zg_order_page_cancel (self->page);
  zg_order_page_open (self->page, id);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->page));
  zg_order_page_focus (self->page);
  update_actions (self);
}

static void
show_list (ZgOrdersScreen *self)
{
  if (shows_page (self))
    zg_list_page_select (self->list, zg_order_page_get_id (self->page));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->list));
  zg_list_page_focus (self->list);
  update_actions (self);
}

static void
zg_orders_screen_focus (ZgScreen *screen)
{
  ZgOrdersScreen *self = ZG_ORDERS_SCREEN (screen);

  if (shows_page (self))
    zg_order_page_focus (self->page);
  else
    zg_list_page_focus (self->list);
}

static const ZgHint *
zg_orders_screen_get_hints (ZgScreen *screen,
                            gsize    *n_hints_out)
{
  static ZgHint list_hints[5];
  static ZgHint page_hints[6];
  static ZgHint form_hints[2];
  ZgOrdersScreen *self = ZG_ORDERS_SCREEN (screen);

  if (is_editing (self))
    {
      form_hints[0] = (ZgHint) { "Ctrl+S", _("save") };
      form_hints[1] = (ZgHint) { "Esc", _("cancel") };
      *n_hints_out = G_N_ELEMENTS (form_hints);
      return form_hints;
    }
  if (!shows_page (self))
    {
      list_hints[0] = (ZgHint) { "Enter", _("open") };
      list_hints[1] = (ZgHint) { "R", _("copy the read-back text") };
      list_hints[2] = (ZgHint) { "T", _("talk to them") };
      list_hints[3] = (ZgHint) { "Ctrl+F", _("find") };
      list_hints[4] = (ZgHint) { "Ctrl+I", _("import") };
      *n_hints_out = G_N_ELEMENTS (list_hints);
      return list_hints;
    }

  page_hints[0] = (ZgHint) { "R", _("copy the read-back text") };
  page_hints[1] = (ZgHint) { "Y", _("customer confirmed, tick all of it") };
  page_hints[2] = (ZgHint) { "Space", _("tick") };
  page_hints[3] = (ZgHint) { "J K", _("next, previous order") };
  page_hints[4] = (ZgHint) { "F2", _("edit") };
  page_hints[5] = (ZgHint) { "Alt+←", _("back to the list") };
  *n_hints_out = G_N_ELEMENTS (page_hints);
  return page_hints;
}

static ZgToastArea *
zg_orders_screen_get_toast_area (ZgScreen *screen)
{
  return ZG_ORDERS_SCREEN (screen)->toasts;
}

static void
zg_orders_screen_open (ZgScreen *screen,
                       gint64    id)
{
  if (id != 0)
    show_page (ZG_ORDERS_SCREEN (screen), id);
  else
    show_list (ZG_ORDERS_SCREEN (screen));
}

static gboolean
zg_orders_screen_has_unsaved (ZgScreen *screen)
{
  ZgOrdersScreen *self = ZG_ORDERS_SCREEN (screen);

  return self->page != NULL && zg_order_page_has_changes (self->page);
}

static void
zg_orders_screen_screen_init (ZgScreenInterface *iface)
{
  iface->focus = zg_orders_screen_focus;
  iface->get_hints = zg_orders_screen_get_hints;
  iface->get_toast_area = zg_orders_screen_get_toast_area;
  iface->open = zg_orders_screen_open;
  iface->has_unsaved = zg_orders_screen_has_unsaved;
}

static void
confirm (ZgOrdersScreen *self)
{
  zg_order_job_run (zg_order_job_new (ZG_ORDER_JOB_CONFIRM, self->session, get_id (self)), self->toasts);
}

static void
show_neighbour (ZgOrdersScreen *self,
                int             step)
{
  gint64 id = zg_list_page_get_neighbour (self->list, zg_order_page_get_id (self->page), step);

  if (id != 0)
    show_page (self, id);
}

static void
talk_to (ZgOrdersScreen *self)
{
  gint64 id = get_id (self);
  gint64 customer_id = shows_page (self) ? zg_order_page_get_customer_id (self->page)
                                         : zg_order_list_get_customer_id (self->list, id);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.talk-to", "(xx)", customer_id, id);
}

static gboolean
page_key (ZgOrdersScreen *self,
          guint           keyval)
{
  switch (keyval)
    {
    case GDK_KEY_y:
      confirm (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_j:
      show_neighbour (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_k:
      show_neighbour (self, -1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
key_pressed_cb (ZgOrdersScreen *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  gint64 id = get_id (self);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || id == 0 || is_editing (self))
    return GDK_EVENT_PROPAGATE;

  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_t:
      talk_to (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_r:
      zg_order_copy_read_back (self->session, self->toasts, id);
      return GDK_EVENT_STOP;
    default:
      return shows_page (self) ? page_key (self, gdk_keyval_to_lower (keyval)) : GDK_EVENT_PROPAGATE;
    }
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  show_page (ZG_ORDERS_SCREEN (widget), g_variant_get_int64 (parameter));
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ZgOrdersScreen *self = ZG_ORDERS_SCREEN (widget);
  gint64 id = get_id (self);

  if (id == 0)
    return;
  if (!shows_page (self))
    show_page (self, id);
  zg_order_page_edit (self->page);
}

static void
read_back_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ZgOrdersScreen *self = ZG_ORDERS_SCREEN (widget);

  zg_order_copy_read_back (self->session, self->toasts, get_id (self));
}

static void
confirm_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  confirm (ZG_ORDERS_SCREEN (widget));
}

static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  zg_order_copy_text (ZG_ORDERS_SCREEN (widget)->toasts, g_variant_get_string (parameter, NULL));
}

static void
find_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ZgOrdersScreen *self = ZG_ORDERS_SCREEN (widget);

  if (is_editing (self))
    return;
  show_list (self);
  zg_list_page_find (self->list);
}

static void
back_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ZgOrdersScreen *self = ZG_ORDERS_SCREEN (widget);

  if (!zg_order_page_cancel (self->page))
    show_list (self);
}

static void
escape_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  ZgOrdersScreen *self = ZG_ORDERS_SCREEN (widget);

  if (shows_page (self))
    back_cb (widget, action_name, NULL);
  else if (zg_list_page_clear_query (self->list))
    zg_list_page_find (self->list);
  else
    zg_list_page_focus (self->list);
}

static void
zg_orders_screen_constructed (GObject *object)
{
  ZgOrdersScreen *self = ZG_ORDERS_SCREEN (object);
  GtkEventController *keys = gtk_event_controller_key_new ();

  G_OBJECT_CLASS (zg_orders_screen_parent_class)->constructed (object);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  self->toasts = ZG_TOAST_AREA (zg_toast_area_new ());
  self->list = ZG_LIST_PAGE (zg_order_list_new (self->session));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->list));
  if (zg_session_get_store (self->session) != NULL)
    {
      self->page = ZG_ORDER_PAGE (zg_order_page_new (self->session, self->toasts));
      g_signal_connect_object (self->page, "mode-changed", G_CALLBACK (zg_screen_hints_changed), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_child (self->stack, GTK_WIDGET (self->page));
    }
  zg_toast_area_set_child (self->toasts, GTK_WIDGET (self->stack));
  gtk_widget_set_parent (GTK_WIDGET (self->toasts), GTK_WIDGET (self));

  /* Bubbling: a text field that has the focus takes its letters first. */
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  update_actions (self);
}

static void
zg_orders_screen_class_init (ZgOrdersScreenClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = zg_orders_screen_constructed;
  object_class->get_property = zg_orders_screen_get_property;
  object_class->set_property = zg_orders_screen_set_property;
  object_class->dispose = zg_orders_screen_dispose;
  g_object_class_override_property (object_class, PROP_SESSION, "session");
  g_object_class_override_property (object_class, PROP_COLUMN_MODE, "column-mode");

  gtk_widget_class_install_action (widget_class, "orders.open", "x", open_cb);
  gtk_widget_class_install_action (widget_class, "orders.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "orders.read-back", NULL, read_back_cb);
  gtk_widget_class_install_action (widget_class, "orders.confirm", NULL, confirm_cb);
  gtk_widget_class_install_action (widget_class, "orders.copy", "s", copy_cb);
  gtk_widget_class_install_action (widget_class, "screen.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "screen.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "screen.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "screen.escape", NULL, escape_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
zg_orders_screen_init (ZgOrdersScreen *self)
{
}

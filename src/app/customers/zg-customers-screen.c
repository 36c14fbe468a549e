/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customers-screen"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-list.h"
#include "zg-customers-screen.h"

struct _ZgCustomersScreen
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgColumnMode column_mode;
  ZgToastArea *toasts;
  ZgCustomerList *list;
};

enum {
  PROP_0,
  PROP_SESSION,
  PROP_COLUMN_MODE,
};

static void zg_customers_screen_screen_init (ZgScreenInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZgCustomersScreen, zg_customers_screen, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ZG_TYPE_SCREEN, zg_customers_screen_screen_init))

static void
zg_customers_screen_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ZgCustomersScreen *self = ZG_CUSTOMERS_SCREEN (object);

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
zg_customers_screen_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ZgCustomersScreen *self = ZG_CUSTOMERS_SCREEN (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_COLUMN_MODE:
      self->column_mode = g_value_get_enum (value);
      zg_customer_list_set_column_mode (self->list, self->column_mode);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
zg_customers_screen_dispose (GObject *object)
{
  ZgCustomersScreen *self = ZG_CUSTOMERS_SCREEN (object);

  if (self->toasts != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->toasts)));
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_customers_screen_parent_class)->dispose (object);
}

static void
zg_customers_screen_focus (ZgScreen *screen)
{
  zg_customer_list_focus (ZG_CUSTOMERS_SCREEN (screen)->list);
}

static const ZgHint *
zg_customers_screen_get_hints (ZgScreen *screen,
                               gsize    *n_hints_out)
{
  static ZgHint list_hints[2];

  list_hints[0] = (ZgHint) { "T", _("talk to them") };
  list_hints[1] = (ZgHint) { "Ctrl+F", _("find customer") };
  *n_hints_out = G_N_ELEMENTS (list_hints);
  return list_hints;
}

static ZgToastArea *
zg_customers_screen_get_toast_area (ZgScreen *screen)
{
  return ZG_CUSTOMERS_SCREEN (screen)->toasts;
}

static void
zg_customers_screen_screen_init (ZgScreenInterface *iface)
{
  iface->focus = zg_customers_screen_focus;
  iface->get_hints = zg_customers_screen_get_hints;
  iface->get_toast_area = zg_customers_screen_get_toast_area;
}

static gboolean
key_pressed_cb (ZgCustomersScreen *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  gint64 id = zg_customer_list_get_selected (self->list);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || id == 0)
    return GDK_EVENT_PROPAGATE;
  if (gdk_keyval_to_lower (keyval) != GDK_KEY_t)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.talk-to", "(xx)", id, (gint64) 0);
  return GDK_EVENT_STOP;
}

static void
find_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  zg_customer_list_find (ZG_CUSTOMERS_SCREEN (widget)->list);
}

static void
escape_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  ZgCustomersScreen *self = ZG_CUSTOMERS_SCREEN (widget);

  if (zg_customer_list_clear_query (self->list))
    zg_customer_list_focus (self->list);
}

static void
zg_customers_screen_constructed (GObject *object)
{
  ZgCustomersScreen *self = ZG_CUSTOMERS_SCREEN (object);
  GtkEventController *keys = gtk_event_controller_key_new ();

  G_OBJECT_CLASS (zg_customers_screen_parent_class)->constructed (object);

  self->list = ZG_CUSTOMER_LIST (zg_customer_list_new (self->session));
  self->toasts = ZG_TOAST_AREA (zg_toast_area_new ());
  zg_toast_area_set_child (self->toasts, GTK_WIDGET (self->list));
  gtk_widget_set_parent (GTK_WIDGET (self->toasts), GTK_WIDGET (self));

  /* Bubbling: a text field that has the focus takes its letters first. */
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
zg_customers_screen_class_init (ZgCustomersScreenClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = zg_customers_screen_constructed;
  object_class->get_property = zg_customers_screen_get_property;
  object_class->set_property = zg_customers_screen_set_property;
  object_class->dispose = zg_customers_screen_dispose;
  g_object_class_override_property (object_class, PROP_SESSION, "session");
  g_object_class_override_property (object_class, PROP_COLUMN_MODE, "column-mode");

  gtk_widget_class_install_action (widget_class, "screen.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "screen.escape", NULL, escape_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
zg_customers_screen_init (ZgCustomersScreen *self)
{
}

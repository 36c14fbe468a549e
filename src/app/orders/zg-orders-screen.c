/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-orders-screen"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-empty-state.h"
#include "zg-orders-screen.h"

struct _ZgOrdersScreen
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgColumnMode column_mode;
  ZgToastArea *toasts;
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

static void
zg_orders_screen_focus (ZgScreen *screen)
{
  gtk_widget_child_focus (GTK_WIDGET (screen), GTK_DIR_TAB_FORWARD);
}

static const ZgHint *
zg_orders_screen_get_hints (ZgScreen *screen,
                          gsize    *n_hints_out)
{
  static ZgHint hints[1];

  hints[0] = (ZgHint) { "Ctrl+K", _("find customer") };
  *n_hints_out = G_N_ELEMENTS (hints);

  return hints;
}

static ZgToastArea *
zg_orders_screen_get_toast_area (ZgScreen *screen)
{
  return ZG_ORDERS_SCREEN (screen)->toasts;
}

static void
zg_orders_screen_screen_init (ZgScreenInterface *iface)
{
  iface->focus = zg_orders_screen_focus;
  iface->get_hints = zg_orders_screen_get_hints;
  iface->get_toast_area = zg_orders_screen_get_toast_area;
}

static void
zg_orders_screen_class_init (ZgOrdersScreenClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = zg_orders_screen_get_property;
  object_class->set_property = zg_orders_screen_set_property;
  object_class->dispose = zg_orders_screen_dispose;
  g_object_class_override_property (object_class, PROP_SESSION, "session");
  g_object_class_override_property (object_class, PROP_COLUMN_MODE, "column-mode");

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
zg_orders_screen_init (ZgOrdersScreen *self)
{
  GtkWidget *empty = zg_empty_state_new ("package-x-generic-symbolic", _("No orders yet"), _("Import an order export of your platform, and the orders are here."));

  zg_empty_state_add_button (ZG_EMPTY_STATE (empty), _("Import orders…"), "win.import", TRUE);
  self->toasts = ZG_TOAST_AREA (zg_toast_area_new ());
  zg_toast_area_set_child (self->toasts, empty);
  gtk_widget_set_parent (GTK_WIDGET (self->toasts), GTK_WIDGET (self));
}

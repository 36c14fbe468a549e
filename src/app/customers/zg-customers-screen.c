/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customers-screen"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-empty-state.h"
#include "zg-customers-screen.h"

struct _ZgCustomersScreen
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
  gtk_widget_child_focus (GTK_WIDGET (screen), GTK_DIR_TAB_FORWARD);
}

static const ZgHint *
zg_customers_screen_get_hints (ZgScreen *screen,
                          gsize    *n_hints_out)
{
  static ZgHint hints[1];

  hints[0] = (ZgHint) { "Ctrl+K", _("find customer") };
  *n_hints_out = G_N_ELEMENTS (hints);

  return hints;
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

static void
zg_customers_screen_class_init (ZgCustomersScreenClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = zg_customers_screen_get_property;
  object_class->set_property = zg_customers_screen_set_property;
  object_class->dispose = zg_customers_screen_dispose;
  g_object_class_override_property (object_class, PROP_SESSION, "session");
  g_object_class_override_property (object_class, PROP_COLUMN_MODE, "column-mode");

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
zg_customers_screen_init (ZgCustomersScreen *self)
{
  GtkWidget *empty = zg_empty_state_new ("system-users-symbolic", _("No customers yet"), _("They come with the first order export that you import."));

  zg_empty_state_add_button (ZG_EMPTY_STATE (empty), _("Import orders…"), "win.import", TRUE);
  self->toasts = ZG_TOAST_AREA (zg_toast_area_new ());
  zg_toast_area_set_child (self->toasts, empty);
  gtk_widget_set_parent (GTK_WIDGET (self->toasts), GTK_WIDGET (self));
}

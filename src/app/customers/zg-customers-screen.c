/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customers-screen"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-job.h"
#include "zg-customer-list.h"
#include "zg-customer-page.h"
#include "zg-customers-screen.h"
#include "zg-new-customer-window.h"

/**
 * ZgCustomersScreen:
 *
 * The list of all customers, and the page of one. Its own actions, for the widgets inside:
 *   customers.open   x   that customer's page
 *   customers.new    s   ask for a new customer of that name
 *   customers.edit       edit whose page is shown
 *   customers.close      from the page to the list, whatever is open on it
 */
struct _ZgCustomersScreen
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgColumnMode column_mode;
  ZgToastArea *toasts;
  GtkStack *stack;
  ZgListPage *list;
  ZgCustomerPage *page;         /* NULL where no shop file could be opened */
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
      zg_list_page_set_column_mode (self->list, self->column_mode);
      if (self->page != NULL)
        zg_customer_page_set_column_mode (self->page, self->column_mode);
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

static gboolean
shows_page (ZgCustomersScreen *self)
{
  return self->page != NULL && gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->page);
}

/* Whom the keys are about: whose page is shown, or who is chosen in the list. */
static gint64
get_id (ZgCustomersScreen *self)
{
  return shows_page (self) ? zg_customer_page_get_id (self->page) : zg_list_page_get_selected (self->list);
}

static void
update_actions (ZgCustomersScreen *self)
{
  gboolean page = shows_page (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "screen.back", page);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "screen.edit", self->page != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "screen.new", self->page != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customers.new", self->page != NULL);
  zg_screen_hints_changed (ZG_SCREEN (self));
}

static void
show_page (ZgCustomersScreen *self,
           gint64             id)
{
  if (self->page == NULL)
    return;

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->page));
  update_actions (self);
  if (zg_customer_page_get_id (self->page) != id && zg_customer_page_has_changes (self->page))
    {
      zg_toast_area_show (self->toasts, _("Save or cancel what you are editing first"));
      zg_customer_page_focus (self->page);
      return;
    }

  if (zg_customer_page_get_id (self->page) != id && zg_customer_page_is_editing (self->page))
    zg_customer_page_cancel (self->page);
  zg_customer_page_open (self->page, id);
  zg_customer_page_focus (self->page);
}

static void
show_list (ZgCustomersScreen *self)
{
  if (shows_page (self))
    zg_list_page_select (self->list, zg_customer_page_get_id (self->page));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->list));
  zg_list_page_focus (self->list);
  update_actions (self);
}

static void
zg_customers_screen_focus (ZgScreen *screen)
{
  ZgCustomersScreen *self = ZG_CUSTOMERS_SCREEN (screen);

  if (shows_page (self))
    zg_customer_page_focus (self->page);
  else
    zg_list_page_focus (self->list);
}

static const ZgHint *
zg_customers_screen_get_hints (ZgScreen *screen,
                               gsize    *n_hints_out)
{
  static ZgHint list_hints[6];
  static ZgHint page_hints[5];
  static ZgHint form_hints[2];
  ZgCustomersScreen *self = ZG_CUSTOMERS_SCREEN (screen);

  if (!shows_page (self))
    {
      list_hints[0] = (ZgHint) { "Enter", _("open") };
      list_hints[1] = (ZgHint) { "T", _("talk to them") };
      list_hints[2] = (ZgHint) { "N", _("write note") };
      list_hints[3] = (ZgHint) { "F", _("follow-up") };
      list_hints[4] = (ZgHint) { "Ctrl+F", _("find") };
      list_hints[5] = (ZgHint) { "Ctrl+N", _("new customer") };
      *n_hints_out = G_N_ELEMENTS (list_hints);
      return list_hints;
    }
  if (zg_customer_page_is_editing (self->page))
    {
      form_hints[0] = (ZgHint) { "Ctrl+S", _("save") };
      form_hints[1] = (ZgHint) { "Esc", _("cancel") };
      *n_hints_out = G_N_ELEMENTS (form_hints);
      return form_hints;
    }

  page_hints[0] = (ZgHint) { "T", _("talk to them") };
  page_hints[1] = (ZgHint) { "N", _("write note") };
  page_hints[2] = (ZgHint) { "F", _("follow-up") };
  page_hints[3] = (ZgHint) { "F2", _("edit") };
  page_hints[4] = (ZgHint) { "Alt+←", _("back to the list") };
  *n_hints_out = G_N_ELEMENTS (page_hints);
  return page_hints;
}

static ZgToastArea *
zg_customers_screen_get_toast_area (ZgScreen *screen)
{
  return ZG_CUSTOMERS_SCREEN (screen)->toasts;
}

static void
zg_customers_screen_open (ZgScreen *screen,
                          gint64    id)
{
  if (id != 0)
    show_page (ZG_CUSTOMERS_SCREEN (screen), id);
  else
    show_list (ZG_CUSTOMERS_SCREEN (screen));
}

static gboolean
zg_customers_screen_has_unsaved (ZgScreen *screen)
{
  ZgCustomersScreen *self = ZG_CUSTOMERS_SCREEN (screen);

  return self->page != NULL && (zg_customer_page_has_changes (self->page) || zg_customer_page_has_drafts (self->page));
}

static void
zg_customers_screen_screen_init (ZgScreenInterface *iface)
{
  iface->focus = zg_customers_screen_focus;
  iface->get_hints = zg_customers_screen_get_hints;
  iface->get_toast_area = zg_customers_screen_get_toast_area;
  iface->open = zg_customers_screen_open;
  iface->has_unsaved = zg_customers_screen_has_unsaved;
}

static gboolean
key_pressed_cb (ZgCustomersScreen *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  gint64 id = get_id (self);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || id == 0
      || (shows_page (self) && zg_customer_page_is_editing (self->page)))
    return GDK_EVENT_PROPAGATE;

  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_t:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.talk-to", "(xx)", id, (gint64) 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_n:
      show_page (self, id);
      zg_customer_page_write_note (self->page);
      return GDK_EVENT_STOP;
    case GDK_KEY_f:
      show_page (self, id);
      zg_customer_page_write_follow_up (self->page);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  show_page (ZG_CUSTOMERS_SCREEN (widget), g_variant_get_int64 (parameter));
}

static void
created_cb (ZgCustomersScreen *self,
            ZgCustomerJob     *job)
{
  g_autofree char *text = g_strdup_printf (_("%s added"), zg_customer_get_call_name (job->customer));

  zg_list_page_clear_query (self->list);
  show_page (self, job->customer_id);
  zg_customer_job_offer_undo (job, self->toasts, text);
}

static void
ask_new (ZgCustomersScreen *self,
         const char        *query)
{
  GtkWindow *window =
    zg_new_customer_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session, query);

  g_signal_connect_object (window, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "open", G_CALLBACK (show_page), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
new_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  ask_new (ZG_CUSTOMERS_SCREEN (widget), parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ZgCustomersScreen *self = ZG_CUSTOMERS_SCREEN (widget);
  gint64 id = get_id (self);

  if (id == 0)
    return;
  if (!shows_page (self))
    show_page (self, id);
  zg_customer_page_edit (self->page);
}

static void
find_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ZgCustomersScreen *self = ZG_CUSTOMERS_SCREEN (widget);

  if (shows_page (self) && zg_customer_page_is_editing (self->page))
    return;
  show_list (self);
  zg_list_page_find (self->list);
}

static void
back_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ZgCustomersScreen *self = ZG_CUSTOMERS_SCREEN (widget);

  if (!zg_customer_page_cancel (self->page))
    show_list (self);
}

static void
close_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  ZgCustomersScreen *self = ZG_CUSTOMERS_SCREEN (widget);

  while (zg_customer_page_cancel (self->page))
    continue;
  show_list (self);
}

static void
escape_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  ZgCustomersScreen *self = ZG_CUSTOMERS_SCREEN (widget);

  if (shows_page (self))
    back_cb (widget, action_name, NULL);
  else if (zg_list_page_clear_query (self->list))
    zg_list_page_find (self->list);
  else
    zg_list_page_focus (self->list);
}

static void
zg_customers_screen_constructed (GObject *object)
{
  ZgCustomersScreen *self = ZG_CUSTOMERS_SCREEN (object);
  GtkEventController *keys = gtk_event_controller_key_new ();

  G_OBJECT_CLASS (zg_customers_screen_parent_class)->constructed (object);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  self->list = ZG_LIST_PAGE (zg_customer_list_new (self->session));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->list));
  if (zg_session_get_store (self->session) != NULL)
    {
      self->page = ZG_CUSTOMER_PAGE (zg_customer_page_new (self->session));
      g_signal_connect_object (self->page, "mode-changed", G_CALLBACK (zg_screen_hints_changed), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_child (self->stack, GTK_WIDGET (self->page));
    }
  self->toasts = ZG_TOAST_AREA (zg_toast_area_new ());
  zg_toast_area_set_child (self->toasts, GTK_WIDGET (self->stack));
  gtk_widget_set_parent (GTK_WIDGET (self->toasts), GTK_WIDGET (self));

  /* Bubbling: a text field that has the focus takes its letters first. */
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  update_actions (self);
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

  gtk_widget_class_install_action (widget_class, "customers.open", "x", open_cb);
  gtk_widget_class_install_action (widget_class, "customers.new", "s", new_cb);
  gtk_widget_class_install_action (widget_class, "customers.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "customers.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "screen.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "screen.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "screen.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "screen.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "screen.escape", NULL, escape_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
zg_customers_screen_init (ZgCustomersScreen *self)
{
}

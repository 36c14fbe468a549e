/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-orders-screen"

#include "config.h"

#include "zg-orders-screen.h"

#include <glib/gi18n.h>

#include "zg-new-order-job.h"
#include "zg-new-order-window.h"
#include "zg-order-copy.h"
#include "zg-order-job.h"
#include "zg-order-list.h"
#include "zg-order-page.h"

/**
 * ZgOrdersScreen:
 *
 * The list of all orders, and the page of one. Its own actions, for the widgets inside:
 *   orders.open       x   that order's page
 *   orders.repeat         the order on the page once more
 *   orders.read-back      copy the text that reads the order back
 *   orders.confirm        the customer said yes to that text
 *   orders.copy       s   copy a value
 */
struct _ZgOrdersScreen
{
  ZgRecordScreen parent_instance;
};

G_DEFINE_FINAL_TYPE (ZgOrdersScreen, zg_orders_screen, ZG_TYPE_RECORD_SCREEN)

static ZgListPage *
zg_orders_screen_create_list (ZgRecordScreen *screen)
{
  return ZG_LIST_PAGE (zg_order_list_new (zg_record_screen_get_session (screen)));
}

static ZgRecordPage *
zg_orders_screen_create_page (ZgRecordScreen *screen)
{
  return ZG_RECORD_PAGE (zg_order_page_new (zg_record_screen_get_session (screen),
                                            zg_record_screen_get_toasts (screen)));
}

static const ZgHint *
zg_orders_screen_get_hints (ZgRecordScreen *screen,
                            gboolean        on_page,
                            gsize          *n_hints_out)
{
  static ZgHint list_hints[6];
  static ZgHint page_hints[7];

  if (on_page)
    {
      page_hints[0] = (ZgHint) { "R", _("copy the read-back text") };
      page_hints[1] = (ZgHint) { "Y", _("customer confirmed, tick all of it") };
      page_hints[2] = (ZgHint) { "Space", _("tick") };
      page_hints[3] = (ZgHint) { "S", _("ship") };
      page_hints[4] = (ZgHint) { "J K", _("next, previous order") };
      page_hints[5] = (ZgHint) { "F2", _("edit") };
      page_hints[6] = (ZgHint) { "Alt+←", _("back to the list") };
      *n_hints_out = G_N_ELEMENTS (page_hints);
      return page_hints;
    }

  list_hints[0] = (ZgHint) { "Enter", _("open") };
  list_hints[1] = (ZgHint) { "R", _("copy the read-back text") };
  list_hints[2] = (ZgHint) { "T", _("talk to them") };
  list_hints[3] = (ZgHint) { "Ctrl+F", _("find") };
  list_hints[4] = (ZgHint) { "Ctrl+N", _("new order") };
  list_hints[5] = (ZgHint) { "Space", _("choose several") };
  *n_hints_out = G_N_ELEMENTS (list_hints);
  return list_hints;
}

static void
read_back (ZgRecordScreen *screen)
{
  zg_order_copy_read_back (zg_record_screen_get_session (screen), zg_record_screen_get_toasts (screen),
                           zg_record_screen_get_id (screen));
}

static void
confirm (ZgRecordScreen *screen)
{
  zg_order_job_run (zg_order_job_new (ZG_ORDER_JOB_CONFIRM, zg_record_screen_get_session (screen),
                                      zg_record_screen_get_id (screen)),
                    zg_record_screen_get_toasts (screen));
}

static void
show_neighbour (ZgRecordScreen *screen,
                int             step)
{
  gint64 id = zg_list_page_get_neighbour (zg_record_screen_get_list (screen), zg_record_screen_get_id (screen), step);

  if (id != 0)
    zg_record_screen_show_page (screen, id);
}

static gint64
get_customer_id (ZgRecordScreen *screen,
                 gint64          id)
{
  const ZgOrder *order;

  if (!zg_record_screen_shows_page (screen))
    return zg_order_list_get_customer_id (zg_record_screen_get_list (screen), id);
  order = zg_order_page_get_order (ZG_ORDER_PAGE (zg_record_screen_get_page (screen)));
  return order != NULL ? order->customer_id : 0;
}

static void
talk_to (ZgRecordScreen *screen,
         gint64          id)
{
  gtk_widget_activate_action (GTK_WIDGET (screen), "win.talk-to", "(xx)", get_customer_id (screen, id), id);
}

static gboolean
page_key_pressed (ZgRecordScreen *screen,
                  guint           keyval)
{
  switch (keyval)
    {
    case GDK_KEY_y:
      confirm (screen);
      return GDK_EVENT_STOP;
    case GDK_KEY_s:
      gtk_widget_activate_action (GTK_WIDGET (zg_record_screen_get_page (screen)), "order.move", "s",
                                  zg_order_state_to_word (ZG_ORDER_SHIPPED));
      return GDK_EVENT_STOP;
    case GDK_KEY_j:
      show_neighbour (screen, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_k:
      show_neighbour (screen, -1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
zg_orders_screen_key_pressed (ZgRecordScreen *screen,
                              guint           keyval,
                              gint64          id)
{
  switch (keyval)
    {
    case GDK_KEY_t:
      talk_to (screen, id);
      return GDK_EVENT_STOP;
    case GDK_KEY_r:
      read_back (screen);
      return GDK_EVENT_STOP;
    default:
      return zg_record_screen_shows_page (screen) ? page_key_pressed (screen, keyval) : GDK_EVENT_PROPAGATE;
    }
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  zg_record_screen_show_page (ZG_RECORD_SCREEN (widget), g_variant_get_int64 (parameter));
}

static void
created_cb (ZgRecordScreen *screen,
            ZgNewOrder     *made)
{
  gint64 id = made->order->id;

  zg_new_order_job_offer_undo (made, zg_record_screen_get_session (screen), zg_record_screen_get_toasts (screen));
  zg_record_screen_show_page (screen, id);
}

static void
ask_new (ZgRecordScreen *screen,
         const ZgOrder  *repeated)
{
  GtkWindow *window = zg_new_order_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (screen))),
                                               zg_record_screen_get_session (screen), repeated);

  g_signal_connect_object (window, "created", G_CALLBACK (created_cb), screen, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
new_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  ask_new (ZG_RECORD_SCREEN (widget), NULL);
}

static void
repeat_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  ZgRecordScreen *screen = ZG_RECORD_SCREEN (widget);
  const ZgOrder *order = zg_order_page_get_order (ZG_ORDER_PAGE (zg_record_screen_get_page (screen)));

  if (order != NULL)
    ask_new (screen, order);
}

static void
zg_orders_screen_constructed (GObject *object)
{
  gboolean has_shop = zg_session_get_store (zg_record_screen_get_session (ZG_RECORD_SCREEN (object))) != NULL;

  G_OBJECT_CLASS (zg_orders_screen_parent_class)->constructed (object);
  gtk_widget_action_set_enabled (GTK_WIDGET (object), "screen.new", has_shop);
}

static void
read_back_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  read_back (ZG_RECORD_SCREEN (widget));
}

static void
confirm_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  confirm (ZG_RECORD_SCREEN (widget));
}

static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  zg_order_copy_text (zg_record_screen_get_toasts (ZG_RECORD_SCREEN (widget)), g_variant_get_string (parameter, NULL));
}

static void
zg_orders_screen_class_init (ZgOrdersScreenClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ZgRecordScreenClass *screen_class = ZG_RECORD_SCREEN_CLASS (klass);

  screen_class->create_list = zg_orders_screen_create_list;
  screen_class->create_page = zg_orders_screen_create_page;
  screen_class->get_hints = zg_orders_screen_get_hints;
  screen_class->key_pressed = zg_orders_screen_key_pressed;

  G_OBJECT_CLASS (klass)->constructed = zg_orders_screen_constructed;

  gtk_widget_class_install_action (widget_class, "screen.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "orders.repeat", NULL, repeat_cb);
  gtk_widget_class_install_action (widget_class, "orders.open", "x", open_cb);
  gtk_widget_class_install_action (widget_class, "orders.read-back", NULL, read_back_cb);
  gtk_widget_class_install_action (widget_class, "orders.confirm", NULL, confirm_cb);
  gtk_widget_class_install_action (widget_class, "orders.copy", "s", copy_cb);
}

static void
zg_orders_screen_init (ZgOrdersScreen *self)
{
}

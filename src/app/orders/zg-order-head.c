/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-head"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-key-cap.h"
#include "zg-order-flag.h"
#include "zg-order-gate.h"
#include "zg-order-head.h"
#include "zg-order-menu.h"
#include "zg-platform.h"

/**
 * ZgOrderHead:
 *
 * The top of an order's page: its number, flag and whose it is, the two things that are done most, and the menu of what
 * else can be done. In the narrowest window the two are at the bottom of the page, and the next step is here instead.
 *
 * CSS node: `orderhead`
 */
struct _ZgOrderHead
{
  GtkWidget parent_instance;

  ZgColumnMode column_mode;
  gboolean editing;
  ZgOrderState next_state;
  char *number;

  /* template */
  GtkWidget *buttons;
  GtkWidget *confirm_key;
  GtkImage *flag;
  GtkMenuButton *flag_button;
  GtkMenuButton *more;
  GtkButton *next;
  GtkWidget *read_back_key;
  GtkLabel *subtitle;
  GtkLabel *title;
};

enum {
  NEXT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgOrderHead, zg_order_head, GTK_TYPE_WIDGET)

static void
next_cb (ZgOrderHead *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

static void
zg_order_head_dispose (GObject *object)
{
  ZgOrderHead *self = ZG_ORDER_HEAD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->number, g_free);

  G_OBJECT_CLASS (zg_order_head_parent_class)->dispose (object);
}

static void
zg_order_head_class_init (ZgOrderHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_order_head_dispose;

  signals[NEXT] = g_signal_new ("next", ZG_TYPE_ORDER_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ZG_TYPE_KEY_CAP);
  gtk_widget_class_set_css_name (widget_class, "orderhead");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/orders/zg-order-head.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgOrderHead, buttons);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderHead, confirm_key);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderHead, flag);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderHead, flag_button);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderHead, more);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderHead, next);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderHead, read_back_key);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderHead, subtitle);
  gtk_widget_class_bind_template_child (widget_class, ZgOrderHead, title);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
zg_order_head_init (ZgOrderHead *self)
{
  g_autoptr (GMenuModel) flags = zg_order_menu_new_flags ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->flag_button, flags);
  self->column_mode = ZG_COLUMN_MODE_WIDE;
  self->next_state = ZG_ORDER_STATE_UNKNOWN;
}

static void
update_layout (ZgOrderHead *self)
{
  gboolean slim = self->column_mode == ZG_COLUMN_MODE_SLIM;
  gboolean has_sidebar = self->column_mode >= ZG_COLUMN_MODE_MEDIUM;
  g_autofree char *tail = zg_order_number_tail (self->number);
  /* TRANSLATORS: %s is the end of an order's number, …579 */
  g_autofree char *short_title = g_strdup_printf (_("Order %s"), tail);

  gtk_label_set_text (self->title, slim || self->number == NULL ? short_title : self->number);
  gtk_widget_set_visible (self->buttons, !slim && !self->editing);
  gtk_widget_set_visible (self->confirm_key, has_sidebar);
  gtk_widget_set_visible (self->read_back_key, has_sidebar);
  gtk_widget_set_visible (GTK_WIDGET (self->next),
                          slim && !self->editing && self->next_state != ZG_ORDER_STATE_UNKNOWN);
  gtk_widget_set_visible (GTK_WIDGET (self->more), !self->editing);
}

static char *
describe (const ZgOrderFile *file,
          ZgClock           *clock)
{
  const ZgOrder *order = file->order;
  g_autofree char *ordered = zg_time_to_text (order->ordered_at, zg_clock_now (clock), zg_clock_get_zone (clock));
  g_autoptr (GString) text = g_string_new (NULL);

  if (file->customer != NULL)
    g_string_append_printf (text, "%s · ", zg_customer_get_call_name (file->customer));
  /* TRANSLATORS: %s is when an order was placed, "Today 12:42" */
  g_string_append_printf (text, _("ordered %s"), ordered);
  g_string_append_printf (text, " · %s", zg_platform_to_label (order->platform));
  if (order->cash_on_delivery)
    g_string_append_printf (text, " · %s", _("cash on delivery"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * zg_order_head_show:
 * @file: an order with all that belongs to it
 * @clock: what time it is
 */
void
zg_order_head_show (ZgOrderHead       *self,
                    const ZgOrderFile *file,
                    ZgClock           *clock)
{
  g_autofree char *subtitle = describe (file, clock);
  g_autoptr (GMenuModel) more = zg_order_menu_new (file->order, file->history);

  g_return_if_fail (ZG_IS_ORDER_HEAD (self));

  g_free (self->number);
  self->number = g_strdup (file->order->number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), self->number);
  gtk_label_set_text (self->subtitle, subtitle);

  /* An order without a flag shows where one would be. */
  zg_order_flag_show (self->flag, file->order->flag);
  if (file->order->flag == 0)
    gtk_image_set_from_icon_name (self->flag, "emoji-flags-symbolic");
  gtk_widget_set_opacity (GTK_WIDGET (self->flag), file->order->flag == 0 ? 0.4 : 1);

  self->next_state = zg_order_gate_next (file->order);
  if (self->next_state != ZG_ORDER_STATE_UNKNOWN)
    gtk_button_set_label (self->next, zg_order_state_next_label (self->next_state));
  gtk_menu_button_set_menu_model (self->more, more);
  update_layout (self);
}

/**
 * zg_order_head_set_layout:
 * @mode: how much room the window has
 * @editing: whether the order is being edited; then nothing else can be done with it
 */
void
zg_order_head_set_layout (ZgOrderHead  *self,
                          ZgColumnMode  mode,
                          gboolean      editing)
{
  g_return_if_fail (ZG_IS_ORDER_HEAD (self));

  self->column_mode = mode;
  self->editing = editing;
  update_layout (self);
}

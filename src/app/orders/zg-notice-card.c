/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-notice-card"

#include "config.h"

#include "zg-notice-card.h"

#include <glib/gi18n.h>

#include "zg-order-banner.h"
#include "zg-order-copy.h"

/**
 * ZgNoticeCard:
 *
 * Reminds of the buyer while an order is on its way and nobody told them, and copies the text that does.
 */
struct _ZgNoticeCard
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgToastArea *toasts;          /* outlives the card */
  ZgOrderBanner *banner;
  gint64 order_id;
};

static void zg_notice_card_card_init (ZgOrderCardInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZgNoticeCard, zg_notice_card, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ZG_TYPE_ORDER_CARD, zg_notice_card_card_init))

static void
copy_cb (ZgNoticeCard *self)
{
  zg_order_copy_notice (self->session, self->toasts, self->order_id);
}

static void
zg_notice_card_show (ZgOrderCard       *card,
                     const ZgOrderFile *file,
                     ZgClock           *clock)
{
  ZgNoticeCard *self = ZG_NOTICE_CARD (card);
  const ZgOrder *order = file->order;
  gboolean has_number = order->tracking != NULL && *order->tracking != '\0';
  g_autofree char *detail = NULL;
  GtkWidget *button;

  self->order_id = order->id;
  gtk_widget_set_visible (GTK_WIDGET (self), file->mates->is_unannounced);
  if (!file->mates->is_unannounced)
    return;

  detail = g_strstrip (g_strjoin (" ", order->courier != NULL ? order->courier : "", has_number ? order->tracking : "", NULL));
  zg_order_banner_show (self->banner, has_number ? _("It has left; the buyer does not know the number yet")
                                                 : _("It has left; the buyer does not know, and there is no number yet"),
                        detail, TRUE);
  if (!has_number)
    {
      button = zg_order_banner_add_button (self->banner, _("Enter the number"), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "screen.edit");
    }
  button = zg_order_banner_add_button (self->banner, _("Copy the shipping notice"), FALSE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
}

static void
zg_notice_card_set_session (ZgOrderCard *card,
                            ZgSession   *session,
                            ZgToastArea *toasts)
{
  ZgNoticeCard *self = ZG_NOTICE_CARD (card);

  g_set_object (&self->session, session);
  self->toasts = toasts;
}

static void
zg_notice_card_card_init (ZgOrderCardInterface *iface)
{
  iface->set_session = zg_notice_card_set_session;
  iface->show = zg_notice_card_show;
}

static void
zg_notice_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&ZG_NOTICE_CARD (object)->session);

  G_OBJECT_CLASS (zg_notice_card_parent_class)->dispose (object);
}

static void
zg_notice_card_class_init (ZgNoticeCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_notice_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
zg_notice_card_init (ZgNoticeCard *self)
{
  GtkWidget *banner = zg_order_banner_new ("package-x-generic-symbolic");

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_parent (banner, GTK_WIDGET (self));
  self->banner = ZG_ORDER_BANNER (banner);
}

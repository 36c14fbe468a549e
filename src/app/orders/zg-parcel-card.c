/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-parcel-card"

#include "config.h"

#include "zg-parcel-card.h"

#include <glib/gi18n.h>

#include "zg-money.h"
#include "zg-order-banner.h"
#include "zg-parcel-job.h"

/**
 * ZgParcelCard:
 *
 * Says with which other orders an order shares its parcel, and offers to take that apart until it has left. Where the
 * addresses differ somebody has changed one since: that is a warning, and shipping will ask.
 */
struct _ZgParcelCard
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgToastArea *toasts;          /* outlives the card */
  ZgOrderBanner *banner;
  gint64 order_id;
};

static void zg_parcel_card_card_init (ZgOrderCardInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZgParcelCard, zg_parcel_card, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ZG_TYPE_ORDER_CARD, zg_parcel_card_card_init))

static void
split_cb (ZgParcelCard *self)
{
  ZgParcelJob *job = zg_parcel_job_new (ZG_PARCEL_JOB_SPLIT, self->session);

  zg_parcel_job_add (job, self->order_id);
  zg_parcel_job_run (job, self->toasts);
}

static gboolean
has_left (const ZgOrderFile *file)
{
  gboolean any = zg_parcel_has_left (file->order);

  for (guint i = 0; i < file->mates->parcel->len; i++)
    any = any || zg_parcel_has_left (g_ptr_array_index (file->mates->parcel, i));
  return any;
}

static gboolean
addresses_differ (const ZgOrderFile *file)
{
  for (guint i = 0; i < file->mates->parcel->len; i++)
    {
      if (zg_parcel_address_differs (file->order, g_ptr_array_index (file->mates->parcel, i)))
        return TRUE;
    }
  return FALSE;
}

static char *
describe (const ZgOrderFile *file,
          gboolean           is_gone)
{
  g_autofree char *names = zg_order_banner_name_orders (file->mates->parcel);
  g_autoptr (GString) text = g_string_new (NULL);

  /* TRANSLATORS: %s is another order, or several: "…512 ¥89" */
  g_string_append_printf (text, is_gone ? _("It left with %s") : _("It goes with %s"), names);
  if (file->parcel->saved_postage > 0)
    {
      g_autofree char *saved = zg_money_to_text (file->parcel->saved_postage, file->parcel->currency);

      g_string_append (text, " · ");
      /* TRANSLATORS: %s is an amount of money */
      g_string_append_printf (text, _("saves %s of postage"), saved);
    }
  if (!is_gone)
    g_string_append_printf (text, " · %s", _("the packing slip has all of them"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
zg_parcel_card_show (ZgOrderCard       *card,
                     const ZgOrderFile *file,
                     ZgClock           *clock)
{
  ZgParcelCard *self = ZG_PARCEL_CARD (card);
  guint n_orders = 1 + file->mates->parcel->len;
  gboolean is_gone = has_left (file);
  gboolean is_warning = !is_gone && addresses_differ (file);
  g_autoptr (GPtrArray) orders = g_ptr_array_new ();
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;

  self->order_id = file->order->id;
  gtk_widget_set_visible (GTK_WIDGET (self), file->parcel != NULL && n_orders > 1);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  /* TRANSLATORS: always 2 or more */
  title = g_strdup_printf (is_warning ? ngettext ("%u order in one parcel, but to different addresses",
                                                  "%u orders in one parcel, but to different addresses", n_orders)
                                      : ngettext ("%u order in one parcel", "%u orders in one parcel", n_orders), n_orders);
  detail = describe (file, is_gone);
  zg_order_banner_show (self->banner, title, detail, is_warning);
  if (!is_gone)
    g_signal_connect_object (zg_order_banner_add_button (self->banner, _("Take apart"), TRUE), "clicked",
                             G_CALLBACK (split_cb), self, G_CONNECT_SWAPPED);
  zg_order_banner_add_look (self->banner, file->mates->parcel, FALSE);

  g_ptr_array_add (orders, file->order);
  g_ptr_array_extend (orders, file->mates->parcel, NULL, NULL);
  zg_order_banner_set_orders (self->banner, orders, zg_clock_get_zone (clock));
}

static void
zg_parcel_card_set_session (ZgOrderCard *card,
                            ZgSession   *session,
                            ZgToastArea *toasts)
{
  ZgParcelCard *self = ZG_PARCEL_CARD (card);

  g_set_object (&self->session, session);
  self->toasts = toasts;
}

static gboolean
zg_parcel_card_cancel (ZgOrderCard *card)
{
  return gtk_widget_get_visible (GTK_WIDGET (card)) && zg_order_banner_fold (ZG_PARCEL_CARD (card)->banner);
}

static void
zg_parcel_card_card_init (ZgOrderCardInterface *iface)
{
  iface->set_session = zg_parcel_card_set_session;
  iface->show = zg_parcel_card_show;
  iface->cancel = zg_parcel_card_cancel;
}

static void
zg_parcel_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&ZG_PARCEL_CARD (object)->session);

  G_OBJECT_CLASS (zg_parcel_card_parent_class)->dispose (object);
}

static void
zg_parcel_card_class_init (ZgParcelCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_parcel_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
zg_parcel_card_init (ZgParcelCard *self)
{
  GtkWidget *banner = zg_order_banner_new ("package-x-generic-symbolic");

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_parent (banner, GTK_WIDGET (self));
  self->banner = ZG_ORDER_BANNER (banner);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-merge-card"

#include "config.h"

#include "zg-merge-card.h"

#include <glib/gi18n.h>

#include "zg-order-banner.h"
#include "zg-parcel-job.h"

/**
 * ZgMergeCard:
 *
 * Says that other orders of the same recipient wait as well, and offers to send them in one parcel, or to ask no more.
 */
struct _ZgMergeCard
{
  GtkWidget parent_instance;

  ZgSession *session;
  ZgToastArea *toasts;          /* outlives the card */
  ZgOrderBanner *banner;
  gint64 order_id;
  GPtrArray *ready;             /* (element-type ZgOrder) */
  GPtrArray *unpaid;
};

static void zg_merge_card_card_init (ZgOrderCardInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ZgMergeCard, zg_merge_card, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ZG_TYPE_ORDER_CARD, zg_merge_card_card_init))

static ZgParcelJob *
start_job (ZgMergeCard     *self,
           ZgParcelJobKind  kind)
{
  ZgParcelJob *job = zg_parcel_job_new (kind, self->session);

  zg_parcel_job_add (job, self->order_id);
  zg_parcel_job_add_all (job, self->ready);
  return job;
}

static void
merge_cb (ZgMergeCard *self)
{
  zg_parcel_job_run (start_job (self, ZG_PARCEL_JOB_MERGE), self->toasts);
}

static void
apart_cb (ZgMergeCard *self)
{
  ZgParcelJob *job = start_job (self, ZG_PARCEL_JOB_APART);

  zg_parcel_job_add_all (job, self->unpaid);
  zg_parcel_job_run (job, self->toasts);
}

static gboolean
any_unpaid (GPtrArray *orders)
{
  for (guint i = 0; i < orders->len; i++)
    {
      if (((const ZgOrder *) g_ptr_array_index (orders, i))->state == ZG_ORDER_UNPAID)
        return TRUE;
    }
  return FALSE;
}

static char *
describe (ZgMergeCard   *self,
          const ZgOrder *order)
{
  g_autofree char *ready = zg_order_banner_name_orders (self->ready);
  g_autofree char *unpaid = zg_order_banner_name_orders (self->unpaid);

  if (self->unpaid->len == 0)
    /* TRANSLATORS: %s is another order, or several: "…512 ¥89" */
    return g_strdup_printf (_("It can go in one parcel with %s"), ready);
  if (self->ready->len > 0)
    /* TRANSLATORS: both %s are other orders: "…512 ¥89" */
    return g_strdup_printf (_("It can go in one parcel with %s; %s waits for its payment"), ready, unpaid);
  if (order->state != ZG_ORDER_UNPAID)
    return g_strdup_printf (_("Once %s is paid, they can go in one parcel"), unpaid);
  return g_strdup_printf (any_unpaid (self->unpaid) ? _("Once all are paid, it can go in one parcel with %s")
                                                    : _("Once this one is paid, it can go in one parcel with %s"), unpaid);
}

static void
show_orders (ZgMergeCard       *self,
             const ZgOrderFile *file,
             GTimeZone         *zone)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new ();

  g_ptr_array_add (orders, file->order);
  g_ptr_array_extend (orders, self->ready, NULL, NULL);
  g_ptr_array_extend (orders, self->unpaid, NULL, NULL);
  zg_order_banner_set_orders (self->banner, orders, zone);
}

static void
show_buttons (ZgMergeCard *self)
{
  gboolean is_ready = self->ready->len > 0;
  GtkWidget *button;

  button = zg_order_banner_add_button (self->banner, _("Send apart"), TRUE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (apart_cb), self, G_CONNECT_SWAPPED);
  zg_order_banner_add_look (self->banner, self->ready, TRUE);
  zg_order_banner_add_look (self->banner, self->unpaid, is_ready);
  if (is_ready)
    {
      button = zg_order_banner_add_button (self->banner, _("Put in one parcel"), FALSE);
      g_signal_connect_object (button, "clicked", G_CALLBACK (merge_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
take_orders (GPtrArray **own,
             GPtrArray  *orders)
{
  g_clear_pointer (own, g_ptr_array_unref);
  *own = g_ptr_array_ref (orders);
}

static void
zg_merge_card_show (ZgOrderCard       *card,
                    const ZgOrderFile *file,
                    ZgClock           *clock)
{
  ZgMergeCard *self = ZG_MERGE_CARD (card);
  guint n_orders = 1 + file->mates->parcel->len + file->mates->ready->len + file->mates->unpaid->len;
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;

  self->order_id = file->order->id;
  take_orders (&self->ready, file->mates->ready);
  take_orders (&self->unpaid, file->mates->unpaid);
  gtk_widget_set_visible (GTK_WIDGET (self), self->ready->len + self->unpaid->len > 0);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  /* TRANSLATORS: always 2 or more */
  title = g_strdup_printf (ngettext ("%u order of this recipient is not shipped", "%u orders of this recipient are not shipped",
                                     n_orders), n_orders);
  detail = describe (self, file->order);
  zg_order_banner_show (self->banner, title, detail, FALSE);
  show_buttons (self);
  show_orders (self, file, zg_clock_get_zone (clock));
}

static void
zg_merge_card_set_session (ZgOrderCard *card,
                           ZgSession   *session,
                           ZgToastArea *toasts)
{
  ZgMergeCard *self = ZG_MERGE_CARD (card);

  g_set_object (&self->session, session);
  self->toasts = toasts;
}

static gboolean
zg_merge_card_cancel (ZgOrderCard *card)
{
  return gtk_widget_get_visible (GTK_WIDGET (card)) && zg_order_banner_fold (ZG_MERGE_CARD (card)->banner);
}

static void
zg_merge_card_card_init (ZgOrderCardInterface *iface)
{
  iface->set_session = zg_merge_card_set_session;
  iface->show = zg_merge_card_show;
  iface->cancel = zg_merge_card_cancel;
}

static void
zg_merge_card_dispose (GObject *object)
{
  ZgMergeCard *self = ZG_MERGE_CARD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->ready, g_ptr_array_unref);
  g_clear_pointer (&self->unpaid, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (zg_merge_card_parent_class)->dispose (object);
}

static void
zg_merge_card_class_init (ZgMergeCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_merge_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
zg_merge_card_init (ZgMergeCard *self)
{
  GtkWidget *banner = zg_order_banner_new ("package-x-generic-symbolic");

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_parent (banner, GTK_WIDGET (self));
  self->banner = ZG_ORDER_BANNER (banner);
}

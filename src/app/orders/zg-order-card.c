/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-card"

#include "config.h"

#include "zg-order-card.h"

G_DEFINE_INTERFACE (ZgOrderCard, zg_order_card, GTK_TYPE_WIDGET)

static void
zg_order_card_default_init (ZgOrderCardInterface *iface)
{
}

/**
 * zg_order_card_set_session:
 * @session: what all screens share
 * @toasts: where to tell what was done; outlives the card
 */
void
zg_order_card_set_session (ZgOrderCard *self,
                           ZgSession   *session,
                           ZgToastArea *toasts)
{
  ZgOrderCardInterface *iface = ZG_ORDER_CARD_GET_IFACE (self);

  if (iface->set_session != NULL)
    iface->set_session (self, session, toasts);
}

/**
 * zg_order_card_show:
 * @file: an order with all that belongs to it; the card keeps no pointer into it
 * @clock: what time it is
 */
void
zg_order_card_show (ZgOrderCard       *self,
                    const ZgOrderFile *file,
                    ZgClock           *clock)
{
  ZG_ORDER_CARD_GET_IFACE (self)->show (self, file, clock);
}

/**
 * zg_order_card_clear:
 *
 * Another order is on its way.
 */
void
zg_order_card_clear (ZgOrderCard *self)
{
  ZgOrderCardInterface *iface = ZG_ORDER_CARD_GET_IFACE (self);

  if (iface->clear != NULL)
    iface->clear (self);
}

/**
 * zg_order_card_cancel:
 *
 * Closes what was opened in the card.
 *
 * Returns: whether there was anything to close
 */
gboolean
zg_order_card_cancel (ZgOrderCard *self)
{
  ZgOrderCardInterface *iface = ZG_ORDER_CARD_GET_IFACE (self);

  return iface->cancel != NULL && iface->cancel (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-order-desk.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

/*
 * ZgOrderCard is a part of an order's page: the facts, the chase, the cases. It is a GtkWidget with a vertical layout
 * that shows its part of the order, or hides itself when there is nothing to show, and sends what is wished to the
 * services. The page calls show again after each change of the shop file, so a card needs no signals of the store.
 */
#define ZG_TYPE_ORDER_CARD (zg_order_card_get_type ())
G_DECLARE_INTERFACE (ZgOrderCard, zg_order_card, ZG, ORDER_CARD, GtkWidget)

struct _ZgOrderCardInterface
{
  GTypeInterface parent_iface;

  /* Before anything is shown, and only once. A card that only shows has none. @toasts outlives the card. */
  void (*set_session) (ZgOrderCard *self,
                       ZgSession   *session,
                       ZgToastArea *toasts);
  void (*show) (ZgOrderCard       *self,
                const ZgOrderFile *file,
                ZgClock           *clock);
  /* Another order is on its way: a question that was asked about this one is no more. Optional. */
  void (*clear) (ZgOrderCard *self);
  /* Closes what was opened in the card; says whether there was anything to close. Optional. */
  gboolean (*cancel) (ZgOrderCard *self);
};

void zg_order_card_set_session (ZgOrderCard *self,
                                ZgSession   *session,
                                ZgToastArea *toasts);
void zg_order_card_show (ZgOrderCard       *self,
                         const ZgOrderFile *file,
                         ZgClock           *clock);
void zg_order_card_clear (ZgOrderCard *self);
gboolean zg_order_card_cancel (ZgOrderCard *self);

G_END_DECLS

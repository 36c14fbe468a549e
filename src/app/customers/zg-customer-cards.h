/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-customer-desk.h"
#include "zg-session.h"

G_BEGIN_DECLS

/*
 * ZgCustomerCards holds the cards of what belongs to a customer and has rows of its own in the shop file.
 *
 * Signals:
 *   mode-changed ()   something is being changed now, or not any more
 */
#define ZG_TYPE_CUSTOMER_CARDS (zg_customer_cards_get_type ())
G_DECLARE_FINAL_TYPE (ZgCustomerCards, zg_customer_cards, ZG, CUSTOMER_CARDS, GtkWidget)

void zg_customer_cards_install_actions (GtkWidgetClass *page_class);
void zg_customer_cards_set_session (ZgCustomerCards *self,
                                    ZgSession       *session,
                                    GtkWidget       *page);
void zg_customer_cards_show (ZgCustomerCards      *self,
                             const ZgCustomerFile *file);
void zg_customer_cards_clear (ZgCustomerCards *self);
gboolean zg_customer_cards_paste (ZgCustomerCards *self);
gboolean zg_customer_cards_is_editing (ZgCustomerCards *self);
gboolean zg_customer_cards_has_changes (ZgCustomerCards *self);
gboolean zg_customer_cards_cancel (ZgCustomerCards *self);

G_END_DECLS

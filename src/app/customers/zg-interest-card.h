/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-session.h"

G_BEGIN_DECLS

/*
 * ZgInterestCard shows what a customer asked for and did not buy.
 *
 * Signals:
 *   mode-changed ()   something is being changed now, or not any more
 */
#define ZG_TYPE_INTEREST_CARD (zg_interest_card_get_type ())
G_DECLARE_FINAL_TYPE (ZgInterestCard, zg_interest_card, ZG, INTEREST_CARD, GtkWidget)

void zg_interest_card_set_session (ZgInterestCard *self,
                                   ZgSession      *session);
void zg_interest_card_show (ZgInterestCard *self,
                            gint64          customer_id,
                            GPtrArray      *interests);
void zg_interest_card_clear (ZgInterestCard *self);
void zg_interest_card_add (ZgInterestCard *self);
gboolean zg_interest_card_is_editing (ZgInterestCard *self);
gboolean zg_interest_card_has_changes (ZgInterestCard *self);
gboolean zg_interest_card_cancel (ZgInterestCard *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order-card.h"

G_BEGIN_DECLS

#define ZG_TYPE_CHASE_CARD (zg_chase_card_get_type ())
G_DECLARE_FINAL_TYPE (ZgChaseCard, zg_chase_card, ZG, CHASE_CARD, GtkWidget)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order-card.h"

G_BEGIN_DECLS

#define ZG_TYPE_SHIPMENTS_CARD (zg_shipments_card_get_type ())
G_DECLARE_FINAL_TYPE (ZgShipmentsCard, zg_shipments_card, ZG, SHIPMENTS_CARD, GtkWidget)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order-card.h"

G_BEGIN_DECLS

#define ZG_TYPE_PARCEL_CARD (zg_parcel_card_get_type ())
G_DECLARE_FINAL_TYPE (ZgParcelCard, zg_parcel_card, ZG, PARCEL_CARD, GtkWidget)

G_END_DECLS

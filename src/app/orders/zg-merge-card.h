/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order-card.h"

G_BEGIN_DECLS

#define ZG_TYPE_MERGE_CARD (zg_merge_card_get_type ())
G_DECLARE_FINAL_TYPE (ZgMergeCard, zg_merge_card, ZG, MERGE_CARD, GtkWidget)

G_END_DECLS

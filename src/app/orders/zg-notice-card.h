/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order-card.h"

G_BEGIN_DECLS

#define ZG_TYPE_NOTICE_CARD (zg_notice_card_get_type ())
G_DECLARE_FINAL_TYPE (ZgNoticeCard, zg_notice_card, ZG, NOTICE_CARD, GtkWidget)

G_END_DECLS

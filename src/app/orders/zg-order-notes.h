/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order-card.h"

G_BEGIN_DECLS

#define ZG_TYPE_ORDER_NOTES (zg_order_notes_get_type ())
G_DECLARE_FINAL_TYPE (ZgOrderNotes, zg_order_notes, ZG, ORDER_NOTES, GtkWidget)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order-state.h"
#include "zg-pill.h"

G_BEGIN_DECLS

ZgTone zg_order_tone (ZgOrderState state);

G_END_DECLS

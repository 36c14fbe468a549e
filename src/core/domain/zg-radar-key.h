/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order.h"

G_BEGIN_DECLS

gint64 zg_radar_key (const ZgOrder *order);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order-text.h"

G_BEGIN_DECLS

ZgOrderText *zg_ship_notice_make (ZgDatabase  *db,
                                 gint64       order_id,
                                 gint64       staff_id,
                                 ZgClock     *clock,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-session.h"
#include "zg-table.h"

G_BEGIN_DECLS

void zg_order_cells_set_up (ZgTable   *table,
                            ZgSession *session);

G_END_DECLS

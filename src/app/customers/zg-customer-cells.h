/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-session.h"
#include "zg-table.h"

G_BEGIN_DECLS

void zg_customer_cells_set_up (ZgTable   *table,
                               ZgSession *session);
gboolean zg_customer_cells_is_backwards (int sort);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-bulk.h"
#include "zg-list-page.h"

G_BEGIN_DECLS

void zg_order_refusals_show (ZgListPage   *list,
                             const ZgBulk *bulk);

G_END_DECLS

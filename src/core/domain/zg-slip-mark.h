/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order.h"

G_BEGIN_DECLS

char *zg_slip_mark (const ZgOrder *order);
gboolean zg_slip_is_outdated (const ZgOrder *order);

G_END_DECLS

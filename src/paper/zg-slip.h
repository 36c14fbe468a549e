/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order.h"
#include "zg-page-flow.h"
#include "zg-paper-options.h"

G_BEGIN_DECLS

void zg_slip_add (ZgPageFlow           *flow,
                  GPtrArray            *orders,
                  const ZgPaperOptions *options);

G_END_DECLS

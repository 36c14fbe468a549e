/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-page-flow.h"
#include "zg-paper-options.h"
#include "zg-sheet.h"

G_BEGIN_DECLS

void zg_order_sheet_add (ZgPageFlow           *flow,
                         const ZgSheet        *sheet,
                         const ZgPaperOptions *options);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-checklist.h"

G_BEGIN_DECLS

/* The rows of the confirmation list that nobody has to tick. Only for zg-checklist.c. */

void zg_checklist_compute (ZgCheckRow               *row,
                           const ZgOrder            *order,
                           const ZgChecklistContext *context);

G_END_DECLS

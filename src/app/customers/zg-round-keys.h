/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-hint-bar.h"
#include "zg-round-bar.h"

G_BEGIN_DECLS

void zg_round_keys_attach (GtkWidget  *page,
                           ZgRoundBar *bar,
                           GCallback   pressed);
const ZgHint *zg_round_keys_get_hints (gsize *n_hints_out);

G_END_DECLS

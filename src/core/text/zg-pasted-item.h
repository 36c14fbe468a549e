/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order-paste.h"

G_BEGIN_DECLS

/* Goods in a piece of chat. Only for zg-order-paste.c. */

void zg_pasted_items_read (GPtrArray          *items,
                           const char         *text,
                           const char * const *titles);
gboolean zg_pasted_items_speaks_of_goods (const char         *text,
                                          const char * const *titles);
gboolean zg_pasted_items_parse_amount (const char *text,
                                       gint64     *minor_out);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-list-table.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   clear ()      the search is to end
 *   show-all ()   the filter is to be dropped
 */
#define ZG_TYPE_CUSTOMER_NONE (zg_customer_none_get_type ())
G_DECLARE_FINAL_TYPE (ZgCustomerNone, zg_customer_none, ZG, CUSTOMER_NONE, GtkWidget)

void zg_customer_none_show (ZgCustomerNone   *self,
                            const char       *text,
                            ZgCustomerFilter  filter);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-customer-desk.h"

G_BEGIN_DECLS

#define ZG_TYPE_CUSTOMER_SUMS (zg_customer_sums_get_type ())
G_DECLARE_FINAL_TYPE (ZgCustomerSums, zg_customer_sums, ZG, CUSTOMER_SUMS, GtkWidget)

void zg_customer_sums_set_columns (ZgCustomerSums *self,
                                   int             n_columns);
void zg_customer_sums_show (ZgCustomerSums       *self,
                            const ZgCustomerFile *file,
                            ZgClock              *clock);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-list-table.h"

G_BEGIN_DECLS

#define ZG_TYPE_CUSTOMER_NAME (zg_customer_name_get_type ())
G_DECLARE_FINAL_TYPE (ZgCustomerName, zg_customer_name, ZG, CUSTOMER_NAME, GtkWidget)

GtkWidget *zg_customer_name_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_customer_name_show (ZgCustomerName      *self,
                            const ZgCustomerRow *row,
                            gboolean             current);

G_END_DECLS

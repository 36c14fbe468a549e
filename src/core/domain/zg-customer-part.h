/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer-field.h"

G_BEGIN_DECLS

gboolean zg_customer_field_has_parts (ZgCustomerField field);
char *zg_customer_part_to_text (ZgCustomerField field,
                                gconstpointer   part) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_customer_part_equal (ZgCustomerField field,
                                 gconstpointer   a,
                                 gconstpointer   b);
gpointer zg_customer_part_copy (ZgCustomerField field,
                                gconstpointer   part) G_GNUC_WARN_UNUSED_RESULT;
void zg_customer_move_part (ZgCustomer      *customer,
                            ZgCustomerField  field,
                            guint            from,
                            guint            to);
GPtrArray *zg_customer_get_parts (const ZgCustomer *customer,
                                  ZgCustomerField   field);

G_END_DECLS

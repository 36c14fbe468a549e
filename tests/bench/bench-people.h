/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"

G_BEGIN_DECLS

/* Invented people, always the same for the same number: phones are of a kind that nobody has (1xx 0000 xxxx …). */

ZgCustomer *bench_people_make (guint number) G_GNUC_WARN_UNUSED_RESULT;
gboolean bench_people_fill (const char  *shop_path,
                            guint        n_customers,
                            guint        n_orders,
                            GError     **error);

G_END_DECLS

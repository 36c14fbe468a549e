/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-contact-record.h"

G_BEGIN_DECLS

/* A cell of our own table of customers, by its column's name. */

gboolean zg_customer_row_knows (const char *column);
void zg_customer_row_take (ZgContactRecord *record,
                           const char      *column,
                           const char      *cell);

G_END_DECLS

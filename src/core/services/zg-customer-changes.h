/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"

G_BEGIN_DECLS

gboolean zg_customer_changes_describe (const ZgCustomer  *before,
                                       const ZgCustomer  *after,
                                       char             **title_out,
                                       char             **text_out);

G_END_DECLS

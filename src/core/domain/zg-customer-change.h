/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer-field.h"

G_BEGIN_DECLS

gboolean zg_customer_change_apply (ZgCustomer        *target,
                                   const ZgCustomer  *before,
                                   const ZgCustomer  *after,
                                   gboolean           even_if_changed,
                                   GError           **error);
gboolean zg_customer_change_describe (const ZgCustomer  *before,
                                      const ZgCustomer  *after,
                                      char             **title_out,
                                      char             **text_out);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer.h"

G_BEGIN_DECLS

void zg_vcard_append (GString          *text,
                      const ZgCustomer *customer);

G_END_DECLS

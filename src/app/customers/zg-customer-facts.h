/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-customer-desk.h"
#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_CUSTOMER_FACTS (zg_customer_facts_get_type ())
G_DECLARE_FINAL_TYPE (ZgCustomerFacts, zg_customer_facts, ZG, CUSTOMER_FACTS, GtkWidget)

void zg_customer_facts_show (ZgCustomerFacts      *self,
                             const ZgCustomerFile *file,
                             ZgSession            *session);

G_END_DECLS

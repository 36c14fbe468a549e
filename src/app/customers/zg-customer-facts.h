/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-customer-desk.h"
#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_CUSTOMER_FACTS (zg_customer_facts_get_type ())
G_DECLARE_FINAL_TYPE (ZgCustomerFacts, zg_customer_facts, ZG, CUSTOMER_FACTS, GtkWidget)

void zg_customer_facts_set_session (ZgCustomerFacts *self,
                                    ZgSession       *session);
void zg_customer_facts_show (ZgCustomerFacts  *self,
                             const ZgCustomer *customer);
void zg_customer_facts_clear (ZgCustomerFacts *self);
void zg_customer_facts_edit (ZgCustomerFacts *self);
gboolean zg_customer_facts_edit_again (ZgCustomerFacts *self);
gint64 zg_customer_facts_get_left_id (ZgCustomerFacts *self);
gboolean zg_customer_facts_is_editing (ZgCustomerFacts *self);
void zg_customer_facts_focus (ZgCustomerFacts *self);
gboolean zg_customer_facts_has_changes (ZgCustomerFacts *self);
gboolean zg_customer_facts_cancel (ZgCustomerFacts *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-customer.h"

G_BEGIN_DECLS

/* The fields of one phone, account or address in the form; *_store() adds what they hold to a customer. */

GtkWidget *zg_phone_fields_new (const ZgCustomerPhone *phone) G_GNUC_WARN_UNUSED_RESULT;
void zg_phone_fields_store (GtkWidget  *fields,
                            ZgCustomer *customer);
GtkWidget *zg_account_fields_new (const ZgCustomerAccount *account) G_GNUC_WARN_UNUSED_RESULT;
void zg_account_fields_store (GtkWidget  *fields,
                              ZgCustomer *customer);
GtkWidget *zg_address_fields_new (const ZgCustomerAddress *address) G_GNUC_WARN_UNUSED_RESULT;
void zg_address_fields_store (GtkWidget  *fields,
                              ZgCustomer *customer);

G_END_DECLS

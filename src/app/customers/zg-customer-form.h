/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-customer.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   save (overwrite)   what zg_customer_form_build() gives is to be kept; over what somebody else changed, if so
 *   cancel ()          the form is to be closed
 */
#define ZG_TYPE_CUSTOMER_FORM (zg_customer_form_get_type ())
G_DECLARE_FINAL_TYPE (ZgCustomerForm, zg_customer_form, ZG, CUSTOMER_FORM, GtkWidget)

void zg_customer_form_load (ZgCustomerForm   *self,
                            const ZgCustomer *customer);
ZgCustomer *zg_customer_form_build (ZgCustomerForm *self) G_GNUC_WARN_UNUSED_RESULT;
gint64 zg_customer_form_get_id (ZgCustomerForm *self);
gboolean zg_customer_form_is_changed (ZgCustomerForm *self);
void zg_customer_form_tell (ZgCustomerForm *self,
                            const GError   *error);
void zg_customer_form_focus (ZgCustomerForm *self);

G_END_DECLS

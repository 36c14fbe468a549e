/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-session.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   saved (job)   a #ZgCustomerJob that has saved it, (transfer full)
 *   cancel ()     the form is to be closed
 */
#define ZG_TYPE_CUSTOMER_FORM (zg_customer_form_get_type ())
G_DECLARE_FINAL_TYPE (ZgCustomerForm, zg_customer_form, ZG, CUSTOMER_FORM, GtkWidget)

void zg_customer_form_set_session (ZgCustomerForm *self,
                                   ZgSession      *session);
void zg_customer_form_load (ZgCustomerForm   *self,
                            const ZgCustomer *customer);
gint64 zg_customer_form_get_id (ZgCustomerForm *self);
gboolean zg_customer_form_is_changed (ZgCustomerForm *self);
void zg_customer_form_focus (ZgCustomerForm *self);

G_END_DECLS

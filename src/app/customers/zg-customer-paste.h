/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-customer.h"
#include "zg-session.h"

G_BEGIN_DECLS

void zg_customer_paste_open (GtkWidget        *page,
                             ZgSession        *session,
                             const ZgCustomer *customer,
                             const char       *text);
void zg_customer_paste_clipboard (GtkWidget        *page,
                                  ZgSession        *session,
                                  const ZgCustomer *customer);

G_END_DECLS

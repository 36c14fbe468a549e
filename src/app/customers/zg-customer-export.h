/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-customer.h"
#include "zg-session.h"

G_BEGIN_DECLS

void zg_customer_export_choose (GtkWindow  *parent,
                                ZgSession  *session,
                                GArray     *ids,
                                const char *name);
void zg_customer_export_choose_one (GtkWindow        *parent,
                                    ZgSession        *session,
                                    const ZgCustomer *customer);
void zg_customer_export_write (GtkWindow  *parent,
                               ZgSession  *session,
                               GArray     *ids,
                               const char *path);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-customer.h"
#include "zg-session.h"

G_BEGIN_DECLS

void zg_dossier_file_choose (GtkWindow        *parent,
                             ZgSession        *session,
                             const ZgCustomer *customer);
void zg_dossier_file_write (GtkWindow  *parent,
                            ZgSession  *session,
                            gint64      customer_id,
                            const char *path);

G_END_DECLS

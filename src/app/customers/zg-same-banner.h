/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-customer.h"
#include "zg-session.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   open (id)   somebody with the same phone or account is to be opened instead
 */
#define ZG_TYPE_SAME_BANNER (zg_same_banner_get_type ())
G_DECLARE_FINAL_TYPE (ZgSameBanner, zg_same_banner, ZG, SAME_BANNER, GtkWidget)

void zg_same_banner_look (ZgSameBanner     *self,
                          ZgSession        *session,
                          const ZgCustomer *customer);

G_END_DECLS

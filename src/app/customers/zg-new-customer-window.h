/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-session.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   created (job)   a ZgCustomerJob that has created somebody, (transfer full): offer to undo it
 *   open (id)       somebody with the same phone or account is to be opened instead
 */
#define ZG_TYPE_NEW_CUSTOMER_WINDOW (zg_new_customer_window_get_type ())
G_DECLARE_FINAL_TYPE (ZgNewCustomerWindow, zg_new_customer_window, ZG, NEW_CUSTOMER_WINDOW, AdwWindow)

GtkWindow *zg_new_customer_window_new (GtkWindow  *parent,
                                       ZgSession  *session,
                                       const char *query) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

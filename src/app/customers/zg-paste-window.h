/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-customer.h"
#include "zg-session.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   saved (job)   a ZgCustomerJob that has changed the customer, (transfer full): offer to undo it
 */
#define ZG_TYPE_PASTE_WINDOW (zg_paste_window_get_type ())
G_DECLARE_FINAL_TYPE (ZgPasteWindow, zg_paste_window, ZG, PASTE_WINDOW, AdwWindow)

GtkWindow *zg_paste_window_new (GtkWindow        *parent,
                                ZgSession        *session,
                                const ZgCustomer *customer,
                                const char       *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-session.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   closed ()   the line goes: the focus has to be elsewhere
 */
#define ZG_TYPE_CUSTOMER_COMPOSER (zg_customer_composer_get_type ())
G_DECLARE_FINAL_TYPE (ZgCustomerComposer, zg_customer_composer, ZG, CUSTOMER_COMPOSER, GtkWidget)

void zg_customer_composer_set_session (ZgCustomerComposer *self,
                                       ZgSession          *session);
void zg_customer_composer_set_customer (ZgCustomerComposer *self,
                                        gint64              customer_id);
void zg_customer_composer_write_note (ZgCustomerComposer *self);
void zg_customer_composer_write_follow_up (ZgCustomerComposer *self);
gboolean zg_customer_composer_has_drafts (ZgCustomerComposer *self);
gboolean zg_customer_composer_is_open (ZgCustomerComposer *self);
void zg_customer_composer_close (ZgCustomerComposer *self);

G_END_DECLS

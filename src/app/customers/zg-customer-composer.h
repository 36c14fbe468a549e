/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-time.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   note (text)               a note is to be kept
 *   follow-up (text, due_at)  somebody is to be got back to at that ZgTime
 *   closed ()                 the field was closed without either
 */
#define ZG_TYPE_CUSTOMER_COMPOSER (zg_customer_composer_get_type ())
G_DECLARE_FINAL_TYPE (ZgCustomerComposer, zg_customer_composer, ZG, CUSTOMER_COMPOSER, GtkWidget)

void zg_customer_composer_set_clock (ZgCustomerComposer *self,
                                     ZgClock            *clock);
void zg_customer_composer_write_note (ZgCustomerComposer *self);
void zg_customer_composer_write_follow_up (ZgCustomerComposer *self);
gboolean zg_customer_composer_is_open (ZgCustomerComposer *self);
void zg_customer_composer_close (ZgCustomerComposer *self);
void zg_customer_composer_clear (ZgCustomerComposer *self);
const char *zg_customer_composer_get_text (ZgCustomerComposer *self);
void zg_customer_composer_set_text (ZgCustomerComposer *self,
                                    const char         *text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-record-page.h"
#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_CUSTOMER_PAGE (zg_customer_page_get_type ())
G_DECLARE_FINAL_TYPE (ZgCustomerPage, zg_customer_page, ZG, CUSTOMER_PAGE, GtkWidget)

GtkWidget *zg_customer_page_new (ZgSession *session) G_GNUC_WARN_UNUSED_RESULT;
void zg_customer_page_write_note (ZgCustomerPage *self);
void zg_customer_page_write_follow_up (ZgCustomerPage *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-adaptive-bin.h"
#include "zg-session.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   mode-changed ()   the page began or ended to be edited: other keys are true
 */
#define ZG_TYPE_CUSTOMER_PAGE (zg_customer_page_get_type ())
G_DECLARE_FINAL_TYPE (ZgCustomerPage, zg_customer_page, ZG, CUSTOMER_PAGE, GtkWidget)

GtkWidget *zg_customer_page_new (ZgSession *session) G_GNUC_WARN_UNUSED_RESULT;
void zg_customer_page_set_column_mode (ZgCustomerPage *self,
                                       ZgColumnMode    mode);
void zg_customer_page_open (ZgCustomerPage *self,
                            gint64          id);
gint64 zg_customer_page_get_id (ZgCustomerPage *self);
void zg_customer_page_focus (ZgCustomerPage *self);
void zg_customer_page_edit (ZgCustomerPage *self);
gboolean zg_customer_page_is_editing (ZgCustomerPage *self);
gboolean zg_customer_page_has_changes (ZgCustomerPage *self);
gboolean zg_customer_page_has_drafts (ZgCustomerPage *self);
gboolean zg_customer_page_cancel (ZgCustomerPage *self);
void zg_customer_page_write_note (ZgCustomerPage *self);
void zg_customer_page_write_follow_up (ZgCustomerPage *self);

G_END_DECLS

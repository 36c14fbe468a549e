/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-adaptive-bin.h"
#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_CUSTOMER_LIST (zg_customer_list_get_type ())
G_DECLARE_FINAL_TYPE (ZgCustomerList, zg_customer_list, ZG, CUSTOMER_LIST, GtkWidget)

GtkWidget *zg_customer_list_new (ZgSession *session) G_GNUC_WARN_UNUSED_RESULT;
void zg_customer_list_set_column_mode (ZgCustomerList *self,
                                       ZgColumnMode    mode);
gint64 zg_customer_list_get_selected (ZgCustomerList *self);
void zg_customer_list_select (ZgCustomerList *self,
                              gint64          id);
void zg_customer_list_focus (ZgCustomerList *self);
void zg_customer_list_find (ZgCustomerList *self);
gboolean zg_customer_list_clear_query (ZgCustomerList *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-list-page.h"

G_BEGIN_DECLS

GtkWidget *zg_order_list_new (ZgSession *session) G_GNUC_WARN_UNUSED_RESULT;
gint64 zg_order_list_get_customer_id (ZgListPage *list,
                                      gint64      id);

G_END_DECLS

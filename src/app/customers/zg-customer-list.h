/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-list-page.h"

G_BEGIN_DECLS

GtkWidget *zg_customer_list_new (ZgSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-session.h"

G_BEGIN_DECLS

GtkWidget *zg_customer_rows_new_wait (ZgSession *session);
GPtrArray *zg_customer_rows_new (ZgSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-demo-life.h"

G_BEGIN_DECLS

gboolean zg_demo_desk_write_case (ZgDemoDesk  *desk,
                                  JsonObject  *script,
                                  gint64       customer_id,
                                  gint64       order_id,
                                  GError     **error);
gboolean zg_demo_desk_write_promise (ZgDemoDesk  *desk,
                                     JsonObject  *script,
                                     gint64       customer_id,
                                     gint64       order_id,
                                     GError     **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-demo-life.h"

G_BEGIN_DECLS

gboolean zg_demo_desk_write_interest (ZgDemoDesk  *desk,
                                      JsonObject  *script,
                                      gint64       customer_id,
                                      gint64       order_id,
                                      GError     **error);
gboolean zg_demo_desk_keep_file (ZgDemoDesk  *desk,
                                 JsonObject  *script,
                                 gint64       customer_id,
                                 gint64       order_id,
                                 GError     **error);
gboolean zg_demo_desk_colour_tags (ZgDemoDesk  *desk,
                                   GError     **error);

G_END_DECLS

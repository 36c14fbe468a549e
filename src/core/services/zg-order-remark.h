/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-time.h"

G_BEGIN_DECLS

gboolean zg_order_remark_add (ZgDatabase  *db,
                              gint64       order_id,
                              const char  *title,
                              const char  *text,
                              gint64       staff_id,
                              ZgTime       at,
                              GError     **error);
gboolean zg_order_remark_remove (ZgDatabase  *db,
                                 gint64       order_id,
                                 const char  *title,
                                 ZgTime       at,
                                 GError     **error);

G_END_DECLS

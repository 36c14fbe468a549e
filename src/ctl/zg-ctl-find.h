/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"

G_BEGIN_DECLS

gint64 zg_ctl_find_customer (ZgDatabase  *db,
                             const char  *id_or_query,
                             GError     **error);
gint64 zg_ctl_find_reply (ZgDatabase  *db,
                          const char  *id_or_shortcode,
                          GError     **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "zg-list-table.h"

G_BEGIN_DECLS

gint64 zg_ctl_find_customer (ZgDatabase  *db,
                             const char  *id_or_query,
                             GError     **error);
gint64 zg_ctl_find_reply (ZgDatabase  *db,
                          const char  *id_or_shortcode,
                          GError     **error);
JsonObject *zg_ctl_customer_to_json (const ZgCustomerRow *row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

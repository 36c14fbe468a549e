/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonParser *zg_services_data_load_json (const char  *name,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

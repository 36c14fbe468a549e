/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonArray *zg_ctl_lint_to_json (GArray *findings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *zg_template_clean_value (const char *value,
                               gboolean    keep_lines) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

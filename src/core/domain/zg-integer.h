/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean zg_integer_parse (const char *text,
                           gint64      min,
                           gint64      max,
                           gint64     *number_out);

G_END_DECLS

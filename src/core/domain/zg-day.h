/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean zg_day_parse (const char   *text,
                       const GDate  *today,
                       GDate        *day_out,
                       GError      **error);

G_END_DECLS

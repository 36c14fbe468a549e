/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZgFilterTermFunc:
 * @key: what stands before the colon
 * @value: (nullable): what stands behind it; %NULL without a colon
 * @error: return location, %ZG_DOMAIN_ERROR_INVALID
 *
 * Returns: whether it is a term of the filter
 */
typedef gboolean (*ZgFilterTermFunc) (const char  *key,
                                      const char  *value,
                                      gpointer     data,
                                      GError     **error);

gboolean zg_filter_syntax_read (const char        *text,
                                ZgFilterTermFunc   func,
                                gpointer           data,
                                GError           **error);
void zg_filter_syntax_append_value (GString    *text,
                                    const char *value);
gboolean zg_filter_syntax_parse_date (const char *text,
                                      gint64     *date_out);
void zg_filter_syntax_append_date (GString *text,
                                   gint64   date);

G_END_DECLS

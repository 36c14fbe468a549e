/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZgTokenFunc:
 * @token: the folded token, not terminated
 * @length: its bytes
 * @start: where it begins in the text, in bytes
 * @end: where it ends
 * @data: what zg_tokenize() was given
 *
 * Returns: 0 to go on, anything else ends zg_tokenize() with it
 */
typedef int (*ZgTokenFunc) (const char *token,
                            int         length,
                            int         start,
                            int         end,
                            gpointer    data);

int zg_tokenize (const char  *text,
                 int          length,
                 gboolean     is_query,
                 ZgTokenFunc  func,
                 gpointer     data);
gboolean zg_token_is_full (const char *token,
                           int         length);

G_END_DECLS

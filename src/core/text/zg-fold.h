/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gunichar zg_fold_char (gunichar c);
char *zg_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_find_folded (const char *haystack,
                         const char *needle,
                         gsize      *start_out,
                         gsize      *end_out);
gboolean zg_char_is_han (gunichar c);
void zg_text_warm_up (void);

G_END_DECLS

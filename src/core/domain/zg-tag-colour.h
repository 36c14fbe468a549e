/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The colours that a tag can have. The shop file keeps the word, a style says how it looks in light and in dark. */

const char * const *zg_tag_colour_list (void);
gboolean zg_tag_colour_is_known (const char *word);
const char *zg_tag_colour_to_label (const char *word);
const char *zg_tag_colour_propose (const char *tag);

G_END_DECLS

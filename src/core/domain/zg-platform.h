/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where shops sell. One table, in zg-platform.c: word in files and on the command line, label for people. */

const char *zg_platform_to_label (const char *word);
gboolean zg_platform_is_known (const char *word);
const char * const *zg_platform_list (void);
const char *zg_platform_get_usual (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No chat program takes a longer text at once: so many characters may a body have, and so many what it is filled to. */
#define ZG_TEMPLATE_MAX_LENGTH 20000

gboolean zg_template_check (const char  *body,
                            GError     **error);
gboolean zg_template_is_too_long (const char *text);
char *zg_template_describe_too_long (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char zg_delimiter_find (const char *text,
                        gsize       length);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void check_query (const char *input,
                  gsize       size);

G_END_DECLS

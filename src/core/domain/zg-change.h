/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Telling people from what to what a text changed, without making them compare two long lines. */

void zg_change_shorten (const char  *from,
                        const char  *to,
                        char       **from_out,
                        char       **to_out);

G_END_DECLS

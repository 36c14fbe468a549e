/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *zg_name_keys (const char *name);
GPtrArray *zg_text_keys (const char *text);

G_END_DECLS

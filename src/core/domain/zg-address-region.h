/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What zg-address.c has to know of China's divisions: provinces, municipalities, and places without districts. */

gsize zg_region_match_province (const char *text);
gboolean zg_region_is_municipality (const char *province);
gboolean zg_region_is_own_city (const char *name);
gboolean zg_region_has_no_district (const char *name);
gboolean zg_region_is_taiwanese_city (const char *name);
char *zg_region_to_short (const char *name);

G_END_DECLS

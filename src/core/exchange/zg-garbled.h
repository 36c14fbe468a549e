/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZgGarbled:
 *
 * Counts the rare characters of texts.
 */
typedef struct {
  guint n;
  guint n_rare;
} ZgGarbled;

void zg_garbled_look (ZgGarbled  *garbled,
                      const char *text);
gboolean zg_garbled_is (const ZgGarbled *garbled);

G_END_DECLS

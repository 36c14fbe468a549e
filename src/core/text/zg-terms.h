/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZgTerm:
 * @id: the same for the same term
 * @weight: how much it says about what a text is about, up to 1; rarity is not in it
 */
typedef struct {
  guint32 id;
  float weight;
} ZgTerm;

GArray *zg_terms_of_text (const char *text,
                          gboolean    with_sound) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

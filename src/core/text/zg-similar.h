/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts that share more of their character pairs say the same thing twice. */
#define ZG_SIMILAR_LIMIT 0.6

/**
 * ZgSimilarPair:
 * @first: which text
 * @second: a later one
 * @share: what part of their character pairs they share, above the limit and up to 1
 */
typedef struct {
  guint first;
  guint second;
  double share;
} ZgSimilarPair;

GArray *zg_character_pairs (const char *text) G_GNUC_WARN_UNUSED_RESULT;
double zg_similar_share (const char *first,
                         const char *second);
GArray *zg_similar_find (GPtrArray *texts,
                         double     limit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZgMatch:
 * @all: an FTS5 expression for every piece of what was typed
 * @long_pieces: (nullable): one for the pieces that are long enough to be looked for in all texts
 * @short_pieces: (nullable): one for those of one Han character or of one or two others
 * @phrases: (element-type utf8): what a hit has to be looked at for, see zg_match_check()
 * @short_phrases: (element-type utf8): what a hit of @long_pieces has to be looked at for besides
 *
 * What a person typed, as questions for an index that zg_tokenize() fills.
 */
typedef struct {
  char *all;
  char *long_pieces;
  char *short_pieces;
  GPtrArray *phrases;
  GPtrArray *short_phrases;
} ZgMatch;

ZgMatch *zg_match_new (const char *user_text) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_match_check (const ZgMatch      *match,
                         gboolean            with_short,
                         const char * const *texts);
void zg_match_free (ZgMatch *match);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgMatch, zg_match_free)

G_END_DECLS

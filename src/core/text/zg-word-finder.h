/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ZgWordFinder ZgWordFinder;

/**
 * ZgWordFinderFunc:
 * @tag: what the word was added with
 * @n_chars: how long the word is
 * @end: how many characters of the text were read when it was seen
 * @data: what zg_word_finder_feed() was given
 */
typedef void (*ZgWordFinderFunc) (guint    tag,
                                  guint    n_chars,
                                  guint    end,
                                  gpointer data);

ZgWordFinder *zg_word_finder_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_word_finder_free (ZgWordFinder *finder);
void zg_word_finder_add (ZgWordFinder   *finder,
                         const gunichar *word,
                         guint           n_chars,
                         guint           tag);
void zg_word_finder_compile (ZgWordFinder *finder);
guint zg_word_finder_feed (ZgWordFinder     *finder,
                           guint             state,
                           gunichar          c,
                           guint             end,
                           ZgWordFinderFunc  func,
                           gpointer          data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgWordFinder, zg_word_finder_free)

G_END_DECLS

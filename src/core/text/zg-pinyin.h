/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZgSyllables:
 *
 * A text read for looking for pinyin in it; on the heap one block, for g_free().
 */
typedef struct _ZgSyllables ZgSyllables;

GPtrArray *zg_name_keys (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *zg_name_sort_key (const char *name) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_text_keys (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *zg_pinyin_of_typed (const char *typed) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_find_pinyin (const char *text,
                         const char *typed,
                         gsize      *start_out,
                         gsize      *end_out);
ZgSyllables *zg_syllables_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_syllables_find (const ZgSyllables *syllables,
                            const char        *typed,
                            gsize             *start_out,
                            gsize             *end_out);
gboolean zg_find_typed (const char *text,
                        const char *typed,
                        gsize      *start_out,
                        gsize      *end_out);

G_END_DECLS

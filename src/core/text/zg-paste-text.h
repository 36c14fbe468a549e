/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-division.h"
#include "zg-paste.h"

G_BEGIN_DECLS

/**
 * ZgPasteText:
 * @text: what was pasted
 * @n: how many characters it has
 * @chars: (array length=n): them
 * @folded: (array length=n): them as they are compared; a line feed stays one
 * @offsets: where each begins in @text; one more for the end
 * @roles: (array length=n): what each was taken for, a #ZgPasteRole
 * @fields: (array length=n): to which field the label before it says that it belongs, %ZG_N_PASTE_FIELDS for none
 *
 * A pasted text while it is being understood: one step after the other gives roles to what it understands.
 */
typedef struct {
  const char *text;
  guint n;
  gunichar *chars;
  gunichar *folded;
  gsize *offsets;
  guint8 *roles;
  guint8 *fields;
} ZgPasteText;

/**
 * ZgPasteRegion:
 * @candidates: (array length=n_candidates): the divisions that may be meant; none when there is no region
 * @is_written: by #ZgDivisionLevel, whether it was named and does not follow from others alone
 * @is_short: by level, whether it was named in short, or by a name of former days
 * @start: where the best part of it begins, a character
 * @end: where that ends
 */
#define ZG_PASTE_MAX_CANDIDATES 32
typedef struct {
  guint16 candidates[ZG_PASTE_MAX_CANDIDATES];
  guint n_candidates;
  gboolean is_written[3];
  gboolean is_short[3];
  guint start;
  guint end;
} ZgPasteRegion;

ZgPasteText *zg_paste_text_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void zg_paste_text_free (ZgPasteText *text);
void zg_paste_text_mark (ZgPasteText *text,
                         guint        start,
                         guint        end,
                         ZgPasteRole  role);
gboolean zg_paste_text_is_free (const ZgPasteText *text,
                                guint              at);
gboolean zg_paste_text_starts (const ZgPasteText *text,
                               guint              at);
gboolean zg_paste_text_has_word (const ZgPasteText *text,
                                 guint              at,
                                 const char        *word,
                                 guint             *end_out);
gboolean zg_paste_text_contains (const ZgPasteText  *text,
                                 guint               start,
                                 guint               end,
                                 const char * const *words);
guint zg_paste_text_skip_breaks (const ZgPasteText *text,
                                 guint              at);
gboolean zg_paste_text_is_strong_break (const ZgPasteText *text,
                                        guint              at);
gboolean zg_paste_text_has_street (const ZgPasteText *text,
                                   guint              start,
                                   guint              end);
gboolean zg_paste_text_has_talk (const ZgPasteText *text,
                                 guint              start,
                                 guint              end);
char *zg_paste_text_dup (const ZgPasteText *text,
                         guint              start,
                         guint              end);
gboolean zg_paste_text_is_traditional (const ZgPasteText *text);

/* The steps, in their order. */
void zg_paste_find_numbers (ZgPasteText *text,
                            ZgPaste     *paste);
void zg_paste_find_labels (ZgPasteText *text);
void zg_paste_find_brackets (ZgPasteText *text,
                             ZgPaste     *paste);
void zg_paste_find_region (ZgPasteText   *text,
                           ZgPasteRegion *region);
void zg_paste_find_postcode (ZgPasteText         *text,
                             const ZgPasteRegion *region,
                             ZgPaste             *paste);
void zg_paste_find_notes (ZgPasteText *text);
void zg_paste_find_name (ZgPasteText *text,
                         ZgPaste     *paste);
void zg_paste_find_detail (ZgPasteText         *text,
                           const ZgPasteRegion *region,
                           ZgPaste             *paste);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgPasteText, zg_paste_text_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stands where nothing goes on: the end of a line or message, a filled-in value. No word reaches over it. */
#define ZG_WORDING_BREAK ((gunichar) 0xFFFC)

/**
 * ZgWordingChar:
 * @c: a folded character
 * @start: where it begins in the text, in bytes
 * @end: where it ends
 */
typedef struct {
  gunichar c;
  gsize start;
  gsize end;
} ZgWordingChar;

/**
 * ZgWordingMask:
 * @start: where it begins in the text, in bytes
 * @end: where it ends
 *
 * A part of a text that is not looked at.
 */
typedef struct {
  gsize start;
  gsize end;
} ZgWordingMask;

GArray *zg_wording_text_read (const char          *text,
                              const ZgWordingMask *masks,
                              guint                n_masks) G_GNUC_WARN_UNUSED_RESULT;
char *zg_wording_text_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_wording_char_is_latin (gunichar c);

G_END_DECLS

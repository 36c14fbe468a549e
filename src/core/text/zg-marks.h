/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZgMark:
 * @start: where it begins, in bytes
 * @end: where it ends
 *
 * A part of a text that was searched for.
 */
typedef struct {
  gsize start;
  gsize end;
} ZgMark;

GArray *zg_marks_find (const char *text,
                       const char *query,
                       gboolean    with_pinyin) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

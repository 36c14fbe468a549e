/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-placeholder.h"

G_BEGIN_DECLS

/**
 * ZgForeignPlaceholder:
 * @start: where it begins in the text, in bytes
 * @end: where it ends
 * @placeholder: (nullable): which of ours it is; %NULL for a face, and for a name that only its writer knows
 * @replacement: what to write in a reply instead
 *
 * A placeholder as other programs write it.
 */
typedef struct {
  gsize start;
  gsize end;
  const ZgPlaceholder *placeholder;
  char *replacement;
} ZgForeignPlaceholder;

GArray *zg_foreign_placeholders_find (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *zg_foreign_placeholders_convert (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

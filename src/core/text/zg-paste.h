/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ZG_PASTE_NAME,
  ZG_PASTE_PHONE,
  ZG_PASTE_PROVINCE,
  ZG_PASTE_CITY,
  ZG_PASTE_DISTRICT,
  ZG_PASTE_DETAIL,
  ZG_PASTE_POSTCODE,
  ZG_PASTE_NOTE,
  ZG_N_PASTE_FIELDS,
} ZgPasteField;

/**
 * ZgPasteConfidence:
 * @ZG_PASTE_MISSING: nothing was found
 * @ZG_PASTE_GUESS: somebody should look at it
 * @ZG_PASTE_LIKELY: follows from what was written
 * @ZG_PASTE_CERTAIN: was written so
 */
typedef enum {
  ZG_PASTE_MISSING,
  ZG_PASTE_GUESS,
  ZG_PASTE_LIKELY,
  ZG_PASTE_CERTAIN,
} ZgPasteConfidence;

/**
 * ZgPasteRole:
 * @ZG_PASTE_ROLE_FREE: not understood yet; no result has it
 * @ZG_PASTE_ROLE_BREAK: parts others: blanks, punctuation, what cannot be seen
 * @ZG_PASTE_ROLE_LABEL: says what follows: 收货人：
 * @ZG_PASTE_ROLE_REGION: names of divisions
 * @ZG_PASTE_ROLE_DOUBTFUL: digits that are nearly a phone number
 * @ZG_PASTE_ROLE_REST: talk around the address
 *
 * What a part of the pasted text was taken for.
 */
typedef enum {
  ZG_PASTE_ROLE_FREE,
  ZG_PASTE_ROLE_BREAK,
  ZG_PASTE_ROLE_LABEL,
  ZG_PASTE_ROLE_NAME,
  ZG_PASTE_ROLE_PHONE,
  ZG_PASTE_ROLE_POSTCODE,
  ZG_PASTE_ROLE_REGION,
  ZG_PASTE_ROLE_DETAIL,
  ZG_PASTE_ROLE_NOTE,
  ZG_PASTE_ROLE_DOUBTFUL,
  ZG_PASTE_ROLE_REST,
} ZgPasteRole;

/**
 * ZgPasteSpan:
 * @start: where it begins in the text, in bytes
 * @end: where it ends
 * @role: what it was taken for
 */
typedef struct {
  gsize start;
  gsize end;
  ZgPasteRole role;
} ZgPasteSpan;

/**
 * ZgPaste:
 * @text: what was pasted, as valid UTF-8
 * @fields: (nullable): what was understood, by #ZgPasteField
 * @confidence: how sure that is
 * @ask: (element-type utf8) (nullable): for a field that cannot be known, what it may be; empty when anything
 * @phones: all phone numbers; the first is the field's
 * @rest: (nullable): what was said around it and belongs to no field
 * @spans: (element-type ZgPasteSpan): what each part of @text was taken for; they lie side by side over all of it
 */
typedef struct {
  char *text;
  char *fields[ZG_N_PASTE_FIELDS];
  ZgPasteConfidence confidence[ZG_N_PASTE_FIELDS];
  GPtrArray *ask[ZG_N_PASTE_FIELDS];
  GPtrArray *phones;
  char *rest;
  GArray *spans;
} ZgPaste;

ZgPaste *zg_paste_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *zg_paste_cut (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void zg_paste_free (ZgPaste *paste);
gboolean zg_paste_is_empty (const ZgPaste *paste);
const char *zg_paste_field_get_key (ZgPasteField field);
const char *zg_paste_confidence_get_key (ZgPasteConfidence confidence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgPaste, zg_paste_free)

G_END_DECLS

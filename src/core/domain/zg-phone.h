/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-personal.h"

G_BEGIN_DECLS

typedef enum {
  ZG_PHONE_NONE,
  ZG_PHONE_MOBILE,
  ZG_PHONE_LAND_LINE,
  ZG_PHONE_FOREIGN,
  ZG_PHONE_UNKNOWN,
} ZgPhoneKind;

/**
 * ZgPhone:
 * @text: (nullable): as it came, trimmed of blanks and a spreadsheet's apostrophe
 * @digits: (nullable): the number alone, without country code 86, or %NULL when it is hidden or no number at all
 * @extension: (nullable): the extension of a land line or a virtual number; belongs to its number
 * @disclosure: how much of it is real
 * @kind: what sort of number it is
 */
typedef struct {
  char *text;
  char *digits;
  char *extension;
  ZgDisclosure disclosure;
  ZgPhoneKind kind;
} ZgPhone;

ZgPhone *zg_phone_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *zg_phone_digits_of_typed (const char *typed) G_GNUC_WARN_UNUSED_RESULT;
void zg_phone_free (ZgPhone *phone);
char *zg_phone_to_text (const ZgPhone *phone);
char *zg_phone_mask (const ZgPhone *phone);
gboolean zg_phone_is_plausible (const ZgPhone *phone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgPhone, zg_phone_free)

G_END_DECLS

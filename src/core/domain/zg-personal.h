/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZgDisclosure:
 * @ZG_DISCLOSURE_ABSENT: nothing was given
 * @ZG_DISCLOSURE_CIPHER: text that only the platform can read (`##…`, `$$…`, `~…~`)
 * @ZG_DISCLOSURE_MASKED: parts are starred out (`林**`, `183****2807`)
 * @ZG_DISCLOSURE_VIRTUAL: a forwarding number with an extension, which expires
 * @ZG_DISCLOSURE_PLAIN: the real thing
 *
 * How much a platform tells of a buyer's name, phone or address, from least to most. The order matters: a value never
 * replaces one that discloses more. The numbers are kept in the shop file.
 */
typedef enum {
  ZG_DISCLOSURE_ABSENT = 0,
  ZG_DISCLOSURE_CIPHER = 1,
  ZG_DISCLOSURE_MASKED = 2,
  ZG_DISCLOSURE_VIRTUAL = 3,
  ZG_DISCLOSURE_PLAIN = 4,
} ZgDisclosure;

/**
 * ZgPersonal:
 * @text: (nullable): the value as it came
 * @disclosure: how much of it is real
 *
 * A buyer's name, phone or address as a platform gives it. Hidden is normal: such a value is kept and shown, but never
 * identifies, matches, merges or overwrites anything, and never fails a check.
 */
typedef struct {
  char *text;
  ZgDisclosure disclosure;
} ZgPersonal;

#define ZG_PERSONAL_INIT { NULL, ZG_DISCLOSURE_ABSENT }

ZgDisclosure zg_disclosure_of_text (const char *text);
gboolean zg_disclosure_is_hidden (ZgDisclosure disclosure);

void zg_personal_set (ZgPersonal *personal,
                      const char *text);
void zg_personal_set_full (ZgPersonal   *personal,
                           const char   *text,
                           ZgDisclosure  disclosure);
void zg_personal_copy (ZgPersonal       *destination,
                       const ZgPersonal *source);
void zg_personal_clear (ZgPersonal *personal);
gboolean zg_personal_identifies (const ZgPersonal *personal);
gboolean zg_personal_improves (const ZgPersonal *candidate,
                               const ZgPersonal *known);
gboolean zg_personal_equal (const ZgPersonal *a,
                            const ZgPersonal *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZgPersonal, zg_personal_clear)

G_END_DECLS

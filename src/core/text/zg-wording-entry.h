/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZgWordingKind:
 * @ZG_WORDING_FAMILIAR: 你 and the like, where a shop says 您
 * @ZG_WORDING_SELF: a word of oneself; many of them in a text are too many
 * @ZG_WORDING_ADDRESS: a word that addresses the customer; a text without any is warned of
 *
 * Why a word is in the list. The words of files are in the table in zg-wording-entry.c.
 */
typedef enum {
  ZG_WORDING_PROMISE,
  ZG_WORDING_SUPERLATIVE,
  ZG_WORDING_REFUSAL,
  ZG_WORDING_FAMILIAR,
  ZG_WORDING_SELF,
  ZG_WORDING_ADDRESS,
  ZG_WORDING_LURE,
  ZG_WORDING_PAID_REVIEW,
  ZG_WORDING_MEDICAL,
  ZG_WORDING_SCARCITY,
} ZgWordingKind;

#define ZG_N_WORDING_KINDS 10

const char *zg_wording_kind_to_word (ZgWordingKind kind);
gboolean zg_wording_kind_from_word (const char    *word,
                                    ZgWordingKind *kind_out);
const char *zg_wording_kind_to_label (ZgWordingKind kind);
const char *zg_wording_kind_to_description (ZgWordingKind kind);
gboolean zg_wording_kind_is_counted (ZgWordingKind kind);

/**
 * ZgWordingEntry:
 * @id: of what the shop changed or added, 0 for an entry as it was shipped
 * @version: of what the shop changed or added
 * @word: the word that is warned of
 * @advice: what to say instead; what stands in quotation marks is offered as a replacement
 * @exceptions: longer expressions in which @word is harmless
 * @is_shipped: whether the program brought the word
 * @enabled: whether it is looked for
 *
 * A row of the word list.
 */
typedef struct {
  gint64 id;
  char *uid;
  gint64 version;
  char *language;
  ZgWordingKind kind;
  char *word;
  char *advice;
  char **exceptions;
  gboolean is_shipped;
  gboolean enabled;
} ZgWordingEntry;

ZgWordingEntry *zg_wording_entry_new (const char         *language,
                                      ZgWordingKind       kind,
                                      const char         *word,
                                      const char         *advice,
                                      const char * const *exceptions) G_GNUC_WARN_UNUSED_RESULT;
ZgWordingEntry *zg_wording_entry_copy (const ZgWordingEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
void zg_wording_entry_free (ZgWordingEntry *entry);
char *zg_wording_entry_dup_replacement (const ZgWordingEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgWordingEntry, zg_wording_entry_free)

G_END_DECLS

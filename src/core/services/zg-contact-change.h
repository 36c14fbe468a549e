/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-contact-record.h"

G_BEGIN_DECLS

/**
 * ZgDuplicatePolicy:
 * @ZG_DUPLICATES_ASK: nothing is done with them; they are listed
 * @ZG_DUPLICATES_SKIP: who is there stays as they are
 * @ZG_DUPLICATES_UPDATE: what is not known of them is filled in; what is known stays
 * @ZG_DUPLICATES_NEW: they are somebody else; only as an answer about one person
 * @ZG_DUPLICATES_SAME: they are the same person, whatever they are called, and are updated; only as such an answer
 *
 * What becomes of people who are in the shop already.
 */
typedef enum {
  ZG_DUPLICATES_ASK,
  ZG_DUPLICATES_SKIP,
  ZG_DUPLICATES_UPDATE,
  ZG_DUPLICATES_NEW,
  ZG_DUPLICATES_SAME,
} ZgDuplicatePolicy;

/**
 * ZgContactOutcome:
 * @ZG_CONTACT_NEW: becomes a customer
 * @ZG_CONTACT_UPDATED: what was not known of a customer is filled in
 * @ZG_CONTACT_SAME: the file says nothing that could be filled in
 * @ZG_CONTACT_SKIPPED: is there already and was not to be changed
 * @ZG_CONTACT_ASKED: is there already, or may be; a person has to say
 * @ZG_CONTACT_REFUSED: can't be taken
 */
typedef enum {
  ZG_CONTACT_NEW,
  ZG_CONTACT_UPDATED,
  ZG_CONTACT_SAME,
  ZG_CONTACT_SKIPPED,
  ZG_CONTACT_ASKED,
  ZG_CONTACT_REFUSED,
} ZgContactOutcome;

#define ZG_N_CONTACT_OUTCOMES 6

/**
 * ZgContactDifference:
 * @field: what differs, in the user's language
 * @known: what the shop knows
 * @said: what the file says
 *
 * Where a file says something else than the shop, which stays as it is.
 */
typedef struct {
  char *field;
  char *known;
  char *said;
} ZgContactDifference;

/**
 * ZgContactChange:
 * @line: the line of the file
 * @name: whom it is about, as the file has it
 * @summary: what else the file says of them, in one line: phone, account, address; may be empty
 * @known_name: (nullable): who is there already
 * @customer_id: who, or 0; the new customer's once they are written
 * @value: (nullable): the phone or account by which they were found
 * @is_certain: whether they are the same person without doubt; a phone alone is a family's
 * @differences: (element-type ZgContactDifference): what stays as it is
 * @filled: (element-type utf8): what is filled in, in the user's language
 * @left_out: (element-type ZgContactLeftOut): what the shop does not keep
 * @reason: (nullable): why it was refused, skipped or is asked, translated
 * @raw: (nullable): the row as it stands in the file
 *
 * What an import does with one person.
 */
typedef struct {
  guint64 line;
  ZgContactOutcome outcome;
  char *name;
  char *summary;
  char *known_name;
  gint64 customer_id;
  char *value;
  gboolean is_certain;
  GPtrArray *differences;
  GPtrArray *filled;
  GPtrArray *left_out;
  char *reason;
  char *raw;
} ZgContactChange;

ZgContactChange *zg_contact_change_new (const ZgContactRecord *record) G_GNUC_WARN_UNUSED_RESULT;
void zg_contact_change_free (ZgContactChange *change);
const char *zg_contact_outcome_to_word (ZgContactOutcome outcome);
const char *zg_duplicate_policy_to_word (ZgDuplicatePolicy policy);
gboolean zg_duplicate_policy_from_word (const char        *word,
                                        ZgDuplicatePolicy *policy_out);
gboolean zg_contact_change_complete (ZgContactChange       *change,
                                     ZgCustomer            *known,
                                     const ZgContactRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgContactChange, zg_contact_change_free)

G_END_DECLS

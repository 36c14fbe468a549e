/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-personal.h"

G_BEGIN_DECLS

/**
 * ZgMergeField:
 * @ZG_MERGE_HEIGHT: millimetres
 * @ZG_MERGE_WEIGHT: grams
 * @ZG_MERGE_CONSENT: the numbers of the shop file: 1 yes, 2 no; nothing while nobody asked
 * @ZG_MERGE_PHONE: the preferred phone: all phones are kept, this is about whose come first
 * @ZG_MERGE_ACCOUNT: the preferred account, in the same way
 * @ZG_MERGE_ADDRESS: the preferred address, in the same way
 *
 * What two entries of one person may say differently.
 */
typedef enum {
  ZG_MERGE_NAME,
  ZG_MERGE_CALL_NAME,
  ZG_MERGE_PHONE,
  ZG_MERGE_ACCOUNT,
  ZG_MERGE_ADDRESS,
  ZG_MERGE_BIRTHDAY,
  ZG_MERGE_HEIGHT,
  ZG_MERGE_WEIGHT,
  ZG_MERGE_SHOE_SIZE,
  ZG_MERGE_USUAL_SIZE,
  ZG_MERGE_TYPE,
  ZG_MERGE_LEVEL,
  ZG_MERGE_SOURCE,
  ZG_MERGE_CONSENT,
  ZG_MERGE_CAUTION,
  ZG_MERGE_NOTE,
  ZG_N_MERGE_FIELDS,
} ZgMergeField;

typedef enum {
  ZG_MERGE_TAKE_KEPT,
  ZG_MERGE_TAKE_OTHER,
  ZG_MERGE_TAKE_BOTH,
} ZgMergeChoice;

/**
 * ZgMergeSide:
 * @version: of the customer that was read: what was edited since is not merged by a plan that does not know of it
 * @values: as they are kept; phone, account and address are the preferred ones
 *
 * One of the two customers.
 */
typedef struct {
  gint64 id;
  gint64 version;
  ZgPersonal values[ZG_N_MERGE_FIELDS];
} ZgMergeSide;

/**
 * ZgMergePlan:
 * @kept: the customer who stays
 * @other: the one whose entry goes, with all that points at it moved to @kept
 * @choices: whose value counts, field by field
 *
 * What a merge would do, before it is done.
 */
typedef struct {
  ZgMergeSide kept;
  ZgMergeSide other;
  ZgMergeChoice choices[ZG_N_MERGE_FIELDS];
} ZgMergePlan;

ZgMergePlan *zg_merge_plan_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_merge_plan_free (ZgMergePlan *plan);
void zg_merge_plan_propose (ZgMergePlan *plan);
gboolean zg_merge_plan_choose (ZgMergePlan    *plan,
                               ZgMergeField    field,
                               ZgMergeChoice   choice,
                               GError        **error);
gboolean zg_merge_plan_differs (const ZgMergePlan *plan,
                                ZgMergeField       field);
void zg_merge_plan_get_result (const ZgMergePlan *plan,
                               ZgMergeField       field,
                               ZgPersonal        *result);

gboolean zg_merge_field_can_join (ZgMergeField field);
const char *zg_merge_field_to_word (ZgMergeField field);
const char *zg_merge_field_to_label (ZgMergeField field);
gboolean zg_merge_field_from_word (const char   *word,
                                   ZgMergeField *field_out);

/* zg-merge-words.c: for people */
char *zg_merge_value_to_text (ZgMergeField      field,
                              const ZgPersonal *value) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgMergePlan, zg_merge_plan_free)

G_END_DECLS

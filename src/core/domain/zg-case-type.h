/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order-state.h"

G_BEGIN_DECLS

/* The step that every case ends with, whatever its type. */
#define ZG_CASE_CLOSED "closed"

/**
 * ZgCaseType:
 * @key: the word of files and of the command line
 * @steps: (array zero-terminated): keys of the steps in their order, without %ZG_CASE_CLOSED
 * @states: a bit for each #ZgOrderState in which such a case can be opened
 * @stops_shipping: whether nothing may leave the shop while it is open
 * @seven_days: whether the right to return within seven days is asked for
 * @new_order: whether goods are sent again, as an order of their own
 * @remedies: (array zero-terminated): keys of what is usually offered
 *
 * A kind of case, as data/cases/cases.ini has it.
 */
typedef struct {
  char *key;
  char **steps;
  guint states;
  gboolean stops_shipping;
  gboolean seven_days;
  gboolean new_order;
  char **remedies;
} ZgCaseType;

/**
 * ZgCaseRule:
 * @platform: a word of zg-platform.h; empty for all of them
 * @type: a key of a type
 * @step: a key of a step
 * @hours: how long the step may take; 0 for as long as it likes
 *
 * Where a shop differs from data/cases.
 */
typedef struct {
  char *platform;
  char *type;
  char *step;
  int hours;
} ZgCaseRule;

const GPtrArray *zg_case_type_list (void);
const ZgCaseType *zg_case_type_find (const char *key);
int zg_case_type_find_step (const ZgCaseType *type,
                            const char       *step);
gboolean zg_case_type_is_optional (const ZgCaseType *type,
                                   int               step);
int zg_case_type_get_hours (const ZgCaseType *type,
                            const char       *platform,
                            const char       *step,
                            GPtrArray        *rules);

ZgCaseRule *zg_case_rule_new (const char *platform,
                              const char *type,
                              const char *step,
                              int         hours) G_GNUC_WARN_UNUSED_RESULT;
void zg_case_rule_free (ZgCaseRule *rule);

const char *zg_case_type_to_label (const char *key);
const char *zg_case_step_to_label (const char *key);
const char *zg_remedy_to_label (const char *key);
gboolean zg_remedy_is_known (const char *key);
gboolean zg_remedy_needs_amount (const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgCaseRule, zg_case_rule_free)

G_END_DECLS

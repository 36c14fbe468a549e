/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-case-type.h"
#include "zg-time.h"

G_BEGIN_DECLS

/* What a buyer says at the end. The numbers are kept in the shop file. */
typedef enum {
  ZG_SATISFACTION_NOT_ASKED = 0,
  ZG_SATISFACTION_YES = 1,
  ZG_SATISFACTION_SO_SO = 2,
  ZG_SATISFACTION_NO = 3,
} ZgSatisfaction;

#define ZG_N_SATISFACTIONS 4

/**
 * ZgRemedy:
 * @id: 0 until it is written
 * @remedy: a key of zg-case-type.h, or the shop's own words
 * @amount: minor units of the order's currency; 0 for none
 * @chosen_at: since when the buyer wants it, or %ZG_TIME_NONE
 * @done_at: since when it is done, or %ZG_TIME_NONE
 *
 * Something that was offered to a buyer.
 */
typedef struct {
  gint64 id;
  char *remedy;
  gint64 amount;
  ZgTime offered_at;
  ZgTime chosen_at;
  ZgTime done_at;
} ZgRemedy;

/**
 * ZgCase:
 * @type: a key of a type
 * @step: a key of a step: where it stands, or stood when it was closed
 * @due_at: when the step has to be done, or %ZG_TIME_NONE
 * @due_set: whether a person said so, and not the rules
 * @closed_at: since when it is closed, or %ZG_TIME_NONE
 * @reason: (nullable): why the buyer is not content
 * @amount: what it is about, minor units of the order's currency; 0 for nothing that was said
 * @outcome: (nullable): what came of it
 * @courier: (nullable): of the goods on their way back
 * @tracking: (nullable): of the goods on their way back
 * @platform_number: (nullable): what the platform calls the case
 * @staff_id: who looks after it, or 0
 * @new_order_id: what was sent again, or 0
 * @remedies: (element-type ZgRemedy): what was offered, in its order
 * @staff_name: (nullable): only read, as all below
 * @number: (nullable): the order's number
 * @platform: (nullable): the order's platform
 * @currency: (nullable): the order's currency
 * @customer_id: the order's customer, or 0
 * @customer: (nullable): what they are called
 * @new_number: (nullable): the number of what was sent again
 *
 * Something that went wrong with an order, until it is settled.
 */
typedef struct {
  gint64 id;
  char *uid;
  gint64 version;
  gint64 order_id;
  char *type;
  char *step;
  ZgTime step_at;
  ZgTime due_at;
  gboolean due_set;
  ZgTime opened_at;
  ZgTime closed_at;
  char *reason;
  gint64 amount;
  char *outcome;
  ZgSatisfaction satisfaction;
  char *courier;
  char *tracking;
  char *platform_number;
  char *note;
  gint64 staff_id;
  gint64 new_order_id;
  GPtrArray *remedies;
  char *staff_name;
  char *number;
  char *platform;
  char *currency;
  gint64 customer_id;
  char *customer;
  char *new_number;
} ZgCase;

/**
 * ZgCaseLine:
 * @type: what was done: `opened`, `step`, `offered`, `chosen`, `not-chosen`, `done`, `set`, `closed`, `reopened`, `sent`, `file`,
 *   `taken-back`
 * @text: a key where there is one, and words behind it
 *
 * A line of the log of a case.
 */
typedef struct {
  gint64 id;
  gint64 case_id;
  ZgTime at;
  gint64 staff_id;
  char *staff_name;
  char *type;
  char *text;
} ZgCaseLine;

ZgCase *zg_case_new (const char *type) G_GNUC_WARN_UNUSED_RESULT;
ZgCase *zg_case_copy (const ZgCase *self) G_GNUC_WARN_UNUSED_RESULT;
void zg_case_free (ZgCase *self);
void zg_remedy_free (ZgRemedy *remedy);
void zg_case_line_free (ZgCaseLine *line);
char *zg_case_line_describe (const ZgCaseLine *line);

gboolean zg_case_is_open (const ZgCase *self);
gboolean zg_case_open (ZgCase        *self,
                       ZgOrderState   state,
                       const char    *platform,
                       ZgTime         at,
                       GPtrArray     *rules,
                       GError       **error);
char **zg_case_get_next_steps (const ZgCase *self);
gboolean zg_case_check_step (const ZgCase  *self,
                             const char    *to,
                             const char    *reason,
                             GError       **error);
gboolean zg_case_move (ZgCase      *self,
                       const char  *to,
                       const char  *reason,
                       ZgTime       at,
                       GPtrArray   *rules,
                       GError     **error);
ZgTime zg_case_get_rule_due (const ZgCase *self,
                             GPtrArray    *rules);
void zg_case_set_due (ZgCase    *self,
                      ZgTime     due_at,
                      GPtrArray *rules);
gboolean zg_case_close (ZgCase          *self,
                        ZgOrderState     state,
                        const char      *outcome,
                        ZgSatisfaction   satisfaction,
                        ZgTime           at,
                        GError         **error);
gboolean zg_case_reopen (ZgCase     *self,
                         ZgTime      at,
                         GPtrArray  *rules,
                         GError    **error);
gboolean zg_case_offer (ZgCase      *self,
                        const char  *remedy,
                        gint64       amount,
                        gint64       paid,
                        ZgTime       at,
                        GError     **error);
gboolean zg_case_choose (ZgCase    *self,
                         guint      n,
                         gboolean   on,
                         ZgTime     at,
                         GError   **error);
gboolean zg_case_do (ZgCase   *self,
                     guint     n,
                     ZgTime    at,
                     GError  **error);
const char *zg_case_get_warning (const ZgCase *self);

const char *zg_satisfaction_to_word (ZgSatisfaction satisfaction);
gboolean zg_satisfaction_from_word (const char     *word,
                                    ZgSatisfaction *satisfaction_out);
const char *zg_satisfaction_to_label (ZgSatisfaction satisfaction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgCase, zg_case_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgCaseLine, zg_case_line_free)

G_END_DECLS

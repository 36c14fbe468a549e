/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-time.h"

G_BEGIN_DECLS

typedef enum {
  ZG_INTEREST_OPEN = 0,
  ZG_INTEREST_BOUGHT = 1,       /* after all */
  ZG_INTEREST_GIVEN_UP = 2,
} ZgInterestState;

/**
 * ZgInterest:
 * @product: what they asked for
 * @reason: why they did not buy it: a key of zg_interest_list_reasons(), or ""
 * @ask_again_at: when to ask again, or %ZG_TIME_NONE
 * @follow_up_id: the follow-up that reminds of it, or 0
 *
 * Asked for and not bought.
 */
typedef struct {
  gint64 id;
  char *uid;
  gint64 version;
  gint64 customer_id;
  ZgTime at;
  gint64 staff_id;
  char *staff_name;
  char *product;
  char *reason;
  char *note;
  ZgInterestState state;
  ZgTime ask_again_at;
  gint64 follow_up_id;
} ZgInterest;

ZgInterest *zg_interest_new (void) G_GNUC_WARN_UNUSED_RESULT;
ZgInterest *zg_interest_copy (const ZgInterest *interest) G_GNUC_WARN_UNUSED_RESULT;
void zg_interest_free (ZgInterest *interest);
gboolean zg_interest_validate (ZgInterest  *interest,
                               GError     **error);

const char * const *zg_interest_list_reasons (void);
const char *zg_interest_reason_to_label (const char *reason);
const char *zg_interest_state_to_word (ZgInterestState state);
const char *zg_interest_state_to_label (ZgInterestState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgInterest, zg_interest_free)

G_END_DECLS

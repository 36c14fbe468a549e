/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-import-record.h"
#include "zg-new-customer.h"

G_BEGIN_DECLS

/**
 * ZgImportOutcome:
 *
 * What becomes of the shop's order by a record.
 */
typedef enum {
  ZG_IMPORT_NEW,
  ZG_IMPORT_UPDATED,
  ZG_IMPORT_UNCHANGED,
} ZgImportOutcome;

/**
 * ZgReadyRecord:
 * @record: what a file says of an order
 * @buyer: (nullable): the order's buyer as somebody new; %NULL for somebody whom the platform hides
 * @account_key: (nullable): what tells the buyer from others, see zg_buyer_key_new(): platform and account
 * @digits: (nullable): the digits of the recipient's phone where it is not hidden
 * @person_key: (nullable): with @digits: phone and name
 * @outcome: set when the record is written
 * @is_anonymous: whether all that would tell who bought it was left out
 *
 * What a file says of an order, with all that can be worked out before the writing thread has its turn.
 */
typedef struct {
  ZgImportRecord *record;
  ZgNewCustomer *buyer;
  char *account_key;
  char *digits;
  char *person_key;
  ZgImportOutcome outcome;
  gboolean is_anonymous;

  /*< private >*/
  gboolean is_taken;
} ZgReadyRecord;

ZgReadyRecord *zg_ready_record_new (ZgImportRecord *record) G_GNUC_WARN_UNUSED_RESULT;
void zg_ready_record_free (ZgReadyRecord *ready);
void zg_ready_record_take (ZgReadyRecord *ready);
void zg_ready_record_make_anonymous (ZgReadyRecord *ready);

char *zg_buyer_key_new (const char *first,
                        const char *second) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgReadyRecord, zg_ready_record_free)

G_END_DECLS

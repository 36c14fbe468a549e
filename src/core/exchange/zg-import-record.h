/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order.h"

G_BEGIN_DECLS

/* Which parts of an order a file has columns for: what has none is never overwritten. */
typedef enum {
  ZG_IMPORT_STATE = 1 << 0,
  ZG_IMPORT_TIMES = 1 << 1,
  ZG_IMPORT_MONEY = 1 << 2,
  ZG_IMPORT_RECIPIENT = 1 << 3,
  ZG_IMPORT_PHONE = 1 << 4,
  ZG_IMPORT_ADDRESS = 1 << 5,
  ZG_IMPORT_BUYER_NOTE = 1 << 6,
  ZG_IMPORT_SELLER_NOTE = 1 << 7,
  ZG_IMPORT_COURIER = 1 << 8,
  ZG_IMPORT_TRACKING = 1 << 9,
  ZG_IMPORT_REFUND = 1 << 10,
  ZG_IMPORT_TITLES = 1 << 11,   /* items known by their titles alone */
  ZG_IMPORT_LINES = 1 << 12,    /* items line by line, with properties and prices */
  ZG_IMPORT_NEW_SKU = 1 << 13,  /* the properties of the only item are what the buyer changed them to */
  ZG_IMPORT_NEW_ADDRESS = 1 << 14,      /* so is the address */
} ZgImportFields;

/**
 * ZgImportRecord:
 * @line: the line of the file it begins on
 * @last_line: the line that the last of its rows begins on
 * @fields: what the file says of the order
 * @known_holds: the holds that the file says something about, be it that there is none
 * @order: the order as the file has it; its facts carry the platform's words and the time of the evidence
 * @account: the buyer's name on the platform
 *
 * What a file says of one order.
 */
typedef struct {
  guint64 line;
  guint64 last_line;
  ZgImportFields fields;
  ZgHold known_holds;
  ZgOrder *order;
  ZgPersonal account;
} ZgImportRecord;

ZgImportRecord *zg_import_record_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_import_record_free (ZgImportRecord *record);
void zg_import_record_join (ZgImportRecord *record,
                            ZgImportRecord *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgImportRecord, zg_import_record_free)

G_END_DECLS

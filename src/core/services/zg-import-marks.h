/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-import-record.h"

G_BEGIN_DECLS

/* The fields that have a mark, in the order of the marks. The order is kept in the shop file: new ones go to the end. */
typedef enum {
  ZG_MARK_RECIPIENT,
  ZG_MARK_PHONE,
  ZG_MARK_ADDRESS,
  ZG_MARK_BUYER_NOTE,
  ZG_MARK_SELLER_NOTE,
  ZG_MARK_COURIER,
  ZG_MARK_TRACKING,
  ZG_MARK_ITEMS,
  /* Only where the buyer has changed it. */
  ZG_MARK_NEW_SKU,
  ZG_MARK_NEW_ADDRESS,
  ZG_N_MARKS
} ZgImportMark;

#define ZG_MARK_LENGTH 8

/**
 * ZgImportMarks:
 * @text: the marks one behind the other
 *
 * What the platform last said of each field of an order, as short marks that differ when the text does.
 */
typedef struct {
  char text[ZG_N_MARKS * ZG_MARK_LENGTH + 1];
} ZgImportMarks;

void zg_import_marks_read (ZgImportMarks *marks,
                           const char    *text);
gboolean zg_import_marks_note (ZgImportMarks *marks,
                               ZgImportMark   mark,
                               const char    *text);
gboolean zg_import_marks_has (const ZgImportMarks *marks,
                              ZgImportMark         mark);
char *zg_import_describe_items (const ZgOrder *order);

G_END_DECLS

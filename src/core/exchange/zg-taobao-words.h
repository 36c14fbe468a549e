/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-header-map.h"
#include "zg-order.h"

G_BEGIN_DECLS

typedef enum {
  COLUMN_NUMBER,
  COLUMN_MAIN_NUMBER,
  COLUMN_LINE_NUMBER,
  COLUMN_ACCOUNT,
  COLUMN_GOODS,
  COLUMN_POSTAGE,
  COLUMN_TOTAL,
  COLUMN_PAID,
  COLUMN_STATE,
  COLUMN_BUYER_NOTE,
  COLUMN_RECIPIENT,
  COLUMN_ADDRESS,
  COLUMN_PHONE,
  COLUMN_MOBILE,
  COLUMN_ORDERED_AT,
  COLUMN_PAID_AT,
  COLUMN_RECEIVED_AT,
  COLUMN_TITLES,
  COLUMN_N_PIECES,
  COLUMN_N_KINDS,
  COLUMN_STAGES,
  COLUMN_TRACKING,
  COLUMN_COURIER,
  COLUMN_SELLER_NOTE,
  COLUMN_SHOP,
  COLUMN_CLOSE_REASON,
  COLUMN_NEW_SKU,
  COLUMN_NEW_ADDRESS,
  COLUMN_REFUND,
  COLUMN_REFUND_STATE,
  COLUMN_TITLE,
  COLUMN_PRICE,
  COLUMN_QUANTITY,
  COLUMN_PROPERTIES,
  COLUMN_SKU,
  COLUMN_FOREIGN,       /* what only other platforms have */
  COLUMN_OTHER,         /* known, and of no use to us */
  N_COLUMNS
} ZgTaobaoColumn;

extern const ZgColumnName zg_taobao_column_names[];

gboolean zg_taobao_find_state (const char *words,
                               ZgOrder    *order);
gboolean zg_taobao_is_no_refund (const char *words);
gboolean zg_taobao_is_open_refund (const char *words);
gboolean zg_taobao_is_note (const char *first_cell);

G_END_DECLS

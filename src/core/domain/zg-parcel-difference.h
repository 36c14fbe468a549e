/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-order.h"

G_BEGIN_DECLS

/**
 * ZgParcelField:
 *
 * In what orders of one parcel may differ, the most dangerous first.
 */
typedef enum {
  ZG_PARCEL_ADDRESS,
  ZG_PARCEL_RECIPIENT,
  ZG_PARCEL_PHONE,
  ZG_PARCEL_ACCOUNT,
  ZG_PARCEL_SHOP,
  ZG_PARCEL_COURIER,
  ZG_PARCEL_BUYER_NOTE,
  ZG_PARCEL_SELLER_NOTE,
  ZG_PARCEL_GIFT,
  ZG_PARCEL_SHIP_BY,
  ZG_PARCEL_CURRENCY,
} ZgParcelField;

#define ZG_N_PARCEL_FIELDS 11

/**
 * ZgParcelDifference:
 * @field: in what they differ
 * @is_warning: whether the parcel may go to the wrong place
 * @values: what each order says, in the order of the orders, as shown to people; empty where one says nothing
 *
 * One row of orders side by side.
 */
typedef struct {
  ZgParcelField field;
  gboolean is_warning;
  GPtrArray *values;
} ZgParcelDifference;

const char *zg_parcel_field_to_word (ZgParcelField field);
const char *zg_parcel_field_to_label (ZgParcelField field);
GPtrArray *zg_parcel_list_differences (GPtrArray *orders,
                                       GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
void zg_parcel_difference_free (ZgParcelDifference *difference);

G_END_DECLS

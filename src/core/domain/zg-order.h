/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-address.h"
#include "zg-order-kind.h"
#include "zg-order-state.h"
#include "zg-personal.h"
#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgOrderItem:
 * @line_number: (nullable): the platform's own number of the line (子订单编号)
 * @properties: (nullable): all properties as the platform wrote them (`颜色分类：黑色;尺码：L`)
 * @price: minor units for one piece; 0 where the platform did not say
 * @product_id: which of the shop's products it is, or 0
 * @gift: whether it is given with the order, for nothing
 */
typedef struct {
  gint64 id;
  char *line_number;
  char *title;
  char *properties;
  char *colour;
  char *size;
  char *sku;
  gint64 quantity;
  gint64 price;
  gint64 product_id;
  gboolean gift;
} ZgOrderItem;

/**
 * ZgPlatformFacts:
 * @evidence_at: when the file was made that says so; an older file never replaces what a newer one said
 * @state: what the platform says of where the order stands, or %ZG_ORDER_STATE_UNKNOWN
 * @state_text: (nullable): the platform's own words
 * @refund_state: (nullable): the platform's own words
 * @marks: (nullable): marks of what the platform last said field by field, for zg-import-merge.h
 *
 * What the platform says of an order, kept apart from what the desk did.
 */
typedef struct {
  ZgTime evidence_at;
  ZgOrderState state;
  char *state_text;
  char *refund_state;
  gint64 refund;
  char *close_reason;
  char *marks;
} ZgPlatformFacts;

/**
 * ZgOrder:
 * @number: the platform's order number, text always: ids have up to 19 digits
 * @platform: a word of zg-platform.h
 * @shop: which of the owner's shops on that platform; never %NULL, may be empty
 * @customer_id: 0 when nobody is known yet
 * @buyer_account: (nullable): the buyer's name on the platform; %NULL while it is hidden or was not told
 * @confirmed_at: when the checklist became complete, or %ZG_TIME_NONE
 * @belongs_to: the order that a surcharge or what is sent again belongs to, or 0
 * @gift: whether it is a gift: its slip shows no prices
 * @discount: what was taken off the goods
 * @deposit: of a pre-sale: what was agreed to be paid at once
 * @balance_from: of a pre-sale: from when the balance can be paid, or %ZG_TIME_NONE
 * @balance_until: of a pre-sale: the last moment for the balance, or %ZG_TIME_NONE
 * @closes_at: when the platform closes the order if nobody pays, or %ZG_TIME_NONE
 * @parcel_id: the parcel it shares with other orders, or 0
 * @n_open_cases: cases that are not settled
 * @partly_shipped: whether some of its pieces have left and others have not
 * @slip_printed_at: when its slip was printed last, or %ZG_TIME_NONE
 * @slip_mark: (nullable): a mark of what stood on that slip
 * @chase_cause: (nullable): a word of zg-chase.h: why it was not paid yet
 * @chase_stopped_at: since when its buyer is not reminded any more, or %ZG_TIME_NONE
 * @facts: (nullable): %NULL for an order that the desk itself wrote
 * @items: (element-type ZgOrderItem)
 *
 * An order. Money is in minor units of @currency. Only the order gate changes @state and its times; @parcel_id, cases,
 * parts, slip and chase belong to their own tables, and an edit leaves them as they are.
 */
typedef struct {
  gint64 id;
  char *uid;
  gint64 version;
  char *platform;
  char *shop;
  char *number;
  gint64 customer_id;
  char *buyer_account;
  ZgOrderState state;
  ZgHold holds;
  gboolean cash_on_delivery;
  ZgTime confirmed_at;
  ZgTime ordered_at;
  ZgTime paid_at;
  ZgTime packed_at;
  ZgTime shipped_at;
  ZgTime received_at;
  ZgTime completed_at;
  ZgTime closed_at;
  ZgTime ship_by;
  char *currency;
  gint64 goods;
  gint64 postage;
  gint64 total;
  gint64 paid;
  ZgPersonal recipient;
  ZgPersonal phone;
  ZgAddress *address;
  char *courier;
  char *tracking;
  char *buyer_note;
  char *seller_note;
  int flag;
  ZgOrderKind kind;
  gint64 belongs_to;
  gboolean gift;
  gint64 discount;
  gboolean presale;
  gint64 deposit;
  ZgTime balance_from;
  ZgTime balance_until;
  ZgTime closes_at;
  gint64 parcel_id;
  int n_open_cases;
  gboolean partly_shipped;
  ZgTime slip_printed_at;
  char *slip_mark;
  char *chase_cause;
  ZgTime chase_stopped_at;
  ZgPlatformFacts *facts;
  GPtrArray *items;
} ZgOrder;

ZgOrder *zg_order_new (void) G_GNUC_WARN_UNUSED_RESULT;
ZgOrder *zg_order_copy (const ZgOrder *order) G_GNUC_WARN_UNUSED_RESULT;
void zg_order_free (ZgOrder *order);
ZgOrderItem *zg_order_item_new (void) G_GNUC_WARN_UNUSED_RESULT;
ZgOrderItem *zg_order_item_copy (const ZgOrderItem *item) G_GNUC_WARN_UNUSED_RESULT;
void zg_order_item_free (ZgOrderItem *item);
void zg_order_item_parse_properties (ZgOrderItem *item);
ZgPlatformFacts *zg_platform_facts_new (void) G_GNUC_WARN_UNUSED_RESULT;
ZgPlatformFacts *zg_platform_facts_copy (const ZgPlatformFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
void zg_platform_facts_free (ZgPlatformFacts *facts);
char *zg_order_items_to_text (const ZgOrder *order);
char *zg_order_items_to_summary (const ZgOrder *order);
char *zg_order_colours_to_text (const ZgOrder *order);
char *zg_order_sizes_to_text (const ZgOrder *order);
gint64 zg_order_get_quantity (const ZgOrder *order);
char *zg_order_number_tail (const char *number);
void zg_order_derive_holds (ZgOrder *order);
gboolean zg_order_platform_differs (const ZgOrder *order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgOrder, zg_order_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgOrderItem, zg_order_item_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgPlatformFacts, zg_platform_facts_free)

G_END_DECLS

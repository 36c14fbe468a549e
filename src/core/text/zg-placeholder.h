/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZgPlaceholderId:
 *
 * What a reply can have filled in. The one table of names is in zg-placeholder.c.
 */
typedef enum {
  ZG_PLACEHOLDER_CUSTOMER_NAME,
  ZG_PLACEHOLDER_CUSTOMER_CALL,
  ZG_PLACEHOLDER_ORDER_NUMBER,
  ZG_PLACEHOLDER_ORDER_DATE,
  ZG_PLACEHOLDER_ORDER_ITEMS,
  ZG_PLACEHOLDER_ORDER_COLOUR,
  ZG_PLACEHOLDER_ORDER_SIZE,
  ZG_PLACEHOLDER_ORDER_AMOUNT,
  ZG_PLACEHOLDER_ORDER_RECIPIENT,
  ZG_PLACEHOLDER_ORDER_PHONE,
  ZG_PLACEHOLDER_ORDER_ADDRESS,
  ZG_PLACEHOLDER_ORDER_COURIER,
  ZG_PLACEHOLDER_ORDER_TRACKING,
  ZG_PLACEHOLDER_ORDER_SHIP_TIME,
  ZG_PLACEHOLDER_ORDER_CUT_OFF,
  ZG_PLACEHOLDER_PRODUCT_LINK,
  ZG_PLACEHOLDER_SHOP_PROMOTION,
  ZG_PLACEHOLDER_SHOP_NAME,
  ZG_PLACEHOLDER_CLERK_NAME,
  ZG_PLACEHOLDER_CLERK_NUMBER,
  ZG_PLACEHOLDER_TODAY,
} ZgPlaceholderId;

#define ZG_N_PLACEHOLDERS 21

/**
 * ZgPlaceholder:
 * @name: the canonical name, "order.items"
 * @aliases: Chinese names, up to the first %NULL
 * @label: what it is called in the window, untranslated; see zg_placeholder_get_label()
 * @is_personal: whether it tells of one customer, so that a text with it must not go to another
 * @is_date: whether days can be added to it, as in {今天+3}
 */
typedef struct {
  ZgPlaceholderId id;
  const char *name;
  const char *aliases[4];
  const char *label;
  gboolean is_personal;
  gboolean is_date;
} ZgPlaceholder;

const ZgPlaceholder *zg_placeholder_get (ZgPlaceholderId id);
const ZgPlaceholder *zg_placeholder_find (const char *name);
const char *zg_placeholder_get_label (const ZgPlaceholder *placeholder);

typedef enum {
  ZG_EMOTICONS_NONE,
  ZG_EMOTICONS_WANGWANG,
  ZG_EMOTICONS_WECHAT,
} ZgEmoticons;

ZgEmoticons zg_emoticons_of_platform (const char *platform);
const char *zg_emoticon_find (const char *name,
                              ZgEmoticons style);

G_END_DECLS

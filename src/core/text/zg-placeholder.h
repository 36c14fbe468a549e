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
  ZG_PLACEHOLDER_PRODUCT_NAME,
  ZG_PLACEHOLDER_PRODUCT_PRICE,
  ZG_PLACEHOLDER_PRODUCT_POINTS,
  ZG_PLACEHOLDER_PRODUCT_RECOMMEND,
  ZG_PLACEHOLDER_PRODUCT_SIZE_ADVICE,
  ZG_PLACEHOLDER_PRODUCT_CAUTIONS,
  ZG_PLACEHOLDER_PRODUCT_LINK,
  ZG_PLACEHOLDER_SHOP_PROMOTION,
  ZG_PLACEHOLDER_SHOP_NAME,
  ZG_PLACEHOLDER_CLERK_NAME,
  ZG_PLACEHOLDER_CLERK_NUMBER,
  ZG_PLACEHOLDER_TODAY,
} ZgPlaceholderId;

#define ZG_N_PLACEHOLDERS 27

/**
 * ZgPlaceholderKind:
 * @ZG_PLACEHOLDER_LINE: one line; a value that has several becomes one
 * @ZG_PLACEHOLDER_LINES: may have several lines
 * @ZG_PLACEHOLDER_DAY: a day, to which days can be added, as in {今天+3}
 */
typedef enum {
  ZG_PLACEHOLDER_LINE,
  ZG_PLACEHOLDER_LINES,
  ZG_PLACEHOLDER_DAY,
} ZgPlaceholderKind;

#define ZG_PLACEHOLDER_MAX_ALIASES 7

/**
 * ZgPlaceholder:
 * @name: the canonical name, "order.items"
 * @aliases: Chinese names, up to the first %NULL: first the mainland's, second Taiwan's, then further ones
 * @label: what it is called in the window, untranslated; see zg_placeholder_get_label()
 * @explanation: a sentence for the help page, untranslated; see zg_placeholder_get_explanation()
 * @example: its value for an invented customer, untranslated; see zg_placeholder_get_example()
 * @is_personal: whether it tells of one customer, so that a text with it must not go to another
 */
typedef struct {
  ZgPlaceholderId id;
  const char *name;
  const char *aliases[ZG_PLACEHOLDER_MAX_ALIASES];
  const char *label;
  const char *explanation;
  const char *example;
  ZgPlaceholderKind kind;
  gboolean is_personal;
} ZgPlaceholder;

const ZgPlaceholder *zg_placeholder_get (ZgPlaceholderId id);
const ZgPlaceholder *zg_placeholder_find (const char *name);
gboolean zg_placeholder_is_called (const ZgPlaceholder *placeholder,
                                   const char          *name);
GPtrArray *zg_placeholder_list (const char *typed) G_GNUC_WARN_UNUSED_RESULT;
const char *zg_placeholder_get_label (const ZgPlaceholder *placeholder);
const char *zg_placeholder_get_explanation (const ZgPlaceholder *placeholder);
const char *zg_placeholder_get_example (const ZgPlaceholder *placeholder);
const char *zg_placeholder_pick_name (const ZgPlaceholder *placeholder,
                                      const char * const  *languages);

G_END_DECLS

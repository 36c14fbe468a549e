/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-placeholder.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-fold.h"

/* The one table of what a reply can have filled in: editor, filler, help and importer read it. */
static const ZgPlaceholder placeholders[ZG_N_PLACEHOLDERS] = {
  { ZG_PLACEHOLDER_CUSTOMER_NAME, "customer.name", { "客户", "客戶", "姓名" }, N_("Customer"), TRUE },
  { ZG_PLACEHOLDER_CUSTOMER_CALL, "customer.call", { "称呼", "稱呼" }, N_("What to call them"), TRUE },
  { ZG_PLACEHOLDER_ORDER_NUMBER, "order.number", { "订单号", "訂單編號" }, N_("Order number"), TRUE },
  { ZG_PLACEHOLDER_ORDER_DATE, "order.date", { "下单日期", "下單日期" }, N_("Order date"), TRUE },
  { ZG_PLACEHOLDER_ORDER_ITEMS, "order.items", { "商品" }, N_("Goods"), TRUE },
  { ZG_PLACEHOLDER_ORDER_COLOUR, "order.colour", { "颜色", "顏色" }, N_("Colour"), TRUE },
  { ZG_PLACEHOLDER_ORDER_SIZE, "order.size", { "尺码", "尺碼", "尺寸" }, N_("Size"), TRUE },
  { ZG_PLACEHOLDER_ORDER_AMOUNT, "order.amount", { "金额", "金額" }, N_("Amount"), TRUE },
  { ZG_PLACEHOLDER_ORDER_RECIPIENT, "order.recipient", { "收货人", "收件人" }, N_("Recipient"), TRUE },
  { ZG_PLACEHOLDER_ORDER_PHONE, "order.phone", { "电话", "電話", "手机" }, N_("Phone"), TRUE },
  { ZG_PLACEHOLDER_ORDER_ADDRESS, "order.address", { "地址" }, N_("Address"), TRUE },
  { ZG_PLACEHOLDER_ORDER_COURIER, "order.courier", { "快递", "宅配" }, N_("Courier"), TRUE },
  { ZG_PLACEHOLDER_ORDER_TRACKING, "order.tracking", { "运单号", "快递单号", "貨運單號" }, N_("Tracking number"), TRUE },
  { ZG_PLACEHOLDER_ORDER_SHIP_TIME, "order.ship-time", { "发货时间", "出貨時間" }, N_("Shipping time"), TRUE },
  { ZG_PLACEHOLDER_ORDER_CUT_OFF, "order.cut-off", { "距截单", "距截單" }, N_("Time until the cut-off"), FALSE },
  { ZG_PLACEHOLDER_PRODUCT_LINK, "product.link", { "链接", "連結" }, N_("Link"), FALSE },
  { ZG_PLACEHOLDER_SHOP_PROMOTION, "shop.promotion", { "活动", "活動" }, N_("Promotion"), FALSE },
  { ZG_PLACEHOLDER_SHOP_NAME, "shop.name", { "店铺", "店鋪", "賣場" }, N_("Shop"), FALSE },
  { ZG_PLACEHOLDER_CLERK_NAME, "clerk.name", { "客服" }, N_("Clerk"), FALSE },
  { ZG_PLACEHOLDER_CLERK_NUMBER, "clerk.number", { "工号", "工號" }, N_("Staff number"), FALSE },
  { ZG_PLACEHOLDER_TODAY, "today", { "今天" }, N_("Today"), FALSE, TRUE },
};

/* The same faces as chat programs write them. 旺旺 has codes, WeChat has words in brackets. */
static const struct {
  const char *names[4];
  const char *wangwang;
  const char *wechat;
} emoticons[] = {
  { { "微笑", "smile" }, "/:^_^", "[微笑]" },
  { { "玫瑰", "rose" }, "/:-F", "[玫瑰]" },
  { { "握手", "handshake" }, "/:^x^", "[握手]" },
  { { "抱拳", "thanks" }, "/:813", "[抱拳]" },
  { { "飞吻", "飛吻", "kiss" }, "/:087", "[亲亲]" },
  { { "鼓掌", "clap" }, "/:Y", "[鼓掌]" },
  { { "害羞", "shy" }, "/:$", "[害羞]" },
  { { "大笑", "laugh" }, "/:^O^", "[呲牙]" },
  { { "流泪", "流淚", "cry" }, "/:'(", "[流泪]" },
  { { "加油", "cheer" }, "/:012", "[加油]" },
  { { "礼物", "禮物", "gift" }, "/:(Gift)", "[礼物]" },
  { { "再见", "再見", "bye" }, "/:bye", "[再见]" },
};

/**
 * zg_placeholder_get:
 * @id: a placeholder
 *
 * Returns: (transfer none): its line of the table
 */
const ZgPlaceholder *
zg_placeholder_get (ZgPlaceholderId id)
{
  return &placeholders[id];
}

static gboolean
is_called (const ZgPlaceholder *placeholder,
           const char          *name)
{
  if (strcmp (placeholder->name, name) == 0)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (placeholder->aliases) && placeholder->aliases[i] != NULL; i++)
    {
      if (strcmp (placeholder->aliases[i], name) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * zg_placeholder_find:
 * @name: a canonical name or an alias
 *
 * Width, capitals and traditional characters make no difference.
 *
 * Returns: (transfer none) (nullable): the placeholder, %NULL when nothing is called so
 */
const ZgPlaceholder *
zg_placeholder_find (const char *name)
{
  g_autofree char *folded = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (placeholders); i++)
    {
      if (is_called (&placeholders[i], name))
        return &placeholders[i];
    }

  folded = zg_fold (name);
  for (gsize i = 0; i < G_N_ELEMENTS (placeholders); i++)
    {
      if (is_called (&placeholders[i], folded))
        return &placeholders[i];
    }

  return NULL;
}

/**
 * zg_placeholder_get_label:
 * @placeholder: a placeholder
 *
 * Returns: (transfer none): the translated label
 */
const char *
zg_placeholder_get_label (const ZgPlaceholder *placeholder)
{
  return _(placeholder->label);
}

/**
 * zg_emoticons_of_platform:
 * @platform: (nullable): a word of zg-platform.h
 *
 * Returns: how faces are written where the customer is
 */
ZgEmoticons
zg_emoticons_of_platform (const char *platform)
{
  if (platform == NULL)
    return ZG_EMOTICONS_NONE;
  if (strcmp (platform, "taobao") == 0 || strcmp (platform, "tmall") == 0 || strcmp (platform, "1688") == 0)
    return ZG_EMOTICONS_WANGWANG;
  if (g_str_has_prefix (platform, "wechat") || strcmp (platform, "weixin") == 0)
    return ZG_EMOTICONS_WECHAT;
  return ZG_EMOTICONS_NONE;
}

/**
 * zg_emoticon_find:
 * @name: a face
 * @style: how it is written there
 *
 * Returns: (transfer none) (nullable): the face, "" where faces are not written, %NULL when there is no such face
 */
const char *
zg_emoticon_find (const char *name,
                  ZgEmoticons style)
{
  for (gsize i = 0; i < G_N_ELEMENTS (emoticons); i++)
    {
      for (gsize k = 0; k < G_N_ELEMENTS (emoticons[i].names) && emoticons[i].names[k] != NULL; k++)
        {
          if (strcmp (emoticons[i].names[k], name) != 0)
            continue;
          return style == ZG_EMOTICONS_WANGWANG ? emoticons[i].wangwang
                 : style == ZG_EMOTICONS_WECHAT ? emoticons[i].wechat : "";
        }
    }
  return NULL;
}

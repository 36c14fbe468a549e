/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-foreign-placeholder.h"

#include <string.h>

#include "zg-emoticon.h"
#include "zg-fold.h"
#include "zg-piece.h"

/*
 * Phrase libraries of other programs have 【姓名】, #姓名#, {nick}, %name%, ${name}, [订单号], {{contact.name}} or <买家昵称>
 * in them. There is no standard, so both tables here are what was met, and what is found is only offered: a person says
 * whether it is converted.
 */

/* Longer names are sentences between brackets. In bytes. */
#define MAX_NAME 60

/* A style whose signs mean nothing else in a message: a name in it that nobody knows becomes a question, {?name}. In
 * the others such a name is text: 【温馨提示】, #话题#, <b>. */
#define ANY TRUE
#define KNOWN FALSE

static const struct {
  const char *open;
  const char *close;
  gboolean any;
} styles[] = {
  { "{{", "}}", ANY }, { "${", "}", ANY }, { "#{", "}", ANY }, { "%{", "}", ANY }, { "{", "}", ANY }, { "｛", "｝", ANY },
  { "[[", "]]", KNOWN }, { "[", "]", KNOWN }, { "【", "】", KNOWN }, { "［", "］", KNOWN }, { "〔", "〕", KNOWN },
  { "<", ">", KNOWN }, { "＜", "＞", KNOWN }, { "《", "》", KNOWN }, { "「", "」", KNOWN },
  { "#", "#", KNOWN }, { "＃", "＃", KNOWN }, { "%", "%", KNOWN }, { "$", "$", KNOWN },
};

/* Names beside our own, without capitals, dots, dashes and blanks. */
static const struct {
  ZgPlaceholderId id;
  const char *names[14];
} foreign_names[] = {
  { ZG_PLACEHOLDER_CUSTOMER_NAME,
    { "name", "fullname", "firstname", "username", "nick", "nickname", "customer", "buyer", "buyernick", "contact", "client",
      "user", "wangwang", "会员名" } },
  { ZG_PLACEHOLDER_CUSTOMER_NAME,
    { "昵称", "买家昵称", "客户昵称", "用户名", "用户昵称", "买家姓名", "买家名", "买家会员名", "客户名称", "顾客姓名", "旺旺",
      "旺旺号", "旺旺名", "亲" } },
  { ZG_PLACEHOLDER_CUSTOMER_CALL, { "尊称", "称谓", "salutation" } },
  { ZG_PLACEHOLDER_ORDER_NUMBER, { "order", "orderno", "orderid", "ordernumber", "ordersn", "tid", "订单" } },
  { ZG_PLACEHOLDER_ORDER_DATE, { "orderdate", "ordertime", "orderedat", "createdat", "createtime", "订单日期", "订单时间" } },
  { ZG_PLACEHOLDER_ORDER_ITEMS,
    { "product", "productname", "item", "items", "itemname", "goods", "goodsname", "宝贝名称", "宝贝标题", "商品标题", "产品",
      "产品名称" } },
  { ZG_PLACEHOLDER_ORDER_COLOUR, { "color", "colour", "颜色分类" } },
  { ZG_PLACEHOLDER_ORDER_SIZE, { "size" } },
  { ZG_PLACEHOLDER_ORDER_AMOUNT,
    { "amount", "total", "price", "totalprice", "ordertotal", "orderamount", "payment", "付款金额", "实付金额", "订单金额",
      "应付金额", "实付款" } },
  { ZG_PLACEHOLDER_ORDER_RECIPIENT, { "recipient", "receiver", "receivername", "consignee", "收货人姓名", "收件人姓名" } },
  { ZG_PLACEHOLDER_ORDER_PHONE,
    { "phone", "mobile", "tel", "telephone", "phonenumber", "mobilephone", "receiverphone", "receivermobile", "手机号码",
      "电话号码", "联系方式" } },
  { ZG_PLACEHOLDER_ORDER_ADDRESS, { "address", "shippingaddress", "receiveraddress", "详细地址" } },
  { ZG_PLACEHOLDER_ORDER_COURIER,
    { "courier", "carrier", "express", "expresscompany", "expressname", "shippingcompany", "logistics", "快递名称" } },
  { ZG_PLACEHOLDER_ORDER_TRACKING,
    { "tracking", "trackingnumber", "trackingno", "trackingid", "waybill", "waybillno", "expressno", "logisticsno", "mailno",
      "快递号", "物流编号", "运单编号" } },
  { ZG_PLACEHOLDER_ORDER_SHIP_TIME, { "shiptime", "shippingtime", "shipdate", "预计发货时间", "发货日期" } },
  { ZG_PLACEHOLDER_PRODUCT_LINK, { "link", "url", "producturl", "productlink", "itemurl", "商品链接", "宝贝链接" } },
  { ZG_PLACEHOLDER_SHOP_PROMOTION, { "promotion", "promo", "优惠活动", "活动名称" } },
  { ZG_PLACEHOLDER_SHOP_NAME,
    { "shop", "shopname", "store", "storename", "company", "companyname", "brand", "店铺名", "店铺名称", "商家名称" } },
  { ZG_PLACEHOLDER_CLERK_NAME,
    { "agent", "agentname", "clerk", "staff", "staffname", "seller", "operator", "客服昵称", "客服名称", "客服姓名" } },
  { ZG_PLACEHOLDER_CLERK_NUMBER, { "agentid", "agentno", "staffno", "staffid", "staffnumber", "客服工号", "客服编号" } },
  { ZG_PLACEHOLDER_TODAY, { "date", "now", "currentdate", "日期", "当前日期", "今日日期" } },
};

/* In contact.first_name the first word says no more than that it is a person's. */
static const char * const owners[] = { "customer", "contact", "buyer", "client", "user", "member" };

static void
zg_foreign_placeholder_clear (gpointer data)
{
  g_free (((ZgForeignPlaceholder *) data)->replacement);
}

static const ZgPlaceholder *
find_plain_name (const char *plain)
{
  for (gsize i = 0; i < G_N_ELEMENTS (foreign_names); i++)
    {
      for (gsize k = 0; k < G_N_ELEMENTS (foreign_names[i].names) && foreign_names[i].names[k] != NULL; k++)
        {
          if (strcmp (foreign_names[i].names[k], plain) == 0)
            return zg_placeholder_get (foreign_names[i].id);
        }
    }

  return NULL;
}

/* Without capitals, width, and what parts words. */
static char *
make_plain (const char *name)
{
  char *plain = zg_fold (name);
  char *end = plain;

  for (const char *p = plain; *p != '\0'; p++)
    {
      if (strchr ("._- ", *p) == NULL)
        *end++ = *p;
    }
  *end = '\0';
  return plain;
}

static const ZgPlaceholder *
find_name (const char *name)
{
  const ZgPlaceholder *placeholder = zg_placeholder_find (name);
  g_autofree char *plain = NULL;

  if (placeholder != NULL)
    return placeholder;

  plain = make_plain (name);
  placeholder = find_plain_name (plain);
  for (gsize i = 0; placeholder == NULL && i < G_N_ELEMENTS (owners); i++)
    {
      if (g_str_has_prefix (plain, owners[i]))
        placeholder = find_plain_name (plain + strlen (owners[i]));
    }
  return placeholder;
}

/* Letters, digits and what parts words: nothing that would be a sentence, or code. */
static gboolean
looks_like_name (const char *name)
{
  if (*name == '\0')
    return FALSE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c) && c != '_' && c != '-' && c != '.' && c != ' ')
        return FALSE;
    }
  return TRUE;
}

/* {{ first_name | default: "there" }}: what stands behind the word and its colon, without quotation marks. */
static char *
read_fallback (const char *filter)
{
  const char *colon = strchr (filter, ':');
  g_autofree char *fallback = g_strstrip (g_strdup (colon != NULL ? colon + 1 : filter));
  gsize length = strlen (fallback);

  if (length >= 2 && (*fallback == '"' || *fallback == '\'') && fallback[length - 1] == *fallback)
    return g_strndup (fallback + 1, length - 2);
  return g_steal_pointer (&fallback);
}

/* What to write for what stands between the signs of a style; %NULL when it is text. */
static char *
replace (const char           *inside,
         gboolean              any,
         const ZgPlaceholder **placeholder_out)
{
  g_autofree char *name = g_strdup (inside);
  g_autofree char *fallback = NULL;
  char *bar = strchr (name, '|');

  if (bar != NULL)
    {
      *bar = '\0';
      fallback = read_fallback (bar + 1);
    }
  g_strstrip (name);

  *placeholder_out = find_name (name);
  if (*placeholder_out != NULL)
    return g_strdup_printf (fallback != NULL ? "{%s|%s}" : "{%s}", zg_placeholder_pick_name (*placeholder_out, NULL), fallback);
  if (any && looks_like_name (name))
    return g_strdup_printf ("{?%s}", name);
  return NULL;
}

/* At the head of a line 【活动】 and [商品] are headings; only whom it is for is called there. */
static gboolean
is_heading (const char          *text,
            const char          *at,
            const ZgPlaceholder *placeholder)
{
  return (at == text || at[-1] == '\n') && placeholder->id != ZG_PLACEHOLDER_CUSTOMER_NAME
         && placeholder->id != ZG_PLACEHOLDER_CUSTOMER_CALL && placeholder->id != ZG_PLACEHOLDER_ORDER_RECIPIENT;
}

/* Whether a placeholder in the style @index begins at @at. */
static gboolean
read_style (const char           *text,
            const char           *at,
            gsize                 index,
            ZgForeignPlaceholder *found)
{
  const char *start = at + strlen (styles[index].open);
  g_autofree char *near = NULL;
  g_autofree char *inside = NULL;
  const char *close;

  if (!g_str_has_prefix (at, styles[index].open))
    return FALSE;

  near = g_strndup (start, strnlen (start, MAX_NAME));
  near[strcspn (near, "\r\n\x1e")] = '\0';
  close = strstr (near, styles[index].close);
  if (close == NULL)
    return FALSE;

  inside = g_strndup (near, close - near);
  if (strpbrk (inside, "{}") != NULL)
    return FALSE;
  found->replacement = replace (inside, styles[index].any, &found->placeholder);
  if (found->replacement == NULL)
    return FALSE;
  if (!styles[index].any && is_heading (text, at, found->placeholder))
    {
      g_clear_pointer (&found->replacement, g_free);
      return FALSE;
    }

  found->start = at - text;
  found->end = start - text + (close - near) + strlen (styles[index].close);
  return TRUE;
}

/* Faces are no placeholders elsewhere, but each program writes them in its own way. */
static gboolean
read_emoticon (const char           *text,
               const char           *at,
               ZgForeignPlaceholder *found)
{
  gsize length;
  const char *name = zg_emoticon_read (at, &length);

  if (name == NULL)
    return FALSE;

  found->start = at - text;
  found->end = found->start + length;
  found->replacement = g_strdup_printf ("{表情:%s}", name);
  return TRUE;
}

/* What is written in our way already stays as it is: then there is no replacement. */
static gboolean
read_own (const char           *text,
          const char           *at,
          ZgForeignPlaceholder *found)
{
  g_autofree char *source = NULL;
  g_autoptr(GArray) pieces = NULL;
  const ZgPiece *piece;
  const char *close;

  if (at[0] != '{' || at[1] == '{')
    return FALSE;

  close = at + 1 + strcspn (at + 1, "{}\r\n\x1e");
  if (*close != '}')
    return FALSE;

  source = g_strndup (at, close + 1 - at);
  pieces = zg_template_parse (source);
  piece = &g_array_index (pieces, ZgPiece, 0);
  if (piece->fault != ZG_PIECE_FAULT_NONE)
    return FALSE;

  found->start = at - text;
  found->end = close + 1 - text;
  found->placeholder = piece->placeholder;
  return TRUE;
}

static gboolean
read_any (const char           *text,
          const char           *at,
          ZgForeignPlaceholder *found)
{
  if (read_own (text, at, found) || read_emoticon (text, at, found))
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      if (read_style (text, at, i, found))
        return TRUE;
    }

  return FALSE;
}

/* All of them, also those of our own style. */
static GArray *
find_all (const char *text)
{
  GArray *all = g_array_new (FALSE, TRUE, sizeof (ZgForeignPlaceholder));

  g_array_set_clear_func (all, zg_foreign_placeholder_clear);
  for (const char *p = text; *p != '\0';)
    {
      ZgForeignPlaceholder found = { 0 };

      if (!read_any (text, p, &found))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      p = text + found.end;
      g_array_append_val (all, found);
    }
  return all;
}

/**
 * zg_foreign_placeholders_find:
 * @text: a text from another program, valid UTF-8
 *
 * Finds what another program would have filled in, and the faces of 旺旺 and WeChat. What is written in our way already is
 * not among it.
 *
 * Returns: (transfer full) (element-type ZgForeignPlaceholder): what was found, in order; unref it and they are freed
 */
GArray *
zg_foreign_placeholders_find (const char *text)
{
  GArray *all = find_all (text);

  for (guint i = all->len; i > 0; i--)
    {
      if (g_array_index (all, ZgForeignPlaceholder, i - 1).replacement == NULL)
        g_array_remove_index (all, i - 1);
    }
  return all;
}

/**
 * zg_foreign_placeholders_convert:
 * @text: a text from another program, valid UTF-8
 *
 * Writes a text as a body of ours: with our placeholders for those that zg_foreign_placeholders_find() finds, those that
 * are written in our way as they are, and all else so that it comes out as it is, braces too. A text that has been
 * converted must not be converted again.
 *
 * Returns: (transfer full): a body
 */
char *
zg_foreign_placeholders_convert (const char *text)
{
  g_autoptr(GArray) all = find_all (text);
  g_autoptr(GString) body = g_string_sized_new (strlen (text));
  gsize position = 0;
  guint n_open = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const ZgForeignPlaceholder *found = &g_array_index (all, ZgForeignPlaceholder, i);

      zg_template_append_escaped (body, text + position, found->start - position, &n_open);
      if (found->replacement != NULL)
        g_string_append (body, found->replacement);
      else
        g_string_append_len (body, text + found->start, found->end - found->start);
      position = found->end;
    }
  zg_template_append_escaped (body, text + position, strlen (text + position), &n_open);
  return g_string_free (g_steal_pointer (&body), FALSE);
}

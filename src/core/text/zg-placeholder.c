/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-placeholder.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-fold.h"
#include "zg-pinyin.h"

#define LINE ZG_PLACEHOLDER_LINE
#define LINES ZG_PLACEHOLDER_LINES
#define DAY ZG_PLACEHOLDER_DAY

/*
 * The one table of what a reply can have filled in: filler, editor, help page and importer read it. Names are found in
 * traditional characters, too, where they are the same words; Taiwan's own words stand here. The examples are nobody's:
 * telephone numbers with four zeros in the middle were never given out.
 */
static const ZgPlaceholder placeholders[ZG_N_PLACEHOLDERS] = {
  { ZG_PLACEHOLDER_CUSTOMER_NAME, "customer.name", { "客户", "客戶", "姓名", "客户姓名", "买家", "顾客", "會員" },
    N_("Customer"), N_("The customer's name. Unknown where the platform hides it."),
    NC_("example", "Jane Sample"), LINE, TRUE },
  { ZG_PLACEHOLDER_CUSTOMER_CALL, "customer.call", { "称呼", "稱呼" },
    N_("What to call them"), N_("What you call this customer, else their name."),
    NC_("example", "Jane"), LINE, TRUE },
  { ZG_PLACEHOLDER_ORDER_NUMBER, "order.number", { "订单号", "訂單編號", "订单编号", "单号" },
    N_("Order number"), N_("The number of the order you talk about."),
    NC_("example", "20000000579"), LINE, TRUE },
  { ZG_PLACEHOLDER_ORDER_DATE, "order.date", { "下单日期", "訂購日期", "下单时间", "订购日期" },
    N_("Order date"), N_("The day of the order. Days can be added: {order.date+7}."),
    NC_("example", "September 20"), DAY, TRUE },
  { ZG_PLACEHOLDER_ORDER_ITEMS, "order.items", { "商品", "商品", "宝贝", "商品名称" },
    N_("Goods"), N_("What was ordered, with colour, size and quantity."),
    NC_("example", "Knitted cardigan black L ×1"), LINES, TRUE },
  { ZG_PLACEHOLDER_ORDER_COLOUR, "order.colour", { "颜色", "顏色" },
    N_("Colour"), N_("The colour of what was ordered."),
    NC_("example", "black"), LINE, TRUE },
  { ZG_PLACEHOLDER_ORDER_SIZE, "order.size", { "尺码", "尺寸", "尺碼", "码数" },
    N_("Size"), N_("The size of what was ordered."),
    NC_("example", "L"), LINE, TRUE },
  { ZG_PLACEHOLDER_ORDER_AMOUNT, "order.amount", { "金额", "金額", "价格", "总价" },
    N_("Amount"), N_("The total until it is paid, then what was paid."),
    NC_("example", "219.00"), LINE, TRUE },
  { ZG_PLACEHOLDER_ORDER_RECIPIENT, "order.recipient", { "收货人", "收件人" },
    N_("Recipient"), N_("Who receives the parcel."),
    NC_("example", "Jane Sample"), LINE, TRUE },
  { ZG_PLACEHOLDER_ORDER_PHONE, "order.phone", { "电话", "電話", "手机", "手機", "手机号", "联系电话" },
    N_("Phone"), N_("The recipient's phone number."),
    NC_("example", "13800001234"), LINE, TRUE },
  { ZG_PLACEHOLDER_ORDER_ADDRESS, "order.address", { "地址", "地址", "收货地址", "收件地址" },
    N_("Address"), N_("Where the parcel goes to."),
    NC_("example", "12 Sample Road, Sampletown"), LINE, TRUE },
  { ZG_PLACEHOLDER_ORDER_COURIER, "order.courier", { "快递", "宅配", "物流", "快递公司", "物流公司" },
    N_("Courier"), N_("Who brings the parcel."),
    NC_("example", "Sample Express"), LINE, TRUE },
  { ZG_PLACEHOLDER_ORDER_TRACKING, "order.tracking", { "运单号", "貨運單號", "快递单号", "物流单号", "配送編號", "货运单号" },
    N_("Tracking number"), N_("The parcel's number. Unknown before it is shipped."),
    NC_("example", "SF0000000001234"), LINE, TRUE },
  { ZG_PLACEHOLDER_ORDER_SHIP_TIME, "order.ship-time", { "发货时间", "出貨時間", "出货时间" },
    N_("Shipping time"), N_("When it ships by the shop's cut-off, or when it was shipped."),
    NC_("example", "today if paid before 16:00"), LINE, TRUE },
  { ZG_PLACEHOLDER_ORDER_CUT_OFF, "order.cut-off", { "距截单", "距截單" },
    N_("Time until the cut-off"), N_("How long a payment still ships today. Unknown when the cut-off has passed."),
    NC_("example", "1 h 40 min"), LINE, FALSE },
  { ZG_PLACEHOLDER_PRODUCT_NAME, "product.name", { "产品", "產品", "产品名称" },
    N_("Product"), N_("The product you talk about, or the first one of the order, by its short title."),
    NC_("example", "Knitted cardigan"), LINE, FALSE },
  { ZG_PLACEHOLDER_PRODUCT_PRICE, "product.price", { "产品价格", "產品價格", "单价", "單價", "售价" },
    N_("Price"), N_("What the product costs."),
    NC_("example", "219.00"), LINE, FALSE },
  { ZG_PLACEHOLDER_PRODUCT_POINTS, "product.points", { "卖点", "特色", "賣點" },
    N_("Selling points"), N_("What speaks for the product, one a line."),
    NC_("example", "Soft and light"), LINES, FALSE },
  { ZG_PLACEHOLDER_PRODUCT_RECOMMEND, "product.recommend", { "推荐", "推薦", "推荐商品", "推薦商品" },
    N_("Recommendation"), N_("Two products with the reasons for them; never what is sold out or what the customer has."),
    NC_("example", "Silk scarf: goes well with the cardigan"), LINES, TRUE },
  { ZG_PLACEHOLDER_PRODUCT_SIZE_ADVICE, "product.size-advice", { "推荐尺码", "尺寸建議", "推薦尺碼" },
    N_("Size advice"), N_("Which size the customer takes, by their measures and the product's size chart."),
    NC_("example", "For 165 cm · 52 kg size M fits."), LINE, TRUE },
  { ZG_PLACEHOLDER_PRODUCT_CAUTIONS, "product.cautions", { "注意事项", "注意事項", "使用须知" },
    N_("Cautions"), N_("What the customer has to mind with the product."),
    NC_("example", "Wash it by hand"), LINES, FALSE },
  { ZG_PLACEHOLDER_PRODUCT_LINK, "product.link", { "链接", "連結", "鏈接", "连结" },
    N_("Link"), N_("A link to the product. You are asked for it where it is not known."),
    NC_("example", "https://shop.example/579"), LINE, FALSE },
  { ZG_PLACEHOLDER_SHOP_PROMOTION, "shop.promotion", { "活动", "活動", "优惠" },
    N_("Promotion"), N_("The promotions that run now, in words. You are asked for them where there is none."),
    NC_("example", "two for the price of one until Sunday"), LINES, FALSE },
  { ZG_PLACEHOLDER_SHOP_NAME, "shop.name", { "店铺", "賣場", "店鋪", "店名", "卖场" },
    N_("Shop"), N_("The name of your shop."),
    NC_("example", "Sample Shop"), LINE, FALSE },
  { ZG_PLACEHOLDER_CLERK_NAME, "clerk.name", { "客服", "客服" },
    N_("Clerk"), N_("The name of the clerk on duty."),
    NC_("example", "Alex"), LINE, FALSE },
  { ZG_PLACEHOLDER_CLERK_NUMBER, "clerk.number", { "工号", "員工編號", "工號", "员工编号" },
    N_("Staff number"), N_("The number that customers know the clerk by."),
    NC_("example", "08"), LINE, FALSE },
  { ZG_PLACEHOLDER_TODAY, "today", { "今天", "今天", "今日" },
    N_("Today"), N_("Today's date. Days can be added or taken off: {today+3}, {today-1}."),
    NC_("example", "September 22"), DAY, FALSE },
};

#undef LINE
#undef LINES
#undef DAY

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

static guint
count_aliases (const ZgPlaceholder *placeholder)
{
  guint n = 0;

  while (n < G_N_ELEMENTS (placeholder->aliases) && placeholder->aliases[n] != NULL)
    n++;
  return n;
}

/**
 * zg_placeholder_is_called:
 * @placeholder: a placeholder
 * @name: a name
 *
 * Returns: whether @name stands in the table for it, exactly so: zg_placeholder_find() finds other spellings, too
 */
gboolean
zg_placeholder_is_called (const ZgPlaceholder *placeholder,
                          const char          *name)
{
  if (strcmp (placeholder->name, name) == 0)
    return TRUE;

  for (guint i = 0; i < count_aliases (placeholder); i++)
    {
      if (strcmp (placeholder->aliases[i], name) == 0)
        return TRUE;
    }

  return FALSE;
}

static const ZgPlaceholder *
find_name (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (placeholders); i++)
    {
      if (zg_placeholder_is_called (&placeholders[i], name))
        return &placeholders[i];
    }

  return NULL;
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
  const ZgPlaceholder *placeholder = find_name (name);
  g_autofree char *folded = NULL;

  if (placeholder != NULL)
    return placeholder;

  folded = zg_fold (name);
  return find_name (folded);
}

/* How well one name fits what was typed: 0 all of it, 1 its beginning, 2 a part of it, 3 not at all. */
static guint
judge_name (const char *name,
            const char *typed)
{
  gsize start, end;

  if (!zg_find_typed (name, typed, &start, &end))
    return 3;
  if (start > 0)
    return 2;
  return name[end] == '\0' ? 0 : 1;
}

static guint
judge (const ZgPlaceholder *placeholder,
       const char          *typed)
{
  guint best = MIN (judge_name (placeholder->name, typed), judge_name (zg_placeholder_get_label (placeholder), typed));

  for (guint i = 0; i < count_aliases (placeholder); i++)
    best = MIN (best, judge_name (placeholder->aliases[i], typed));
  return best;
}

/**
 * zg_placeholder_list:
 * @typed: what was typed of a name so far: any name of it, its pinyin or initials ("dd" for 订单号); "" lists all
 *
 * For completion. What is called so exactly comes first, then what begins so, then what has it inside; otherwise they
 * are in the order of the table. The first Han character ever takes a tenth of a second, see zg_text_warm_up().
 *
 * Returns: (transfer container) (element-type ZgPlaceholder): the placeholders that fit
 */
GPtrArray *
zg_placeholder_list (const char *typed)
{
  GPtrArray *found = g_ptr_array_new ();
  guint8 fits[ZG_N_PLACEHOLDERS] = { 0 };

  for (gsize i = 0; *typed != '\0' && i < G_N_ELEMENTS (placeholders); i++)
    fits[i] = (guint8) judge (&placeholders[i], typed);

  for (guint fit = 0; fit < 3; fit++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (placeholders); i++)
        {
          if (fits[i] == fit)
            g_ptr_array_add (found, (gpointer) &placeholders[i]);
        }
    }
  return found;
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
 * zg_placeholder_get_explanation:
 * @placeholder: a placeholder
 *
 * Returns: (transfer none): a translated sentence or two for the help page
 */
const char *
zg_placeholder_get_explanation (const ZgPlaceholder *placeholder)
{
  return _(placeholder->explanation);
}

/**
 * zg_placeholder_get_example:
 * @placeholder: a placeholder
 *
 * Returns: (transfer none): a translated value of somebody who does not exist
 */
const char *
zg_placeholder_get_example (const ZgPlaceholder *placeholder)
{
  return g_dpgettext2 (NULL, "example", placeholder->example);
}

/**
 * zg_placeholder_pick_name:
 * @placeholder: a placeholder
 * @languages: (nullable): locales in the order of preference, as g_get_language_names() gives them; %NULL for the user's
 *
 * Returns: (transfer none): the name to write between the braces where people speak one of these
 */
const char *
zg_placeholder_pick_name (const ZgPlaceholder *placeholder,
                          const char * const  *languages)
{
  if (languages == NULL)
    languages = g_get_language_names_with_category ("LC_MESSAGES");

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      if (g_str_has_prefix (languages[i], "zh_TW") || g_str_has_prefix (languages[i], "zh_HK")
          || g_str_has_prefix (languages[i], "zh_MO") || g_str_has_prefix (languages[i], "zh_Hant"))
        return placeholder->aliases[1];
      if (g_str_has_prefix (languages[i], "zh"))
        return placeholder->aliases[0];
      if (g_str_has_prefix (languages[i], "en"))
        break;
    }

  return placeholder->name;
}

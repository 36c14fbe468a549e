/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-fill-goods.h"

#include "zg-money.h"
#include "zg-product-advice.h"
#include "zg-product-table.h"
#include "zg-promotion.h"

/* What the shop's products and promotions say for each placeholder. A shop without any pays for one look-up. */

/**
 * zg_fill_goods_free:
 * @goods: (transfer full) (nullable): what zg_fill_goods_load() gave
 */
void
zg_fill_goods_free (ZgFillGoods *goods)
{
  if (goods == NULL)
    return;
  zg_product_free (goods->product);
  g_free (goods->promotion);
  g_free (goods->recommendation);
  g_free (goods->size_advice);
  g_free (goods);
}

static gboolean
load_promotions (ZgDatabase     *db,
                 ZgFillGoods    *goods,
                 const ZgOrder  *order,
                 ZgTime          now,
                 GError        **error)
{
  g_autoptr(GArray) ids = zg_product_advice_list_goods (db, order, error);
  g_autoptr(GPtrArray) promotions = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  gint64 unknown = 0;

  if (ids == NULL)
    return FALSE;
  if (goods->product != NULL)
    g_array_append_val (ids, goods->product->id);
  /* Goods that are none of the shop's products have what is for all goods. */
  else if (order != NULL && ids->len == 0)
    g_array_append_val (ids, unknown);
  promotions = zg_product_advice_list_promotions (db, ids, now, error);
  if (promotions == NULL)
    return FALSE;
  for (guint i = 0; i < promotions->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", zg_promotion_get_rule (g_ptr_array_index (promotions, i)));
  goods->promotion = text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
  return TRUE;
}

static gboolean
load_product (ZgDatabase     *db,
              ZgFillGoods    *goods,
              const ZgOrder  *order,
              gint64          product_id,
              GError        **error)
{
  g_autoptr(GError) local_error = NULL;

  if (product_id != 0)
    goods->product = zg_product_table_load (db, product_id, &local_error);
  else if (order != NULL)
    goods->product = zg_product_advice_find_product (db, order, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* What has to be asked for is no advice. */
static char *
advise_size (const ZgProduct  *product,
             const ZgBodySize *body)
{
  ZgSizeAdvice advice = zg_size_chart_advise (product->sizes, body);

  return advice.result != ZG_SIZE_ASK ? zg_size_advice_to_text (&advice, body) : NULL;
}

/**
 * zg_fill_goods_load:
 * @db: a connection
 * @customer_id: whom texts are for, or 0
 * @body: (nullable): their measures
 * @order: (nullable): what they are about
 * @product_id: the product that is talked about, 0 for that of the order
 * @now: what time it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is known
 */
ZgFillGoods *
zg_fill_goods_load (ZgDatabase        *db,
                    gint64             customer_id,
                    const ZgBodySize  *body,
                    const ZgOrder     *order,
                    gint64             product_id,
                    ZgTime             now,
                    GError           **error)
{
  ZgFillGoods *goods = g_new0 (ZgFillGoods, 1);
  g_autoptr(GPtrArray) recommendations = NULL;
  gboolean is_used;

  if (zg_product_table_is_used (db, &is_used, error) && (!is_used || load_product (db, goods, order, product_id, error))
      && load_promotions (db, goods, order, now, error))
    {
      if (!is_used)
        return goods;
      recommendations = zg_product_advice_recommend (db, customer_id, order, goods->product != NULL ? goods->product->id : 0,
                                                     ZG_PRODUCT_ADVICE_COUNT, error);
    }
  if (recommendations == NULL)
    {
      zg_fill_goods_free (goods);
      return NULL;
    }
  goods->recommendation = zg_product_advice_to_text (recommendations);
  if (goods->product != NULL && body != NULL)
    goods->size_advice = advise_size (goods->product, body);
  return goods;
}

static char *
speak_text (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/**
 * zg_fill_goods_speak:
 * @goods: (nullable): what is known
 * @id: a placeholder
 *
 * Returns: (transfer full) (nullable): its value; %NULL where the clerk has to be asked
 */
char *
zg_fill_goods_speak (const ZgFillGoods *goods,
                     ZgPlaceholderId    id)
{
  const ZgProduct *product = goods != NULL ? goods->product : NULL;

  switch (id)
    {
    case ZG_PLACEHOLDER_SHOP_PROMOTION:
      return goods != NULL ? speak_text (goods->promotion) : NULL;
    case ZG_PLACEHOLDER_PRODUCT_RECOMMEND:
      return goods != NULL ? speak_text (goods->recommendation) : NULL;
    case ZG_PLACEHOLDER_PRODUCT_SIZE_ADVICE:
      return goods != NULL ? speak_text (goods->size_advice) : NULL;
    case ZG_PLACEHOLDER_PRODUCT_LINK:
      return product != NULL ? speak_text (product->link) : NULL;
    case ZG_PLACEHOLDER_PRODUCT_NAME:
      return product != NULL ? speak_text (zg_product_get_name (product)) : NULL;
    case ZG_PLACEHOLDER_PRODUCT_PRICE:
      return product != NULL && product->price != 0 ? zg_money_to_text (product->price, product->currency) : NULL;
    case ZG_PLACEHOLDER_PRODUCT_POINTS:
      return product != NULL ? speak_text (product->points) : NULL;
    case ZG_PLACEHOLDER_PRODUCT_CAUTIONS:
      return product != NULL ? speak_text (product->cautions) : NULL;
    default:
      return NULL;
    }
}

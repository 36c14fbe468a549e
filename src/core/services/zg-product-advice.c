/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-product-advice.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-interest-table.h"
#include "zg-product-table.h"
#include "zg-promotion-table.h"

/*
 * What to recommend, and why. First what goes with the goods that are talked about, those of the order, those that the
 * customer asked for and those they bought; then what the customer asked for itself; last what the shop praises. Never what
 * they have, what is sold out, or what nobody gives a reason for.
 */

/* How far back it is looked what somebody bought, and how many praised products are gone through. */
#define MAX_BOUGHT 20
#define MAX_PRAISED 50

typedef struct {
  ZgDatabase *db;
  GHashTable *passed;           /* of gint64 *: what they have, and what was taken or refused already */
  GPtrArray *taken;
  guint n;
} Search;

/**
 * zg_recommendation_free:
 * @recommendation: (transfer full) (nullable): a recommendation
 */
void
zg_recommendation_free (ZgRecommendation *recommendation)
{
  if (recommendation == NULL)
    return;
  zg_product_free (recommendation->product);
  g_free (recommendation->reason);
  g_free (recommendation);
}

static gboolean
pass (Search *search,
      gint64  id)
{
  gint64 *key = g_new (gint64, 1);

  *key = id;
  return g_hash_table_add (search->passed, key);
}

/* (transfer full): why, from the best source: the relation, the product, its first selling point; "" without any. */
static char *
pick_reason (const ZgProduct *product,
             const char      *reason)
{
  if (reason != NULL && *reason != '\0')
    return g_strdup (reason);
  if (product->reason[0] != '\0')
    return g_strdup (product->reason);
  return g_strndup (product->points, strcspn (product->points, "\r\n"));
}

static gboolean
consider (Search      *search,
          gint64       id,
          const char  *reason,
          GError     **error)
{
  g_autoptr(ZgProduct) product = NULL;
  g_autofree char *why = NULL;
  ZgRecommendation *recommendation;

  if (search->taken->len >= search->n || !pass (search, id))
    return TRUE;
  product = zg_product_table_load (search->db, id, error);
  if (product == NULL)
    return FALSE;
  why = pick_reason (product, reason);
  if (product->deleted_at != ZG_TIME_NONE || zg_product_is_sold_out (product) || *why == '\0')
    return TRUE;
  recommendation = g_new0 (ZgRecommendation, 1);
  recommendation->product = g_steal_pointer (&product);
  recommendation->reason = g_steal_pointer (&why);
  g_ptr_array_add (search->taken, recommendation);
  return TRUE;
}

static gboolean
consider_related (Search  *search,
                  GArray  *sources,
                  GError **error)
{
  for (guint i = 0; i < sources->len && search->taken->len < search->n; i++)
    {
      g_autoptr(ZgProduct) product = zg_product_table_load (search->db, g_array_index (sources, gint64, i), error);

      if (product == NULL)
        return FALSE;
      for (guint k = 0; k < product->related->len; k++)
        {
          const ZgRelatedProduct *related = g_ptr_array_index (product->related, k);

          if (!consider (search, related->other_id, related->reason, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
consider_all (Search  *search,
              GArray  *ids,
              GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!consider (search, g_array_index (ids, gint64, i), NULL, error))
      return FALSE;
  return TRUE;
}

/* The products that a customer asked for and did not buy; what was written down has to be one's code or title. */
static gboolean
list_asked (ZgDatabase  *db,
            gint64       customer_id,
            GArray      *ids,
            GError     **error)
{
  g_autoptr(GPtrArray) interests = zg_interest_table_list (db, customer_id, error);

  if (interests == NULL)
    return FALSE;
  for (guint i = 0; i < interests->len; i++)
    {
      const ZgInterest *interest = g_ptr_array_index (interests, i);
      const ZgOrderItem item = { .title = interest->product, .sku = interest->product };
      gint64 id;

      if (interest->state != ZG_INTEREST_OPEN)
        continue;
      if (!zg_product_table_find_for_item (db, &item, &id, error))
        return FALSE;
      if (id != 0)
        g_array_append_val (ids, id);
    }
  return TRUE;
}

/**
 * zg_product_advice_list_goods:
 * @db: a connection
 * @order: (nullable): an order
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the products of its lines, without gifts
 */
GArray *
zg_product_advice_list_goods (ZgDatabase     *db,
                              const ZgOrder  *order,
                              GError        **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; order != NULL && i < order->items->len; i++)
    {
      const ZgOrderItem *item = g_ptr_array_index (order->items, i);
      gint64 id;

      if (!zg_product_table_find_for_item (db, item, &id, error))
        return NULL;
      if (id != 0 && !item->gift)
        g_array_append_val (ids, id);
    }
  return g_steal_pointer (&ids);
}

/* Gathers what the search starts from: @sources what others may go with, @asked what they want, and passes what they have. */
static gboolean
gather (Search         *search,
        gint64          customer_id,
        const ZgOrder  *order,
        gint64          product_id,
        GArray         *sources,
        GArray         *asked,
        GError        **error)
{
  g_autoptr(GArray) goods = zg_product_advice_list_goods (search->db, order, error);
  g_autoptr(GArray) bought = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (goods == NULL || (customer_id != 0 && !list_asked (search->db, customer_id, asked, error))
      || (customer_id != 0 && !zg_product_table_list_bought (search->db, customer_id, MAX_BOUGHT, bought, error)))
    return FALSE;
  if (product_id != 0)
    {
      g_array_append_val (sources, product_id);
      pass (search, product_id);
    }
  g_array_append_vals (sources, goods->data, goods->len);
  g_array_append_vals (sources, asked->data, asked->len);
  g_array_append_vals (sources, bought->data, bought->len);
  for (guint i = 0; i < goods->len; i++)
    pass (search, g_array_index (goods, gint64, i));
  for (guint i = 0; i < bought->len; i++)
    pass (search, g_array_index (bought, gint64, i));
  return TRUE;
}

/**
 * zg_product_advice_recommend:
 * @db: a connection
 * @customer_id: whom it is for, or 0
 * @order: (nullable): the order that is talked about
 * @product_id: the product that is talked about, or 0
 * @n: how many at the most
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgRecommendation): the best first; there may be none
 */
GPtrArray *
zg_product_advice_recommend (ZgDatabase     *db,
                             gint64          customer_id,
                             const ZgOrder  *order,
                             gint64          product_id,
                             guint           n,
                             GError        **error)
{
  g_autoptr(GHashTable) passed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GPtrArray) taken = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_recommendation_free);
  g_autoptr(GArray) sources = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) asked = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) praised = g_array_new (FALSE, FALSE, sizeof (gint64));
  Search search = { db, passed, taken, n };

  if (!gather (&search, customer_id, order, product_id, sources, asked, error)
      || !consider_related (&search, sources, error) || !consider_all (&search, asked, error)
      || !zg_product_table_list_praised (db, MAX_PRAISED, praised, error) || !consider_all (&search, praised, error))
    return NULL;
  return g_steal_pointer (&taken);
}

/**
 * zg_product_advice_to_text:
 * @recommendations: (element-type ZgRecommendation): what to recommend
 *
 * Returns: (transfer full) (nullable): it for a customer, one a line; %NULL for none
 */
char *
zg_product_advice_to_text (GPtrArray *recommendations)
{
  GString *text;

  if (recommendations->len == 0)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < recommendations->len; i++)
    {
      const ZgRecommendation *recommendation = g_ptr_array_index (recommendations, i);

      if (i > 0)
        g_string_append_c (text, '\n');
      /* TRANSLATORS: a recommendation to a customer: the first %s is a product, the second why it suits them */
      g_string_append_printf (text, _("%s: %s"), zg_product_get_name (recommendation->product), recommendation->reason);
    }
  return g_string_free (text, FALSE);
}

/**
 * zg_product_advice_find_product:
 * @db: a connection
 * @order: an order
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the product that is meant by "it" where the order is talked about: that of its first
 *   line which is one of the shop's; %NULL without an error when there is none
 */
ZgProduct *
zg_product_advice_find_product (ZgDatabase     *db,
                                const ZgOrder  *order,
                                GError        **error)
{
  g_autoptr(GArray) goods = zg_product_advice_list_goods (db, order, error);

  for (guint i = 0; goods != NULL && i < goods->len; i++)
    {
      g_autoptr(ZgProduct) product = zg_product_table_load (db, g_array_index (goods, gint64, i), error);

      if (product == NULL || product->deleted_at == ZG_TIME_NONE)
        return g_steal_pointer (&product);
    }
  return NULL;
}

/**
 * zg_product_advice_list_promotions:
 * @db: a connection
 * @goods: (element-type gint64): what is talked about; empty for nothing in particular
 * @now: what time it is
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgPromotion): those that run now and are for any of the goods
 */
GPtrArray *
zg_product_advice_list_promotions (ZgDatabase  *db,
                                   GArray      *goods,
                                   ZgTime       now,
                                   GError     **error)
{
  g_autoptr(GPtrArray) all = zg_promotion_table_list (db, error);
  g_autoptr(GPtrArray) running = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_promotion_free);

  if (all == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++)
    {
      const ZgPromotion *promotion = g_ptr_array_index (all, i);
      gboolean is_for_them = goods->len == 0;

      for (guint k = 0; !is_for_them && k < goods->len; k++)
        is_for_them = zg_promotion_has_product (promotion, g_array_index (goods, gint64, k));
      if (is_for_them && zg_promotion_get_state (promotion, now) == ZG_PROMOTION_RUNNING)
        g_ptr_array_add (running, zg_promotion_copy (promotion));
    }
  return g_steal_pointer (&running);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-product"

#include "config.h"

#include "zg-product.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the shop sells, as values. What may be kept of it is zg-product-check.c. */

/* The keys stand in shop files and exports; zg-return-window.c goes by them. */
static const char * const policies[] = { "seven-days", "made-to-order", "fresh", "opened", "press", "none", NULL };

static const char * const policy_labels[] = {
  N_("Seven days without a reason"),
  N_("Made to order: does not go back"),
  N_("Fresh or perishable: does not go back"),
  N_("Does not go back once it was opened"),
  N_("Newspapers and magazines: do not go back"),
  N_("Does not go back, as the buyer agreed"),
};

/**
 * zg_product_new:
 * @title: what it is called
 *
 * Returns: (transfer full): a product of which no more is known
 */
ZgProduct *
zg_product_new (const char *title)
{
  ZgProduct *product = g_new0 (ZgProduct, 1);

  product->created_at = product->updated_at = product->deleted_at = ZG_TIME_NONE;
  product->title = g_strdup (title);
  product->short_title = g_strdup ("");
  product->code = g_strdup ("");
  product->link = g_strdup ("");
  product->currency = g_strdup ("CNY");
  product->points = g_strdup ("");
  product->reason = g_strdup ("");
  product->cautions = g_strdup ("");
  product->attributes = g_strdup ("");
  product->stock = ZG_PRODUCT_NONE;
  product->return_policy = g_strdup ("");
  product->variants = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_variant_free);
  product->related = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_related_product_free);
  product->sizes = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_size_row_free);
  return product;
}

static gpointer
copy_variant (gconstpointer variant,
              gpointer      data)
{
  const ZgVariant *from = variant;
  ZgVariant *copy = g_memdup2 (from, sizeof *from);

  copy->colour = g_strdup (from->colour);
  copy->size = g_strdup (from->size);
  copy->sku = g_strdup (from->sku);
  return copy;
}

static gpointer
copy_related (gconstpointer related,
              gpointer      data)
{
  const ZgRelatedProduct *from = related;
  ZgRelatedProduct *copy = zg_related_product_new (from->other_id, from->reason);

  copy->title = g_strdup (from->title);
  return copy;
}

static gpointer
copy_size (gconstpointer row,
           gpointer      data)
{
  return zg_size_row_copy (row);
}

/**
 * zg_product_copy:
 * @product: a product
 *
 * Returns: (transfer full): the same
 */
ZgProduct *
zg_product_copy (const ZgProduct *product)
{
  ZgProduct *copy = g_memdup2 (product, sizeof *product);

  copy->uid = g_strdup (product->uid);
  copy->title = g_strdup (product->title);
  copy->short_title = g_strdup (product->short_title);
  copy->code = g_strdup (product->code);
  copy->link = g_strdup (product->link);
  copy->currency = g_strdup (product->currency);
  copy->points = g_strdup (product->points);
  copy->reason = g_strdup (product->reason);
  copy->cautions = g_strdup (product->cautions);
  copy->attributes = g_strdup (product->attributes);
  copy->return_policy = g_strdup (product->return_policy);
  copy->variants = g_ptr_array_copy (product->variants, (GCopyFunc) (gpointer) copy_variant, NULL);
  copy->related = g_ptr_array_copy (product->related, (GCopyFunc) (gpointer) copy_related, NULL);
  copy->sizes = g_ptr_array_copy (product->sizes, (GCopyFunc) (gpointer) copy_size, NULL);
  return copy;
}

/**
 * zg_product_free:
 * @product: (transfer full) (nullable): a product
 */
void
zg_product_free (ZgProduct *product)
{
  if (product == NULL)
    return;
  g_free (product->uid);
  g_free (product->title);
  g_free (product->short_title);
  g_free (product->code);
  g_free (product->link);
  g_free (product->currency);
  g_free (product->points);
  g_free (product->reason);
  g_free (product->cautions);
  g_free (product->attributes);
  g_free (product->return_policy);
  g_ptr_array_unref (product->variants);
  g_ptr_array_unref (product->related);
  g_ptr_array_unref (product->sizes);
  g_free (product);
}

/**
 * zg_variant_new:
 *
 * Returns: (transfer full): a variant of no colour and size, of the product's price, not counted
 */
ZgVariant *
zg_variant_new (void)
{
  ZgVariant *variant = g_new0 (ZgVariant, 1);

  variant->colour = g_strdup ("");
  variant->size = g_strdup ("");
  variant->sku = g_strdup ("");
  variant->price = ZG_PRODUCT_NONE;
  variant->stock = ZG_PRODUCT_NONE;
  return variant;
}

/**
 * zg_variant_free:
 * @variant: (transfer full) (nullable): a variant
 */
void
zg_variant_free (ZgVariant *variant)
{
  if (variant == NULL)
    return;
  g_free (variant->colour);
  g_free (variant->size);
  g_free (variant->sku);
  g_free (variant);
}

/**
 * zg_related_product_new:
 * @other_id: the other product
 * @reason: (nullable): why it goes with this one
 *
 * Returns: (transfer full): the relation
 */
ZgRelatedProduct *
zg_related_product_new (gint64      other_id,
                        const char *reason)
{
  ZgRelatedProduct *related = g_new0 (ZgRelatedProduct, 1);

  related->other_id = other_id;
  related->reason = g_strdup (reason != NULL ? reason : "");
  return related;
}

/**
 * zg_related_product_free:
 * @related: (transfer full) (nullable): a relation
 */
void
zg_related_product_free (ZgRelatedProduct *related)
{
  if (related == NULL)
    return;
  g_free (related->reason);
  g_free (related->title);
  g_free (related);
}

/**
 * zg_product_get_name:
 * @product: a product
 *
 * Returns: what it is called in a conversation: the short title, else the title
 */
const char *
zg_product_get_name (const ZgProduct *product)
{
  return product->short_title[0] != '\0' ? product->short_title : product->title;
}

/* Whether what an order says fits a variant; a variant that does not say it is for all. */
static gboolean
fits (const char *of_variant,
      const char *of_order)
{
  return of_variant[0] == '\0' || g_strcmp0 (of_variant, of_order) == 0;
}

/**
 * zg_product_find_variant:
 * @product: a product
 * @sku: (nullable): the shop's own number of it
 * @colour: (nullable): the colour
 * @size: (nullable): the size
 *
 * Returns: (transfer none) (nullable): the variant with this number, else the one of colour and size
 */
ZgVariant *
zg_product_find_variant (const ZgProduct *product,
                         const char      *sku,
                         const char      *colour,
                         const char      *size)
{
  for (guint i = 0; sku != NULL && *sku != '\0' && i < product->variants->len; i++)
    {
      ZgVariant *variant = g_ptr_array_index (product->variants, i);

      if (strcmp (variant->sku, sku) == 0)
        return variant;
    }
  for (guint i = 0; i < product->variants->len; i++)
    {
      ZgVariant *variant = g_ptr_array_index (product->variants, i);

      if ((variant->colour[0] != '\0' || variant->size[0] != '\0') && fits (variant->colour, colour) && fits (variant->size, size))
        return variant;
    }
  return NULL;
}

/**
 * zg_product_get_stock:
 * @product: a product
 *
 * Returns: how many there are of it in all, or %ZG_PRODUCT_NONE where something of it is not counted
 */
gint64
zg_product_get_stock (const ZgProduct *product)
{
  gint64 sum = 0;

  if (product->stock != ZG_PRODUCT_NONE || product->variants->len == 0)
    return product->stock;
  for (guint i = 0; i < product->variants->len; i++)
    {
      const ZgVariant *variant = g_ptr_array_index (product->variants, i);

      if (variant->stock == ZG_PRODUCT_NONE)
        return ZG_PRODUCT_NONE;
      sum += variant->stock;
    }
  return sum;
}

/**
 * zg_product_get_stock_of:
 * @product: a product
 * @variant: (nullable): a variant of it
 *
 * Returns: how many there are, or %ZG_PRODUCT_NONE when they are not counted, or nobody knows of which variant
 */
gint64
zg_product_get_stock_of (const ZgProduct *product,
                         const ZgVariant *variant)
{
  if (variant != NULL && variant->stock != ZG_PRODUCT_NONE)
    return variant->stock;
  return product->stock;
}

/**
 * zg_product_is_sold_out:
 * @product: a product
 *
 * Returns: whether there is none of it; what is not counted is there
 */
gboolean
zg_product_is_sold_out (const ZgProduct *product)
{
  return zg_product_get_stock (product) == 0;
}

/**
 * zg_return_policy_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): the keys of all policies, in the order for people to choose from
 */
const char * const *
zg_return_policy_list (void)
{
  return policies;
}

/**
 * zg_return_policy_to_label:
 * @policy: (nullable): a key; none is seven days
 *
 * Returns: the policy in the user's language; what is not in the table is its own label
 */
const char *
zg_return_policy_to_label (const char *policy)
{
  for (gsize i = 0; i < G_N_ELEMENTS (policy_labels); i++)
    if (g_strcmp0 (policies[i], policy) == 0)
      return _(policy_labels[i]);
  return policy != NULL && *policy != '\0' ? policy : _(policy_labels[0]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-product"

#include "config.h"

#include "zg-product.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-error.h"

/* What may be kept of a product. */

static gboolean refuse (GError     **error,
                        const char  *format,
                        ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError     **error,
        const char  *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, message);
  return FALSE;
}

/**
 * zg_product_normalise:
 * @product: (inout): a product; blanks around its texts go
 */
void
zg_product_normalise (ZgProduct *product)
{
  char *texts[] = { product->title, product->short_title, product->code, product->link, product->points, product->reason,
                    product->cautions, product->attributes };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_strstrip (texts[i]);
  for (guint i = 0; i < product->variants->len; i++)
    {
      ZgVariant *variant = g_ptr_array_index (product->variants, i);

      g_strstrip (variant->colour);
      g_strstrip (variant->size);
      g_strstrip (variant->sku);
    }
  for (guint i = 0; i < product->related->len; i++)
    g_strstrip (((ZgRelatedProduct *) g_ptr_array_index (product->related, i))->reason);
}

static gboolean
is_line (const char *text)
{
  return g_utf8_validate (text, -1, NULL) && strpbrk (text, "\r\n") == NULL
         && g_utf8_strlen (text, -1) <= ZG_PRODUCT_MAX_TITLE;
}

static gboolean
is_currency (const char *currency)
{
  return strlen (currency) == 3 && strspn (currency, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

static gboolean
validate_texts (const ZgProduct  *product,
                GError          **error)
{
  if (product->title[0] == '\0')
    return refuse (error, _("A product needs a title."));
  if (!is_line (product->title) || !is_line (product->short_title) || !is_line (product->code))
    return refuse (error, _("Title, short title and code of a product are one line of 200 characters at most."));
  if (product->link[0] != '\0'
      && ((!g_str_has_prefix (product->link, "https://") && !g_str_has_prefix (product->link, "http://"))
          || strpbrk (product->link, " \t\r\n") != NULL))
    return refuse (error, _("A link begins with https:// or http:// and has no blanks."));
  if (!is_currency (product->currency))
    return refuse (error, _("A currency is written with three capital letters, as CNY."));
  if (product->return_policy[0] != '\0' && !g_strv_contains (zg_return_policy_list (), product->return_policy))
    {
      g_autofree char *known = g_strjoinv (", ", (char **) zg_return_policy_list ());

      /* TRANSLATORS: the first %s is what was given, the second the words that are known */
      return refuse (error, _("“%s” is no return policy; say one of: %s."), product->return_policy, known);
    }
  return TRUE;
}

static gboolean
validate_variants (const ZgProduct  *product,
                   GError          **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < product->variants->len; i++)
    {
      const ZgVariant *variant = g_ptr_array_index (product->variants, i);
      char *look = g_strdup_printf ("l%s\n%s", variant->colour, variant->size);

      if (variant->colour[0] == '\0' && variant->size[0] == '\0')
        {
          g_free (look);
          return refuse (error, _("A variant needs a colour or a size."));
        }
      if (!g_hash_table_add (seen, look))
        /* TRANSLATORS: a colour and a size of one product */
        return refuse (error, _("The variant “%s %s” stands there twice."), variant->colour, variant->size);
      if (variant->sku[0] != '\0' && !g_hash_table_add (seen, g_strconcat ("s", variant->sku, NULL)))
        return refuse (error, _("Two variants have the SKU “%s”."), variant->sku);
      if (variant->price < ZG_PRODUCT_NONE)
        return refuse (error, _("A price is not below zero."));
      if (variant->stock < ZG_PRODUCT_NONE)
        return refuse (error, _("A stock is not below zero."));
      if (variant->stock != ZG_PRODUCT_NONE && product->stock != ZG_PRODUCT_NONE)
        return refuse (error, _("Count the stock by variant or for the whole product, not both."));
    }
  return TRUE;
}

static gboolean
validate_related (const ZgProduct  *product,
                  GError          **error)
{
  for (guint i = 0; i < product->related->len; i++)
    {
      const ZgRelatedProduct *related = g_ptr_array_index (product->related, i);

      if (related->other_id == product->id)
        return refuse (error, _("A product does not go with itself."));
      for (guint k = 0; k < i; k++)
        if (((const ZgRelatedProduct *) g_ptr_array_index (product->related, k))->other_id == related->other_id)
          return refuse (error, _("A product stands twice among those that go with it."));
    }
  return TRUE;
}

/**
 * zg_product_validate:
 * @product: a product, see zg_product_normalise()
 * @error: return location for %ZG_DOMAIN_ERROR_INVALID with a sentence that says what is wrong
 *
 * Returns: whether it can be kept
 */
gboolean
zg_product_validate (const ZgProduct  *product,
                     GError          **error)
{
  if (!validate_texts (product, error))
    return FALSE;
  if (product->price < 0)
    return refuse (error, _("A price is not below zero."));
  if (product->stock < ZG_PRODUCT_NONE)
    return refuse (error, _("A stock is not below zero."));
  return validate_variants (product, error) && validate_related (product, error)
         && zg_size_chart_validate (product->sizes, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-domain"

#include "config.h"

#include "zg-customer-filter.h"

#include "zg-filter-terms.h"

/**
 * zg_customer_filter_new:
 *
 * Returns: (transfer full): a filter that lets all customers through
 */
ZgCustomerFilter *
zg_customer_filter_new (void)
{
  const ZgFilterRange any = { -1, -1 };
  ZgCustomerFilter *filter = g_new0 (ZgCustomerFilter, 1);

  filter->all_tags = g_ptr_array_new_with_free_func (g_free);
  filter->any_tags = g_ptr_array_new_with_free_func (g_free);
  filter->last_order = filter->orders = filter->spent = any;
  return filter;
}

static GPtrArray *
copy_tags (GPtrArray *tags)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tags->len; i++)
    g_ptr_array_add (copy, g_strdup (tags->pdata[i]));
  return copy;
}

/**
 * zg_customer_filter_copy:
 * @filter: a filter
 *
 * Returns: (transfer full): a filter with the same terms
 */
ZgCustomerFilter *
zg_customer_filter_copy (const ZgCustomerFilter *filter)
{
  ZgCustomerFilter *copy = g_memdup2 (filter, sizeof *filter);

  copy->all_tags = copy_tags (filter->all_tags);
  copy->any_tags = copy_tags (filter->any_tags);
  copy->level = g_strdup (filter->level);
  copy->type = g_strdup (filter->type);
  copy->province = g_strdup (filter->province);
  copy->city = g_strdup (filter->city);
  copy->currency = g_strdup (filter->currency);
  return copy;
}

/**
 * zg_customer_filter_free:
 * @filter: (transfer full) (nullable): a filter
 */
void
zg_customer_filter_free (ZgCustomerFilter *filter)
{
  if (filter == NULL)
    return;

  g_ptr_array_unref (filter->all_tags);
  g_ptr_array_unref (filter->any_tags);
  g_free (filter->level);
  g_free (filter->type);
  g_free (filter->province);
  g_free (filter->city);
  g_free (filter->currency);
  g_free (filter);
}

/**
 * zg_customer_filter_equal:
 * @a: a filter
 * @b: a filter
 *
 * Returns: whether they say the same
 */
gboolean
zg_customer_filter_equal (const ZgCustomerFilter *a,
                          const ZgCustomerFilter *b)
{
  g_autofree char *text_a = zg_customer_filter_to_text (a);
  g_autofree char *text_b = zg_customer_filter_to_text (b);

  return g_str_equal (text_a, text_b);
}

/**
 * zg_customer_filter_is_empty:
 * @filter: a filter
 *
 * Returns: whether it lets all customers through
 */
gboolean
zg_customer_filter_is_empty (const ZgCustomerFilter *filter)
{
  for (const ZgFilterTerm *term = zg_filter_terms; term->key != NULL; term++)
    if (term->kind != ZG_FILTER_TERM_CURRENCY && zg_filter_term_is_set (term, filter))
      return FALSE;
  return TRUE;
}

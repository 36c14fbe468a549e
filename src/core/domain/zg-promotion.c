/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-product"

#include "config.h"

#include "zg-promotion.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-error.h"

static const struct {
  const char *word;
  const char *label;
} states[] = {
  /* TRANSLATORS: of a promotion that has not begun */
  [ZG_PROMOTION_PLANNED] = { "planned", N_("Not begun") },
  /* TRANSLATORS: of a promotion */
  [ZG_PROMOTION_RUNNING] = { "running", N_("Running now") },
  /* TRANSLATORS: of a promotion */
  [ZG_PROMOTION_OVER] = { "over", N_("Over") },
};

/**
 * zg_promotion_new:
 * @title: what the shop calls it
 *
 * Returns: (transfer full): a promotion for all goods, for ever
 */
ZgPromotion *
zg_promotion_new (const char *title)
{
  ZgPromotion *promotion = g_new0 (ZgPromotion, 1);

  promotion->title = g_strdup (title);
  promotion->rule = g_strdup ("");
  promotion->link = g_strdup ("");
  promotion->from_at = promotion->until_at = promotion->deleted_at = ZG_TIME_NONE;
  promotion->product_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return promotion;
}

/**
 * zg_promotion_copy:
 * @promotion: a promotion
 *
 * Returns: (transfer full): the same
 */
ZgPromotion *
zg_promotion_copy (const ZgPromotion *promotion)
{
  ZgPromotion *copy = g_memdup2 (promotion, sizeof *promotion);

  copy->uid = g_strdup (promotion->uid);
  copy->title = g_strdup (promotion->title);
  copy->rule = g_strdup (promotion->rule);
  copy->link = g_strdup (promotion->link);
  copy->product_ids = g_array_copy (promotion->product_ids);
  return copy;
}

/**
 * zg_promotion_free:
 * @promotion: (transfer full) (nullable): a promotion
 */
void
zg_promotion_free (ZgPromotion *promotion)
{
  if (promotion == NULL)
    return;
  g_free (promotion->uid);
  g_free (promotion->title);
  g_free (promotion->rule);
  g_free (promotion->link);
  g_array_unref (promotion->product_ids);
  g_free (promotion);
}

/**
 * zg_promotion_validate:
 * @promotion: (inout): a promotion; blanks around its texts go
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_INVALID and a sentence that says what is wrong
 */
gboolean
zg_promotion_validate (ZgPromotion  *promotion,
                       GError      **error)
{
  const char *message = NULL;

  g_strstrip (promotion->title);
  g_strstrip (promotion->rule);
  g_strstrip (promotion->link);
  if (promotion->title[0] == '\0')
    message = _("A promotion needs a title.");
  else if (promotion->link[0] != '\0'
           && ((!g_str_has_prefix (promotion->link, "https://") && !g_str_has_prefix (promotion->link, "http://"))
               || strpbrk (promotion->link, " \t\r\n") != NULL))
    message = _("A link begins with https:// or http:// and has no blanks.");
  else if (promotion->from_at != ZG_TIME_NONE && promotion->until_at != ZG_TIME_NONE
           && promotion->until_at <= promotion->from_at)
    message = _("A promotion ends after it begins.");
  if (message == NULL)
    return TRUE;
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, message);
  return FALSE;
}

/**
 * zg_promotion_get_state:
 * @promotion: a promotion
 * @now: what time it is
 *
 * Returns: whether it runs
 */
ZgPromotionState
zg_promotion_get_state (const ZgPromotion *promotion,
                        ZgTime             now)
{
  if (promotion->until_at != ZG_TIME_NONE && now >= promotion->until_at)
    return ZG_PROMOTION_OVER;
  return promotion->from_at != ZG_TIME_NONE && now < promotion->from_at ? ZG_PROMOTION_PLANNED : ZG_PROMOTION_RUNNING;
}

/**
 * zg_promotion_state_to_word:
 * @state: a state
 *
 * Returns: the word of the command line
 */
const char *
zg_promotion_state_to_word (ZgPromotionState state)
{
  return states[state].word;
}

/**
 * zg_promotion_state_to_label:
 * @state: a state
 *
 * Returns: it in the user's language
 */
const char *
zg_promotion_state_to_label (ZgPromotionState state)
{
  return _(states[state].label);
}

/**
 * zg_promotion_has_product:
 * @promotion: a promotion
 * @product_id: a product, or 0 for one that is not known
 *
 * Returns: whether it is for that product
 */
gboolean
zg_promotion_has_product (const ZgPromotion *promotion,
                          gint64             product_id)
{
  for (guint i = 0; i < promotion->product_ids->len; i++)
    if (g_array_index (promotion->product_ids, gint64, i) == product_id)
      return TRUE;
  return promotion->product_ids->len == 0;
}

/**
 * zg_promotion_get_rule:
 * @promotion: a promotion
 *
 * Returns: what customers are told: the rule, else the title
 */
const char *
zg_promotion_get_rule (const ZgPromotion *promotion)
{
  return promotion->rule[0] != '\0' ? promotion->rule : promotion->title;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-time.h"

G_BEGIN_DECLS

typedef enum {
  ZG_PROMOTION_PLANNED,
  ZG_PROMOTION_RUNNING,
  ZG_PROMOTION_OVER,
} ZgPromotionState;

/**
 * ZgPromotion:
 * @rule: in words, as customers are told; or ""
 * @from_at: when it begins, or %ZG_TIME_NONE for always
 * @until_at: the first moment at which it is over, or %ZG_TIME_NONE for never
 * @product_ids: (element-type gint64): what it is for; none is all goods
 *
 * An offer of the shop for some time. No text is %NULL.
 */
typedef struct {
  gint64 id;
  char *uid;
  gint64 version;
  char *title;
  char *rule;
  char *link;
  ZgTime from_at;
  ZgTime until_at;
  ZgTime deleted_at;
  GArray *product_ids;
} ZgPromotion;

ZgPromotion *zg_promotion_new (const char *title) G_GNUC_WARN_UNUSED_RESULT;
ZgPromotion *zg_promotion_copy (const ZgPromotion *promotion) G_GNUC_WARN_UNUSED_RESULT;
void zg_promotion_free (ZgPromotion *promotion);
gboolean zg_promotion_validate (ZgPromotion  *promotion,
                                GError      **error);
ZgPromotionState zg_promotion_get_state (const ZgPromotion *promotion,
                                         ZgTime             now);
const char *zg_promotion_state_to_word (ZgPromotionState state);
const char *zg_promotion_state_to_label (ZgPromotionState state);
gboolean zg_promotion_has_product (const ZgPromotion *promotion,
                                   gint64             product_id);
const char *zg_promotion_get_rule (const ZgPromotion *promotion);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgPromotion, zg_promotion_free)

G_END_DECLS

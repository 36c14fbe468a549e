/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-platform"

#include "config.h"

#include "zg-platform.h"

#include <glib/gi18n.h>

static const struct {
  const char *word;
  const char *label;
} platforms[] = {
  { "taobao", N_("Taobao") },
  { "tmall", N_("Tmall") },
  { "1688", N_("1688") },
  { "pinduoduo", N_("Pinduoduo") },
  { "jd", N_("JD") },
  { "douyin", N_("Douyin") },
  { "kuaishou", N_("Kuaishou") },
  { "xiaohongshu", N_("Xiaohongshu") },
  { "wechat", N_("WeChat") },
  { "youzan", N_("Youzan") },
  { "shopee", N_("Shopee") },
  { "line", N_("LINE") },
  { "whatsapp", N_("WhatsApp") },
  { "shopify", N_("Shopify") },
  { "woocommerce", N_("WooCommerce") },
  { "etsy", N_("Etsy") },
  { "ebay", N_("eBay") },
  { "amazon", N_("Amazon") },
  { "tiktok", N_("TikTok Shop") },
  { "other", N_("Other") },
};

static int
find_platform (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (platforms); i++)
    if (g_strcmp0 (platforms[i].word, word) == 0)
      return (int) i;

  return -1;
}

/**
 * zg_platform_to_label:
 * @word: (nullable): a platform's word, `taobao`
 *
 * Returns: its name in the user's language; a word that is not in the table is its own label, nothing is "Other"
 */
const char *
zg_platform_to_label (const char *word)
{
  int index = find_platform (word);

  if (index >= 0)
    return _(platforms[index].label);

  return word != NULL && *word != '\0' ? word : _("Other");
}

/**
 * zg_platform_is_known:
 * @word: (nullable): a word
 *
 * Returns: whether @word is in the table
 */
gboolean
zg_platform_is_known (const char *word)
{
  return find_platform (word) >= 0;
}

/**
 * zg_platform_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): all words, in the order in which people should see them, `other`
 *   last
 */
const char * const *
zg_platform_list (void)
{
  static const char *words[G_N_ELEMENTS (platforms) + 1];
  static gsize filled = 0;

  if (g_once_init_enter (&filled))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (platforms); i++)
        words[i] = platforms[i].word;
      g_once_init_leave (&filled, 1);
    }

  return words;
}

/**
 * zg_platform_get_usual:
 *
 * Returns: the word of the platform that is preset where one is asked for: where most shops that speak the user's
 *   language sell
 */
const char *
zg_platform_get_usual (void)
{
  /* Translators: not shown. One of taobao, tmall, pdd, jd, wechat, shopee, line, etsy, ebay, amazon, …: where most shops
   * that speak your language sell. */
  const char *word = C_("usual platform", "etsy");

  return zg_platform_is_known (word) ? word : platforms[0].word;
}

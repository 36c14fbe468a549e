/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-terms.h"

#include <string.h>

#include "zg-fold.h"
#include "zg-readings.h"
#include "zg-utf8.h"

/*
 * What a text is about, as terms that can be counted and compared: pairs of Chinese characters, single ones, words of
 * letters. What customers say in several ways is said in one before (synonyms); what every question has (您, 的, 请问)
 * weighs next to nothing. Pairs have a term for their sound, too: who types pinyin picks a wrong character sooner than a
 * wrong syllable (时侯 for 时候).
 */

#define WEIGHT_PAIR 1.0f
#define WEIGHT_HALF_PAIR 0.3f           /* one of the two is in every question */
#define WEIGHT_EMPTY_PAIR 0.05f         /* both are */
#define WEIGHT_CHARACTER 0.3f
#define WEIGHT_SOUND 0.4f
#define WEIGHT_WORD 1.0f

/* What tells the kinds of terms apart. */
#define SALT_CHARACTER 0x9e3779b1u
#define SALT_WORD 0x85ebca6bu
#define SALT_SOUND 0xc2b2ae35u

/* Folded: simplified, half width, small letters. The longer ones stand before those that they begin with. */
static const struct {
  const char *said;
  const char *meant;
} synonyms[] = {
  { "在不在", "在吗" }, { "在么", "在吗" }, { "有没有人", "有人吗" }, { "有活的吗", "有人吗" }, { "人在吗", "有人吗" },
  { "有没有", "有" }, { "能不能", "能" }, { "可不可以", "能" }, { "可以", "能" }, { "会不会", "会" }, { "是不是", "是" },
  { "要不要", "要" }, { "好不好", "怎么样" }, { "好吗", "怎么样" }, { "好用", "怎么样" }, { "啥时候", "什么时候" },
  { "几时", "什么时候" }, { "何时", "什么时候" }, { "啥", "什么" }, { "咋", "怎么" }, { "如何", "怎么" }, { "哪一", "哪" },
  { "哪里", "哪" }, { "哪儿", "哪" }, { "寄出", "发货" }, { "寄到", "发到" }, { "出货", "发货" }, { "发出", "发货" },
  { "发走", "发货" }, { "没发", "没发货" }, { "寄送", "送" }, { "宅配", "快递" }, { "包裹", "快递" }, { "物流", "快递" },
  { "运单号", "单号" }, { "物流单号", "单号" }, { "快递单号", "单号" }, { "面单号", "单号" }, { "邮费", "运费" },
  { "快递费", "运费" }, { "免运费", "包邮" }, { "免邮", "包邮" }, { "付钱", "付款" }, { "给钱", "付款" }, { "支付", "付款" },
  { "付不了", "付款失败" }, { "褪色", "掉色" }, { "退色", "掉色" }, { "断货", "缺货" }, { "卖完", "缺货" }, { "没货", "缺货" },
  { "断码", "缺货" }, { "卖光", "缺货" }, { "有货", "现货" }, { "破损", "坏" }, { "损坏", "坏" }, { "碎", "坏" }, { "烂", "坏" },
  { "破", "坏" }, { "裂", "坏" }, { "少发", "漏发" }, { "没发全", "漏发" }, { "少了", "漏发" }, { "少一件", "漏发" },
  { "少给", "漏发" }, { "差我", "漏发" }, { "只收到一", "漏发" }, { "打折", "优惠" }, { "便宜点", "优惠点" }, { "少点", "优惠点" },
  { "抹零", "优惠" }, { "砍价", "优惠点" }, { "讲价", "优惠点" }, { "折扣", "优惠" }, { "优惠劵", "优惠券" }, { "券", "优惠券" },
  { "尺寸", "尺码" }, { "号码数", "尺码" }, { "码数", "尺码" }, { "退钱", "退款" }, { "钱退", "退款" }, { "退换", "退货" },
  { "退掉", "退货" }, { "退回", "退货" }, { "差价", "补差价" }, { "降价", "补差价" }, { "买贵", "补差价" }, { "赔", "赔偿" },
  { "索赔", "赔偿" }, { "修改", "改" }, { "更改", "改" }, { "换成", "换" }, { "更换", "换" }, { "不更新", "不动" },
  { "没更新", "不动" }, { "没动静", "不动" }, { "卡在", "不动" }, { "停在", "不动" }, { "没回", "不回" }, { "不理", "不回" },
  { "缩水", "缩水怎么洗" }, { "机洗", "怎么洗" }, { "水洗", "怎么洗" }, { "洗衣机", "怎么洗" }, { "清洗", "怎么洗" },
  { "好评返现", "好评" }, { "图片", "图" }, { "照片", "图" }, { "实拍", "实物图" }, { "一起寄", "一起发" }, { "合起来", "合并" },
  { "礼品", "礼物" }, { "女友", "女朋友" }, { "男友", "男朋友" }, { "老客户", "老顾客" }, { "老主顾", "老顾客" },
  { "时侯", "时候" }, { "多久", "什么时候" }, { "几号", "什么时候" }, { "几点", "什么时候" },
  { "refunds", "refund" }, { "shipped", "ship" }, { "shipping", "ship" }, { "shipment", "ship" }, { "delivery", "deliver" },
  { "postage", "shipping cost" }, { "cheaper", "discount" }, { "parcel", "package" },
};

/* Characters that stand in questions of every kind. */
static const char empty_characters[] =
  "的了吗呢啊吧呀哦噢嘛么我你您他她它们是在有个这那就都也还要会能可以一不没请问亲想给把和跟与到说什很太好下上里来去"
  "得着过之其很再又只最多大家人谢麻烦对点些件老板店客服帮看";

static const char * const empty_words[] = {
  "a", "an", "and", "are", "be", "been", "can", "could", "did", "do", "does", "for", "from", "has", "have", "hello", "hi",
  "i", "in", "is", "it", "me", "my", "of", "on", "or", "please", "so", "that", "the", "there", "this", "to", "was", "we",
  "what", "will", "with", "would", "you", "your", NULL,
};

static guint8 is_empty[0x10000];
/* By first character: where in the table of synonyms to begin, 0 for nowhere, or else one more. */
static guint8 first_synonym[0x10000];

static void
ensure_tables (void)
{
  static gsize ready;

  if (!g_once_init_enter (&ready))
    return;

  for (const char *p = empty_characters; *p != '\0'; p = g_utf8_next_char (p))
    is_empty[g_utf8_get_char (p)] = 1;
  G_STATIC_ASSERT (G_N_ELEMENTS (synonyms) < G_MAXUINT8);
  for (guint i = G_N_ELEMENTS (synonyms); i > 0; i--)
    first_synonym[g_utf8_get_char (synonyms[i - 1].said)] = i;
  g_once_init_leave (&ready, 1);
}

/* The longest thing that is said at @text, or %NULL. */
static const char *
find_synonym (const char  *text,
              gunichar     c,
              gsize       *length_out)
{
  const char *meant = NULL;

  *length_out = 0;
  for (guint i = c < 0x10000 ? first_synonym[c] : 0; i > 0 && i <= G_N_ELEMENTS (synonyms); i++)
    {
      gsize length = strlen (synonyms[i - 1].said);

      if (length > *length_out && strncmp (text, synonyms[i - 1].said, length) == 0)
        {
          *length_out = length;
          meant = synonyms[i - 1].meant;
        }
    }
  return meant;
}

/* @text folded, with one word for what has several. */
static char *
unify (const char *text)
{
  g_autofree char *folded = zg_fold (text);
  GString *unified = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0';)
    {
      gsize length;
      const char *meant = find_synonym (p, g_utf8_get_char (p), &length);

      if (meant == NULL)
        {
          length = g_utf8_next_char (p) - p;
          g_string_append_len (unified, p, length);
        }
      else
        {
          g_string_append (unified, meant);
        }
      p += length;
    }
  return g_string_free (unified, FALSE);
}

static void
add_term (GArray  *terms,
          guint32  id,
          float    weight)
{
  ZgTerm term = { id, weight };

  g_array_append_val (terms, term);
}

static gboolean
is_empty_character (gunichar c)
{
  return c < 0x10000 && is_empty[c];
}

static void
add_pair (GArray   *terms,
          gunichar  first,
          gunichar  second,
          gboolean  with_sound)
{
  guint n_empty = is_empty_character (first) + is_empty_character (second);
  const char *sound, *other;

  add_term (terms, (first << 16) ^ second, n_empty == 0 ? WEIGHT_PAIR : n_empty == 1 ? WEIGHT_HALF_PAIR
                                                                                      : WEIGHT_EMPTY_PAIR);
  if (!with_sound || n_empty > 0)
    return;
  sound = zg_readings_of_char (first)->pinyin[0];
  other = zg_readings_of_char (second)->pinyin[0];
  if (sound != NULL && other != NULL)
    add_term (terms, (g_str_hash (sound) * 31 + g_str_hash (other)) ^ SALT_SOUND, WEIGHT_SOUND);
}

/* Returns where the word ends. A number says nothing about what somebody asks. */
static const char *
add_word (GArray     *terms,
          const char *word)
{
  g_autofree char *copy = NULL;
  const char *end = word;
  gboolean is_number = TRUE;
  gsize length;

  while (g_unichar_isalnum (g_utf8_get_char (end)) && !zg_char_is_han (g_utf8_get_char (end)))
    {
      is_number &= g_unichar_isdigit (g_utf8_get_char (end));
      end = g_utf8_next_char (end);
    }
  length = end - word;
  copy = g_strndup (word, length);
  if (!is_number && !g_strv_contains (empty_words, copy))
    {
      if (length > 3 && copy[length - 1] == 's')
        copy[length - 1] = '\0';
      add_term (terms, g_str_hash (copy) ^ SALT_WORD, WEIGHT_WORD);
    }
  return end;
}

static int
compare_terms (gconstpointer a,
               gconstpointer b)
{
  const ZgTerm *first = a, *second = b;

  if (first->id != second->id)
    return first->id < second->id ? -1 : 1;
  return (first->weight < second->weight) - (first->weight > second->weight);
}

/**
 * zg_terms_of_text:
 * @text: what somebody wrote, valid UTF-8 or not
 * @with_sound: whether pairs of characters have a term for their sound, too
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type ZgTerm): what @text is about, each term once, by id
 */
GArray *
zg_terms_of_text (const char *text,
                  gboolean    with_sound)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (ZgTerm));
  g_autofree char *unified = NULL;
  gunichar before = 0;
  guint n = 0;

  ensure_tables ();
  unified = unify (text);
  for (const char *p = unified; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);

      if (zg_char_is_han (c))
        {
          if (!is_empty_character (c))
            add_term (terms, c ^ SALT_CHARACTER, WEIGHT_CHARACTER);
          if (before != 0)
            add_pair (terms, before, c, with_sound);
          before = c;
          p = g_utf8_next_char (p);
          continue;
        }
      before = 0;
      p = g_unichar_isalnum (c) ? add_word (terms, p) : g_utf8_next_char (p);
    }

  g_array_sort (terms, compare_terms);
  for (guint i = 0; i < terms->len; i++)
    {
      ZgTerm term = g_array_index (terms, ZgTerm, i);

      if (n == 0 || g_array_index (terms, ZgTerm, n - 1).id != term.id)
        g_array_index (terms, ZgTerm, n++) = term;
    }
  g_array_set_size (terms, n);
  return terms;
}

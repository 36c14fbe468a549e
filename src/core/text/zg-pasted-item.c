/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-pasted-item.h"

#include <string.h>

#include "zg-fold.h"

/*
 * One step after the other, the surest first: price, quantity, size, colour. Each takes what it understood out of the text; what
 * is left, without the words around it, is what the goods are called.
 */

#define NUMBER "([0-9]+(?:\\.[0-9]{1,2})?)"
#define COUNT "([0-9]{1,4}|[一两二俩三仨四五六七八九十]{1,3})"
#define UNIT "(?:件|条|條|个|個|双|雙|套|只|隻|盒|瓶|包|份|箱|袋|本|把|支|块|斤|对|對|顶|頂|枚|副|卷|罐|盆|床|张|張|組|组)"

/* A single character is a colour when 色 stands behind it or nothing around it: 白 is a name, too. */
#define SHADES "(?:深|浅|淺|天|雾|霧|墨|酒|米|奶|大|玫|军|軍|藏|亮|暗|宝|寶|湖|天空|牛油果)"
#define HUES "(?:黑|白|红|紅|蓝|藍|绿|綠|灰|粉|紫|黄|黃|橙|棕|青|金|银|銀)"
#define COLOURS "(?:(?:燕麦|燕麥|咖啡|焦糖|卡其|杏|驼|駝|藕粉?|裸|香槟|奶茶|原|本|混|彩|米|" HUES "+)色|" SHADES "{1,2}" HUES "色?|" \
                "(?:卡其|藕粉|燕麦|焦糖|驼|酒红|米白|藏青)(?:色)?|(?<![\\p{Han}])" HUES "(?![\\p{Han}]))"
#define SIZES "(?:[2-6]?[xX]{0,4}[sSlL](?![a-zA-Z])|[mM](?![a-zA-Z])|均码|均碼|[0-9]{2,3}(?:码|碼|号|號|cm|CM)|" \
              "[0-9]\\.[0-9]\\s*(?:米|m))(?:码|碼|号|號)?(?:床)?"

static GRegex *
compile (gsize      *once,
         const char *pattern)
{
  if (g_once_init_enter (once))
    g_once_init_leave (once, (gsize) g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL));
  return (GRegex *) *once;
}

#define REGEX(pattern) ({ static gsize once; compile (&once, (pattern)); })

/**
 * zg_pasted_items_parse_amount:
 * @text: digits with up to two decimals
 * @minor_out: (out): the same in minor units
 *
 * Returns: whether it is an amount that somebody may mean
 */
gboolean
zg_pasted_items_parse_amount (const char *text,
                              gint64     *minor_out)
{
  const char *dot = strchr (text, '.');
  gsize n_whole = dot != NULL ? (gsize) (dot - text) : strlen (text);
  gint64 minor;

  if (n_whole == 0 || n_whole > 9)
    return FALSE;
  minor = g_ascii_strtoll (text, NULL, 10) * 100;
  if (dot != NULL && g_ascii_isdigit (dot[1]))
    minor += (dot[1] - '0') * 10 + (g_ascii_isdigit (dot[2]) ? dot[2] - '0' : 0);
  *minor_out = minor;
  return TRUE;
}

static gint64
parse_count (const char *text)
{
  static const char digits[] = "零一二三四五六七八九";
  gint64 value = 0;

  if (g_ascii_isdigit (*text))
    return g_ascii_strtoll (text, NULL, 10);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0x5341) /* 十 */
        value = MAX (value, 1) * 10;
      else if (c == 0x4e24 || c == 0x4fe9) /* 两, 俩 */
        value += 2;
      else if (c == 0x4ee8) /* 仨 */
        value += 3;
      else
        for (int i = 0; i < 10; i++)
          if (g_utf8_get_char (g_utf8_offset_to_pointer (digits, i)) == c)
            value += i;
    }
  return value;
}

/* Cuts what @regex finds out of @text, with a blank in its place. (transfer full) (nullable): its group, or all of it. */
static char *
take (GString *text,
      GRegex  *regex,
      int      group)
{
  g_autoptr(GMatchInfo) match = NULL;
  char *found;
  int start, end;

  if (!g_regex_match (regex, text->str, 0, &match))
    return NULL;
  found = g_match_info_fetch (match, group);
  g_match_info_fetch_pos (match, 0, &start, &end);
  g_string_erase (text, start, end - start);
  g_string_insert_c (text, start, ' ');
  return found;
}

static void
take_price (ZgPastedItem *item,
            GString      *text)
{
  g_autofree char *amount = take (text, REGEX (NUMBER "\\s*(?:元|块钱|块)?\\s*(?:/\\s*|一|每)" UNIT), 1);

  if (amount == NULL)
    amount = take (text, REGEX ("(?:单价|單價|每" UNIT "|一" UNIT ")\\s*[¥￥]?\\s*" NUMBER "\\s*(?:元|块钱|块)?"), 1);
  if (amount != NULL)
    item->price_confidence = ZG_PASTE_CERTAIN;
  else if ((amount = take (text, REGEX ("[¥￥]\\s*" NUMBER "(?:\\s*元)?"), 1)) != NULL
           || (amount = take (text, REGEX (NUMBER "\\s*(?:元|块钱|块(?!\\s*[0-9]))"), 1)) != NULL)
    item->price_confidence = ZG_PASTE_LIKELY;
  if (amount != NULL && !zg_pasted_items_parse_amount (amount, &item->price))
    item->price_confidence = ZG_PASTE_MISSING;
}

static void
take_quantity (ZgPastedItem *item,
               GString      *text)
{
  g_autofree char *count = take (text, REGEX ("[xX×*✕✖]\\s*([0-9]{1,4})(?![0-9.])\\s*" UNIT "?"), 1);

  if (count == NULL)
    count = take (text, REGEX (COUNT "\\s*" UNIT "(?!钱)"), 1);
  if (count == NULL)
    return;
  item->quantity = parse_count (count);
  item->quantity_confidence = item->quantity > 0 ? ZG_PASTE_CERTAIN : ZG_PASTE_MISSING;
  if (item->quantity <= 0)
    item->quantity = 1;
}

/* A number alone behind the goods is what they cost. */
static void
take_bare_price (ZgPastedItem *item,
                 GString      *text)
{
  g_autofree char *amount = NULL;

  if (item->price >= 0)
    return;
  amount = take (text, REGEX ("(?<![0-9.a-zA-Z])([0-9]{2,5}(?:\\.[0-9]{1,2})?)\\s*$"), 1);
  if (amount != NULL && zg_pasted_items_parse_amount (amount, &item->price))
    item->price_confidence = ZG_PASTE_GUESS;
}

static char *
strip_words (const char *text)
{
  g_autofree char *without = g_regex_replace (
    REGEX ("(?:^|(?<=\\s))(?:你好|亲|老板|麻烦|帮我|给我|我想|我要|再|还要|要|想要|拍|买|来|订|下单|那款|这款|那个|这个|的|就|和|加|一起)+|"
           "(?:的|吧|哦|呀|啊|呢|谢谢|就行|就好|即可)+(?=\\s|$)|[，,。.；;、!！~～+（）()【】\\[\\]:：\"“”]"), text, -1, 0, " ", 0, NULL);
  g_autofree char *squeezed = g_regex_replace_literal (REGEX ("\\s+"), without, -1, 0, " ", 0, NULL);

  return g_strdup (g_strstrip (squeezed));
}

/* The known title that has all that was written, or that stands in it: the longest of these, the shortest of those. */
static const char *
find_title (const char         *text,
            const char * const *titles)
{
  g_autofree char *folded = zg_fold (text);
  const char *best = NULL;
  gsize best_length = 0;
  gboolean best_is_inside = FALSE;

  if (titles == NULL || g_utf8_strlen (folded, -1) < 2)
    return NULL;
  for (guint i = 0; titles[i] != NULL; i++)
    {
      g_autofree char *title = zg_fold (titles[i]);
      gsize length = strlen (title);
      gboolean inside = length > 0 && strstr (folded, title) != NULL;

      if (inside ? !best_is_inside || length > best_length
                 : !best_is_inside && strstr (title, folded) != NULL && (best == NULL || length < best_length))
        {
          best = titles[i];
          best_length = length;
          best_is_inside = inside;
        }
    }
  return best;
}

static void
item_free (gpointer data)
{
  ZgPastedItem *item = data;

  g_free (item->title);
  g_free (item->colour);
  g_free (item->size);
  g_free (item);
}

/* What says only how many, which colour or size belongs to the goods before it. */
static void
merge (ZgPastedItem *into,
       ZgPastedItem *more)
{
  if (into->colour == NULL)
    into->colour = g_steal_pointer (&more->colour);
  if (into->size == NULL)
    into->size = g_steal_pointer (&more->size);
  if (more->quantity_confidence > into->quantity_confidence)
    {
      into->quantity = more->quantity;
      into->quantity_confidence = more->quantity_confidence;
    }
  if (more->price_confidence > into->price_confidence)
    {
      into->price = more->price;
      into->price_confidence = more->price_confidence;
    }
}

static ZgPastedItem *
read_item (const char         *piece,
           const char * const *titles)
{
  ZgPastedItem *item = g_new0 (ZgPastedItem, 1);
  g_autoptr(GString) text = g_string_new (piece);
  g_autofree char *title = NULL;
  const char *known = find_title (piece, titles);

  item->quantity = 1;
  item->price = -1;
  /* A known title may have numbers, sizes and colours in it. */
  if (known != NULL)
    {
      const char *at = strstr (text->str, known);

      if (at != NULL)
        {
          gsize start = (gsize) (at - text->str);

          g_string_erase (text, (gssize) start, (gssize) strlen (known));
          g_string_insert_c (text, (gssize) start, ' ');
        }
    }
  take_price (item, text);
  take_quantity (item, text);
  item->size = take (text, REGEX ("(?<![a-zA-Z0-9])" SIZES), 0);
  item->colour = take (text, REGEX (COLOURS), 0);
  take_bare_price (item, text);
  title = strip_words (text->str);
  if (known == NULL)
    known = find_title (title, titles);
  item->is_known = known != NULL;
  item->title = known != NULL ? g_strdup (known) : g_steal_pointer (&title);
  item->title_confidence = known != NULL ? ZG_PASTE_CERTAIN : *item->title != '\0' ? ZG_PASTE_GUESS : ZG_PASTE_MISSING;
  for (char **part = (char *[]) { item->size, item->colour, NULL }; *part != NULL; part++)
    g_strstrip (*part);
  return item;
}

static gboolean
says_anything (const ZgPastedItem *item)
{
  return *item->title != '\0' || item->colour != NULL || item->size != NULL || item->price >= 0
         || item->quantity_confidence > ZG_PASTE_MISSING;
}

/**
 * zg_pasted_items_read:
 * @items: (element-type ZgPastedItem): where they go; made with g_ptr_array_new() and freed here
 * @text: a piece of chat that speaks of goods
 * @titles: (nullable) (array zero-terminated=1): what the shop's goods are called
 *
 * Reads the goods of a piece of chat: several with a comma, a plus or 和 between them.
 */
void
zg_pasted_items_read (GPtrArray          *items,
                      const char         *text,
                      const char * const *titles)
{
  g_auto(GStrv) pieces = g_regex_split (REGEX ("[，,、；;\\n+＋。]|(?<=[\\p{Han}\\s])和(?=[\\p{Han}\\s])|(?<=[\\p{Han}\\s])还有"), text, 0);

  g_ptr_array_set_free_func (items, item_free);
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      ZgPastedItem *item = read_item (pieces[i], titles);
      ZgPastedItem *last = items->len > 0 ? g_ptr_array_index (items, items->len - 1) : NULL;

      if (!says_anything (item))
        {
          item_free (item);
        }
      else if (*item->title == '\0' && last != NULL)
        {
          merge (last, item);
          item_free (item);
        }
      else
        {
          g_ptr_array_add (items, item);
        }
    }
}

/**
 * zg_pasted_items_speaks_of_goods:
 * @text: a line of chat
 * @titles: (nullable) (array zero-terminated=1): what the shop's goods are called
 *
 * Returns: whether it says how many, what price, which size or colour, or has one of the shop's goods in it
 */
gboolean
zg_pasted_items_speaks_of_goods (const char         *text,
                                 const char * const *titles)
{
  return g_regex_match (REGEX ("[xX×*✕✖]\\s*[0-9]{1,4}(?![0-9.])|" COUNT "\\s*" UNIT "|[¥￥]\\s*[0-9]|[0-9]\\s*(?:元|块)|(?<![a-zA-Z0-9])"
                               SIZES "(?:\\s|，|,|$)|" COLOURS "|\\p{Han}{2,}\\s+[0-9]{1,5}(?:\\.[0-9]{1,2})?\\s*$"), text, 0, NULL)
         || find_title (text, titles) != NULL;
}

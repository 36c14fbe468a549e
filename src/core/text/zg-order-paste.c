/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-order-paste.h"

#include <string.h>

#include "zg-pasted-item.h"

/*
 * An order from a chat: line by line it is decided what it is about, the sums first, then the goods, and who gets it from what is
 * left, which zg-paste.c reads. A line may have both: 王晓雯 13800002468 … 502 要一件黑色 L 的开衫.
 */

#define NUMBER "([0-9]+(?:\\.[0-9]{1,2})?)"
#define MONEY "\\s*(?:是|为|：|:|了|¥|￥)*\\s*" NUMBER "\\s*(?:元|块钱|块)?(?![0-9]|\\s*(?:件|条|个|双|套|只|盒|瓶|包|份|箱|袋|单))"

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
 * zg_order_paste_free:
 * @paste: (transfer full) (nullable): what was understood
 */
void
zg_order_paste_free (ZgOrderPaste *paste)
{
  if (paste == NULL)
    return;

  g_clear_pointer (&paste->person, zg_paste_free);
  g_clear_pointer (&paste->items, g_ptr_array_unref);
  g_free (paste->note);
  g_free (paste);
}

/**
 * zg_order_paste_is_empty:
 * @paste: what was understood
 *
 * Returns: whether nothing was
 */
gboolean
zg_order_paste_is_empty (const ZgOrderPaste *paste)
{
  return paste->items->len == 0 && zg_paste_is_empty (paste->person) && paste->total < 0;
}

/* Sums *************************************************************************************************************/

/* Cuts an amount behind its word out of @line. */
static gboolean
take_amount (GString *line,
             GRegex  *regex,
             gint64  *amount_out)
{
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *number = NULL;
  int start, end;

  if (!g_regex_match (regex, line->str, 0, &match))
    return FALSE;
  number = g_match_info_fetch (match, 1);
  if (number == NULL || !zg_pasted_items_parse_amount (number, amount_out))
    return FALSE;
  g_match_info_fetch_pos (match, 0, &start, &end);
  g_string_erase (line, start, end - start);
  g_string_insert_c (line, start, ' ');
  return TRUE;
}

static gboolean
take_words (GString *line,
            GRegex  *regex)
{
  g_autofree char *rest = g_regex_replace_literal (regex, line->str, -1, 0, " ", 0, NULL);
  gboolean found = !g_str_equal (rest, line->str);

  g_string_assign (line, rest);
  return found;
}

static void
take_sums (ZgOrderPaste *paste,
           GString      *line)
{
  gint64 amount;

  if (take_amount (line, REGEX ("(?:邮费|运费|快递费|郵費|運費)" MONEY), &amount))
    paste->postage = amount;
  if (take_words (line, REGEX ("包邮|免邮|不用邮费|包郵|免運")))
    paste->postage = 0;
  if (take_amount (line, REGEX ("(?:优惠|立减|便宜|抹零|减免|减|優惠|折讓)" MONEY), &amount))
    paste->discount = amount;
  if (take_amount (line, REGEX ("(?:定金|订金|訂金)(?:已?付|先付|转)?" MONEY), &amount))
    paste->deposit = amount;
  if (take_amount (line, REGEX ("(?:已付款?|已转账?|已支付|付了|转了|付款了|已匯款)" MONEY), &amount))
    {
      paste->total = amount;
      paste->is_paid = TRUE;
    }
  if (take_amount (line, REGEX ("(?:合计|共计|总共|一共|总计|总价|总额|合計|總共|總計|共|总)(?:[^0-9¥￥\\n]{0,8}?[0-9]{1,3}\\s*"
                                "(?:件|条|个|双|套|只|盒|瓶|包|份|箱|袋)[^0-9\\n]{0,3})?" MONEY), &amount))
    paste->total = amount;
  /* What is left to pay after all that was taken off. */
  if (take_amount (line, REGEX ("(?:实付|应付|實付|應付)" MONEY), &amount))
    paste->total = amount;
  if (take_words (line, REGEX ("(?<![未没])(?:已付款|已付|已转账|已支付|付过了|转过去了|已匯款)")))
    paste->is_paid = TRUE;
}

/* Lines ************************************************************************************************************/

/* What a chat program writes over a message when it is copied: who and when. */
static gboolean
is_message_head (const char *line)
{
  return g_regex_match (REGEX ("^\\s*[^\\n]{0,24}?\\s*(?:[0-9]{4}[-/年.][0-9]{1,2}[-/月.][0-9]{1,2}日?\\s*)?(?:上午|下午|晚上|凌晨|AM|PM)?\\s*"
                               "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\\s*[:：]?\\s*$"), line, 0, NULL);
}

static gboolean
speaks_of_person (const char *line)
{
  return g_regex_match (REGEX ("(?<![0-9])(?:\\+?86[-\\s]?)?1[3-9][0-9][-\\s]?[0-9]{4}[-\\s]?[0-9]{4}(?![0-9])|(?<![0-9])09[0-9]{2}-?[0-9]{3}-?[0-9]{3}(?![0-9])|"
                               "收件|收货|收貨|联系人|聯絡人|姓名|电话|電話|手机|手機|地址|"
                               "[省市县區区镇鄉乡][^\\s]{1,}|[路街道巷弄]\\s*[0-9]+|[0-9]+\\s*(?:号楼|號|号|栋|棟|幢|单元|單元|室|楼|樓)"), line, 0, NULL);
}

/* Where the goods begin in a line that has both: before the wish, behind whom it is for. */
static const char *
find_wish (const char *line)
{
  g_autoptr(GMatchInfo) match = NULL;
  int start;

  if (!g_regex_match (REGEX ("(?:[，,。；;\\s]|^|(?<=[0-9室楼号]))(?:我?要|想要|拍|买|来|订|下单)\\s*(?=[0-9一两二三四五六七八九十]|.{0,12}(?:件|条|个|双|套|色|码|[SMLX]))"),
                      line, 0, &match))
    return NULL;
  g_match_info_fetch_pos (match, 0, &start, NULL);
  return line + start;
}

static void
append_line (GString    *text,
             const char *line)
{
  if (line[strspn (line, " \t，,。;；")] == '\0')
    return;
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

/* A short line with nothing else in it is a name while nobody is named; otherwise it is told to the packer. */
static gboolean
may_be_name (const char *line)
{
  return g_regex_match (REGEX ("^\\s*[\\p{Han}·]{2,4}\\s*$|^\\s*[A-Za-z][A-Za-z .'-]{1,30}$"), line, 0, NULL);
}

static const char *
skip_note_label (const char *line)
{
  g_autoptr(GMatchInfo) match = NULL;
  int end;

  if (!g_regex_match (REGEX ("^\\s*(?:备注|留言|買家備註|備註|附言|注意)\\s*[:：]?\\s*"), line, 0, &match))
    return NULL;
  g_match_info_fetch_pos (match, 0, NULL, &end);
  return line + end;
}

typedef struct {
  GString *person;
  GString *goods;
  GString *names;               /* lines that may be a name, or goods without any sign of it */
  GString *note;
} Parts;

static void
sort_line (Parts              *parts,
           const char         *line,
           const char * const *titles)
{
  const char *note = skip_note_label (line);
  const char *wish;

  if (note != NULL)
    {
      append_line (parts->note, note);
    }
  else if (speaks_of_person (line))
    {
      wish = find_wish (line);
      if (wish != NULL)
        {
          g_autofree char *before = g_strndup (line, (gsize) (wish - line));

          append_line (parts->person, before);
          append_line (parts->goods, wish);
        }
      else
        append_line (parts->person, line);
    }
  else if (zg_pasted_items_speaks_of_goods (line, titles))
    append_line (parts->goods, line);
  else if (may_be_name (line))
    append_line (parts->names, line);
  else
    append_line (parts->note, line);
}

/*
 * A name belongs to the person while nobody is named there; others are goods when there are none and the rest is an order, else
 * notes.
 */
static void
sort_names (Parts    *parts,
            gboolean  has_sums)
{
  g_auto(GStrv) lines = g_strsplit (parts->names->str, "\n", -1);
  g_autoptr(ZgPaste) person = zg_paste_parse (parts->person->str);
  gboolean has_name = person->fields[ZG_PASTE_NAME] != NULL || parts->person->len == 0;

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      if (!has_name)
        {
          g_string_prepend (parts->person, "\n");
          g_string_prepend (parts->person, lines[i]);
          has_name = TRUE;
        }
      else
        append_line (parts->goods->len == 0 && (has_sums || parts->person->len > 0) ? parts->goods : parts->note, lines[i]);
    }
}

/* Putting together *************************************************************************************************/

/* What the items come to, -1 where a price is not known. */
static gint64
sum_items (const ZgOrderPaste *paste)
{
  gint64 sum = 0;

  for (guint i = 0; i < paste->items->len; i++)
    {
      const ZgPastedItem *item = g_ptr_array_index (paste->items, i);

      if (item->price < 0 || item->quantity > 1000000)
        return -1;
      sum += item->price * item->quantity;
    }
  return paste->items->len > 0 ? sum : -1;
}

/* The price of the only goods follows from the total; and "2 pieces 336" is what both cost when the total says so. */
static void
fit_prices (ZgOrderPaste *paste)
{
  gint64 goods = paste->total - MAX (paste->postage, 0) + paste->discount;
  ZgPastedItem *item = paste->items->len == 1 ? g_ptr_array_index (paste->items, 0) : NULL;

  if (item == NULL || paste->total < 0 || goods < 0 || goods % item->quantity != 0)
    return;
  if (item->price < 0 || (item->price == goods && item->price_confidence < ZG_PASTE_CERTAIN))
    {
      item->price = goods / item->quantity;
      item->price_confidence = ZG_PASTE_LIKELY;
    }
}

static void
check_sum (ZgOrderPaste *paste)
{
  gint64 sum = sum_items (paste);

  paste->sum_fits = sum < 0 || paste->total < 0 || sum + MAX (paste->postage, 0) - paste->discount == paste->total;
}

/**
 * zg_order_paste_parse:
 * @text: what a customer wrote, one message or several
 * @titles: (nullable) (array zero-terminated=1): what the shop's goods are called
 *
 * Guesses an order from a chat: goods with colour, size, quantity and price, who gets them, what is to be paid. Nothing is lost:
 * what belongs nowhere is a note.
 *
 * Returns: (transfer full): what was understood
 */
ZgOrderPaste *
zg_order_paste_parse (const char         *text,
                      const char * const *titles)
{
  ZgOrderPaste *paste = g_new0 (ZgOrderPaste, 1);
  g_autofree char *cut = zg_paste_cut (text);
  g_auto(GStrv) lines = g_regex_split (REGEX ("\\r?\\n|[；;]"), cut, 0);
  g_autoptr(GString) person = g_string_new (NULL);
  g_autoptr(GString) goods = g_string_new (NULL);
  g_autoptr(GString) names = g_string_new (NULL);
  g_autoptr(GString) note = g_string_new (NULL);
  Parts parts = { person, goods, names, note };

  paste->total = paste->postage = -1;
  paste->items = g_ptr_array_new ();
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr(GString) line = g_string_new (lines[i]);

      if (is_message_head (line->str))
        continue;
      take_sums (paste, line);
      if (line->str[strspn (line->str, " \t，,。")] != '\0')
        sort_line (&parts, line->str, titles);
    }
  sort_names (&parts, paste->total >= 0);
  zg_pasted_items_read (paste->items, goods->str, titles);
  paste->person = zg_paste_parse (person->str);
  if (paste->person->fields[ZG_PASTE_NOTE] != NULL)
    append_line (note, paste->person->fields[ZG_PASTE_NOTE]);
  paste->note = note->len > 0 ? g_strdup (note->str) : NULL;
  fit_prices (paste);
  check_sum (paste);
  return paste;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-paste-text.h"

#include <string.h>

#include "zg-fold.h"

/* What is for the courier: in brackets, or where somebody asks for something. */

/* No note is longer, so that a bracket which is never closed is no note. */
#define MAX_NOTE 60

static const char * const couriers[] = {
  "顺丰", "圆通", "中通", "申通", "韵达", "邮政", "ems", "京东", "极兔", "德邦", "百世", "天天", "丹鸟", "菜鸟", "快递", NULL,
};
static const char * const sends[] = {
  "请发", "勿发", "不要发", "只发", "别发", "不发", "改发", "发", "要发", "不要用", "用", "走", NULL,
};
static const char * const wishes[] = {
  "请放", "放在", "放门口", "放到", "放丰巢", "放物业", "放前台", "放驿站", "放快递柜", "不要放", "别放", "勿放", "到了打",
  "到货打", "送货前", "派送前", "送前", "周末送", "下午送", "上午送", "工作日送", "不要敲门", "勿敲门", "轻拿轻放", "请电话", "送货上门",
  "请送", "务必", NULL,
};

static gunichar
get_closing (gunichar c)
{
  switch (c)
    {
    case '(':
      return ')';
    case '[':
      return ']';
    case '{':
      return '}';
    case 0x3010:
      return 0x3011;
    case 0x3014:
      return 0x3015;
    default:
      return 0;
    }
}

/* Where the bracket that opens at @at closes, 0 when it does not. */
static guint
find_closing (const ZgPasteText *text,
              guint              at)
{
  gunichar closing = get_closing (text->folded[at]);

  if (closing == 0)
    return 0;
  for (guint i = at + 1; i < MIN (text->n, at + 2 + MAX_NOTE); i++)
    {
      if (text->folded[i] == closing)
        return i;
      if (get_closing (text->folded[i]) != 0)
        return 0;
    }
  return 0;
}

static guint
count_digits (const ZgPasteText *text,
              guint              start,
              guint              end)
{
  guint n = 0;

  for (guint i = start; i < end; i++)
    {
      if (!g_unichar_isdigit (text->folded[i]))
        return 0;
      n++;
    }
  return n;
}

/* [3012] behind a name is what the platform calls the buyer by: the phone's extension, or its last digits. */
static gboolean
is_platform_number (const ZgPasteText *text,
                    const ZgPaste     *paste,
                    guint              start,
                    guint              end)
{
  g_autofree char *digits = NULL;

  if (count_digits (text, start, end) != 4)
    return FALSE;
  digits = zg_paste_text_dup (text, start, end);
  for (guint i = 0; i < paste->phones->len; i++)
    if (g_str_has_suffix (g_ptr_array_index (paste->phones, i), digits))
      return TRUE;
  return FALSE;
}

/**
 * zg_paste_find_brackets:
 * @text: a pasted text, in which labels are known
 * @paste: has the phone numbers
 *
 * The third step: what stands in brackets is a note, but for numbers.
 */
void
zg_paste_find_brackets (ZgPasteText *text,
                        ZgPaste     *paste)
{
  for (guint at = 0; at < text->n; at++)
    {
      guint end = text->roles[at] == ZG_PASTE_ROLE_BREAK ? find_closing (text, at) : 0;
      gboolean has_text = FALSE, is_free = TRUE;

      for (guint i = at + 1; i < end; i++)
        {
          has_text |= g_unichar_isalpha (text->folded[i]);
          is_free &= text->roles[i] == ZG_PASTE_ROLE_FREE || text->roles[i] == ZG_PASTE_ROLE_BREAK;
        }
      if (end > 0 && is_free && is_platform_number (text, paste, at + 1, end))
        zg_paste_text_mark (text, at, end + 1, ZG_PASTE_ROLE_LABEL);
      else if (end > 0 && is_free && has_text)
        zg_paste_text_mark (text, at + 1, end, ZG_PASTE_ROLE_NOTE);
      at = MAX (at, end);
    }
}

static gboolean
starts_with_one_of (const ZgPasteText  *text,
                    guint               at,
                    const char * const *words,
                    guint              *end_out)
{
  for (int i = 0; words[i] != NULL; i++)
    if (zg_paste_text_has_word (text, at, words[i], end_out))
      return TRUE;
  return FALSE;
}

/* Whether somebody asks the courier or the shop for something at @at: 只发中通, 放门口. */
static gboolean
is_wish (const ZgPasteText *text,
         guint              at)
{
  guint end;

  if (zg_paste_text_has_word (text, at, "麻烦", &end))
    at = end;
  if (starts_with_one_of (text, at, wishes, &end))
    return TRUE;
  return starts_with_one_of (text, at, sends, &end) && starts_with_one_of (text, end, couriers, NULL);
}

/**
 * zg_paste_find_notes:
 * @text: a pasted text, in which the region is known
 *
 * Takes wishes that stand in no bracket and behind no label.
 */
void
zg_paste_find_notes (ZgPasteText *text)
{
  for (guint at = 0; at < text->n;)
    {
      guint end = at + 1;

      if (zg_paste_text_is_free (text, at) && zg_paste_text_starts (text, at) && is_wish (text, at))
        {
          for (end = at; !zg_paste_text_is_strong_break (text, end); end++)
            ;
          /* 只发中通，谢谢 is one sentence. */
          if (zg_paste_text_has_word (text, end + 1, "谢谢", NULL) && end < text->n && text->folded[end] == ',')
            for (end++; !zg_paste_text_is_strong_break (text, end); end++)
              ;
          zg_paste_text_mark (text, at, end, ZG_PASTE_ROLE_NOTE);
        }
      at = end;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-paste-text.h"

#include <string.h>

#include "zg-fold.h"

/* A pasted text in characters, and what all steps that read it ask. */

/* What belongs to a street or a house. */
static const char * const street_words[] = {
  "路", "街", "巷", "弄", "号", "村", "大道", "镇", "乡", "栋", "幢", "单元", "室", "楼", "小区", "花园", "大厦", "广场",
  "公寓", "苑", "胡同", "座", "组", "屯", "新城", "学校", "大学", "公司", "工业园", "开发区", "客栈", "道", "里", "段",
  "管理区", "嘎查", "苏木", "团", "连", "队", "店", "院", "庄", NULL,
};

/* What people say around an address, and never in one. */
static const char * const talk_words[] = {
  "吗", "呢", "吧", "谢谢", "麻烦", "你好", "您好", "亲", "老板", "客服", "我", "你", "您", "请", "帮", "改成", "改一下",
  "改个", "换个", "地址", "发货", "快递", "寄", "拍", "订单", "收到", "可以", "不是", "正确", "一下", "尽快", "在吗", "好的",
  "如下", "买家", "信息", "就行", "一件", "两件", "下单", "是", "了", "哦", "啊", "嘛", "多少", "什么", "怎么", "或者", "或", NULL,
};

static gboolean
is_hidden_char (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || c == 0xFFFD || c == 0xFE0F;
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c);
}

static gboolean
is_ascii_word (gunichar c)
{
  return c < 0x80 && g_ascii_isalnum ((char) c);
}

/* Whether a sign parts what is on its two sides. Some do so only where they do not join letters or digits. */
static gboolean
is_break (const ZgPasteText *text,
          guint              i)
{
  gunichar c = text->folded[i];
  gunichar before = i > 0 ? text->folded[i - 1] : ' ';
  gunichar after = i + 1 < text->n ? text->folded[i + 1] : ' ';

  if (c == ' ' || c == '\n' || is_hidden_char (c))
    return TRUE;
  if (c == '-' || c == '_' || c == '.' || c == '~' || c == '#')
    return !((is_ascii_word (before) && is_word_char (after)) || (is_word_char (before) && is_ascii_word (after)));
  if (c == '/')
    return !(g_unichar_isdigit (before) && g_unichar_isdigit (after));
  /* ① numbers a list; a house may have such a number, too. */
  if (c >= 0x2460 && c <= 0x2473)
    return g_utf8_strchr ("号栋楼幢座单区期组室", -1, after) == NULL;
  return g_utf8_strchr (",;。、|:=\"'“”‘’()[]{}<>《》「」『』【】〔〕!?…→•@^`+☎📞", -1, c) != NULL;
}

/**
 * zg_paste_text_new:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text in characters, in which only breaks are known
 */
ZgPasteText *
zg_paste_text_new (const char *text)
{
  ZgPasteText *paste = g_new0 (ZgPasteText, 1);
  guint i = 0;

  paste->text = text;
  paste->n = g_utf8_strlen (text, -1);
  paste->chars = g_new (gunichar, paste->n + 1);
  paste->folded = g_new (gunichar, paste->n + 1);
  paste->offsets = g_new (gsize, paste->n + 1);
  paste->roles = g_new0 (guint8, paste->n + 1);
  paste->fields = g_malloc (paste->n + 1);
  memset (paste->fields, ZG_N_PASTE_FIELDS, paste->n + 1);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), i++)
    {
      gunichar c = g_utf8_get_char (at);

      paste->chars[i] = c;
      paste->folded[i] = c == '\n' || c == '\r' || c == 0x2028 ? '\n' : zg_fold_char (c);
      paste->offsets[i] = (gsize) (at - text);
    }
  paste->offsets[i] = strlen (text);
  paste->chars[i] = paste->folded[i] = 0;

  for (i = 0; i < paste->n; i++)
    if (is_break (paste, i))
      paste->roles[i] = ZG_PASTE_ROLE_BREAK;
  return paste;
}

/**
 * zg_paste_text_free:
 * @text: (transfer full) (nullable): a pasted text
 */
void
zg_paste_text_free (ZgPasteText *text)
{
  if (text == NULL)
    return;

  g_free (text->chars);
  g_free (text->folded);
  g_free (text->offsets);
  g_free (text->roles);
  g_free (text->fields);
  g_free (text);
}

/**
 * zg_paste_text_mark:
 * @text: a pasted text
 * @start: the first character
 * @end: the one behind the last
 * @role: what they are
 */
void
zg_paste_text_mark (ZgPasteText *text,
                    guint        start,
                    guint        end,
                    ZgPasteRole  role)
{
  if (end > start)
    memset (text->roles + start, role, end - start);
}

/**
 * zg_paste_text_is_free:
 * @text: a pasted text
 * @at: a character, or behind the last
 *
 * Returns: whether nobody has said yet what the character at @at is
 */
gboolean
zg_paste_text_is_free (const ZgPasteText *text,
                       guint              at)
{
  return at < text->n && text->roles[at] == ZG_PASTE_ROLE_FREE;
}

/**
 * zg_paste_text_starts:
 * @text: a pasted text
 * @at: a character
 *
 * Returns: whether something begins there: it is the first, or something else is before it
 */
gboolean
zg_paste_text_starts (const ZgPasteText *text,
                      guint              at)
{
  return at == 0 || text->roles[at - 1] != ZG_PASTE_ROLE_FREE;
}

/**
 * zg_paste_text_has_word:
 * @text: a pasted text
 * @at: where to look
 * @word: folded
 * @end_out: (out) (optional): where the word ends
 *
 * Returns: whether @word stands there. Blanks between its characters do not matter
 */
gboolean
zg_paste_text_has_word (const ZgPasteText *text,
                        guint              at,
                        const char        *word,
                        guint             *end_out)
{
  for (const char *next = word; *next != '\0'; next = g_utf8_next_char (next), at++)
    {
      for (guint n = 0; n < 2 && next != word && at < text->n && text->folded[at] == ' '; n++)
        at++;
      if (at >= text->n || text->folded[at] != g_utf8_get_char (next))
        return FALSE;
    }

  if (end_out != NULL)
    *end_out = at;
  return TRUE;
}

/**
 * zg_paste_text_contains:
 * @text: a pasted text
 * @start: the first character
 * @end: the one behind the last
 * @words: (array zero-terminated=1): folded words
 *
 * Returns: whether one of @words stands between @start and @end
 */
gboolean
zg_paste_text_contains (const ZgPasteText  *text,
                        guint               start,
                        guint               end,
                        const char * const *words)
{
  for (guint i = start; i < end; i++)
    for (int k = 0; words[k] != NULL; k++)
      {
        guint last;

        if (zg_paste_text_has_word (text, i, words[k], &last) && last <= end)
          return TRUE;
      }
  return FALSE;
}

/**
 * zg_paste_text_skip_breaks:
 * @text: a pasted text
 * @at: a character
 *
 * Returns: the next one at or behind @at that is neither break nor label. Looks no further than some characters
 */
guint
zg_paste_text_skip_breaks (const ZgPasteText *text,
                           guint              at)
{
  guint limit = MIN (text->n, at + 24);

  while (at < limit && (text->roles[at] == ZG_PASTE_ROLE_BREAK || text->roles[at] == ZG_PASTE_ROLE_LABEL))
    at++;
  return at;
}

/**
 * zg_paste_text_is_strong_break:
 * @text: a pasted text
 * @at: a character
 *
 * Returns: whether a sentence or part ends there: at anything that has a role and is more than a blank
 */
gboolean
zg_paste_text_is_strong_break (const ZgPasteText *text,
                               guint              at)
{
  return at >= text->n ||
         (text->roles[at] != ZG_PASTE_ROLE_FREE &&
          !(text->roles[at] == ZG_PASTE_ROLE_BREAK && (text->folded[at] == ' ' || is_hidden_char (text->folded[at]))
            && text->folded[at] != '\n'));
}

/**
 * zg_paste_text_has_street:
 * @text: a pasted text
 * @start: the first character
 * @end: the one behind the last
 *
 * Returns: whether something between them belongs to a street or a house
 */
gboolean
zg_paste_text_has_street (const ZgPasteText *text,
                          guint              start,
                          guint              end)
{
  return zg_paste_text_contains (text, start, end, street_words);
}

/**
 * zg_paste_text_has_talk:
 * @text: a pasted text
 * @start: the first character
 * @end: the one behind the last
 *
 * Returns: whether somebody speaks between them
 */
gboolean
zg_paste_text_has_talk (const ZgPasteText *text,
                        guint              start,
                        guint              end)
{
  return zg_paste_text_contains (text, start, end, talk_words);
}

/**
 * zg_paste_text_dup:
 * @text: a pasted text
 * @start: the first character
 * @end: the one behind the last
 *
 * Returns: (transfer full): what stands between them, as it was written
 */
char *
zg_paste_text_dup (const ZgPasteText *text,
                   guint              start,
                   guint              end)
{
  return g_strndup (text->text + text->offsets[start], text->offsets[end] - text->offsets[start]);
}

/**
 * zg_paste_text_is_traditional:
 * @text: a pasted text
 *
 * Returns: whether the names of its divisions are written in traditional characters
 */
gboolean
zg_paste_text_is_traditional (const ZgPasteText *text)
{
  for (guint i = 0; i < text->n; i++)
    if (text->roles[i] == ZG_PASTE_ROLE_REGION && text->chars[i] != text->folded[i])
      return TRUE;
  return FALSE;
}

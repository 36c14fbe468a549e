/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-paste-text.h"

#include <string.h>

/* Words that say what follows them: 收货人：, 【手机】, 3.地址, 我叫. */

/**
 * Label:
 * @word: folded
 * @field: what follows it
 * @is_weak: whether it needs a colon, because it may as well be a part of something else
 */
typedef struct {
  const char *word;
  ZgPasteField field;
  gboolean is_weak;
} Label;

/* The longer before the shorter. */
static const Label labels[] = {
  { "收货人姓名", ZG_PASTE_NAME, FALSE }, { "收件人姓名", ZG_PASTE_NAME, FALSE }, { "收件人名称", ZG_PASTE_NAME, FALSE },
  { "收货人名称", ZG_PASTE_NAME, FALSE }, { "联系人姓名", ZG_PASTE_NAME, FALSE },
  { "收货人手机号", ZG_PASTE_PHONE, FALSE }, { "收货人电话", ZG_PASTE_PHONE, FALSE }, { "收件人电话", ZG_PASTE_PHONE, FALSE },
  { "收货人手机", ZG_PASTE_PHONE, FALSE }, { "收件人手机", ZG_PASTE_PHONE, FALSE },
  { "收货人地址", ZG_PASTE_DETAIL, FALSE }, { "收件人地址", ZG_PASTE_DETAIL, FALSE },
  { "收货人", ZG_PASTE_NAME, FALSE }, { "收件人", ZG_PASTE_NAME, FALSE }, { "联系人", ZG_PASTE_NAME, FALSE },
  { "姓名", ZG_PASTE_NAME, FALSE }, { "名字", ZG_PASTE_NAME, FALSE }, { "收", ZG_PASTE_NAME, TRUE },
  { "name", ZG_PASTE_NAME, TRUE }, { "consignee", ZG_PASTE_NAME, TRUE },
  { "联系电话", ZG_PASTE_PHONE, FALSE }, { "联系方式", ZG_PASTE_PHONE, FALSE }, { "联系手机", ZG_PASTE_PHONE, FALSE },
  { "手机号码", ZG_PASTE_PHONE, FALSE }, { "电话号码", ZG_PASTE_PHONE, FALSE }, { "移动电话", ZG_PASTE_PHONE, FALSE },
  { "手机号", ZG_PASTE_PHONE, FALSE }, { "手机", ZG_PASTE_PHONE, FALSE }, { "电话", ZG_PASTE_PHONE, FALSE },
  { "号码", ZG_PASTE_PHONE, TRUE }, { "mobile", ZG_PASTE_PHONE, TRUE }, { "phone", ZG_PASTE_PHONE, TRUE },
  { "tel", ZG_PASTE_PHONE, TRUE },
  { "所在地区", ZG_PASTE_DETAIL, FALSE }, { "所在省市", ZG_PASTE_DETAIL, FALSE }, { "省市区", ZG_PASTE_DETAIL, FALSE },
  { "详细地址", ZG_PASTE_DETAIL, FALSE }, { "具体地址", ZG_PASTE_DETAIL, FALSE }, { "收货地址", ZG_PASTE_DETAIL, FALSE },
  { "收件地址", ZG_PASTE_DETAIL, FALSE }, { "街道地址", ZG_PASTE_DETAIL, FALSE }, { "联系地址", ZG_PASTE_DETAIL, FALSE },
  { "地址", ZG_PASTE_DETAIL, FALSE }, { "所在地", ZG_PASTE_DETAIL, TRUE }, { "地区", ZG_PASTE_DETAIL, TRUE },
  { "区域", ZG_PASTE_DETAIL, TRUE }, { "省份", ZG_PASTE_DETAIL, TRUE }, { "城市", ZG_PASTE_DETAIL, TRUE },
  { "区县", ZG_PASTE_DETAIL, TRUE }, { "街道", ZG_PASTE_DETAIL, TRUE }, { "省", ZG_PASTE_DETAIL, TRUE },
  { "市", ZG_PASTE_DETAIL, TRUE }, { "区", ZG_PASTE_DETAIL, TRUE }, { "address", ZG_PASTE_DETAIL, TRUE },
  { "add", ZG_PASTE_DETAIL, TRUE }, { "寄到", ZG_PASTE_DETAIL, TRUE },
  { "邮政编码", ZG_PASTE_POSTCODE, FALSE }, { "邮编", ZG_PASTE_POSTCODE, FALSE }, { "zip", ZG_PASTE_POSTCODE, TRUE },
  { "买家留言", ZG_PASTE_NOTE, TRUE }, { "备注", ZG_PASTE_NOTE, TRUE }, { "留言", ZG_PASTE_NOTE, TRUE },
  { "附言", ZG_PASTE_NOTE, TRUE },
};

/* Those that people say: nothing has to follow them. */
static const Label spoken[] = {
  { "我的地址是", ZG_PASTE_DETAIL, FALSE }, { "地址是", ZG_PASTE_DETAIL, FALSE }, { "我的电话是", ZG_PASTE_PHONE, FALSE },
  { "电话是", ZG_PASTE_PHONE, FALSE }, { "我叫", ZG_PASTE_NAME, FALSE }, { "寄到", ZG_PASTE_DETAIL, FALSE },
  { "寄往", ZG_PASTE_DETAIL, FALSE }, { "发到", ZG_PASTE_DETAIL, FALSE }, { "改成", ZG_PASTE_DETAIL, FALSE },
};

static gboolean
is_blank (const ZgPasteText *text,
          guint              at)
{
  return at < text->n && text->folded[at] == ' ';
}

/* Whether the word that ends at @at is a label; @end_out: where what it announces begins. */
static gboolean
is_closed (const ZgPasteText *text,
           const Label       *label,
           guint              at,
           guint             *end_out)
{
  guint end = at;

  while (is_blank (text, end))
    end++;
  if (end < text->n && g_utf8_strchr (":=】]", -1, text->folded[end]) != NULL)
    {
      *end_out = end + 1;
      return TRUE;
    }
  *end_out = end;
  if (label->is_weak)
    return FALSE;
  /* A line of its own announces the next. */
  if (end > at || end == text->n || text->folded[end] == '\n')
    return TRUE;
  if (label->field == ZG_PASTE_POSTCODE)
    return g_unichar_isdigit (text->folded[end]);
  return label->field == ZG_PASTE_PHONE &&
         (text->roles[end] == ZG_PASTE_ROLE_PHONE || text->roles[end] == ZG_PASTE_ROLE_DOUBTFUL);
}

/* 1. or 1、 or ① before a label belongs to it. */
static guint
include_number (const ZgPasteText *text,
                guint              start)
{
  guint at = start;

  while (at > 0 && is_blank (text, at - 1))
    at--;
  if (at >= 2 && g_utf8_strchr (".、)", -1, text->folded[at - 1]) != NULL && g_unichar_isdigit (text->folded[at - 2]) &&
      (at == 2 || !zg_paste_text_is_free (text, at - 3)))
    return at - 2;
  return start;
}

/* Numbers of a list make what they stand before a beginning: 1.姓名. */
static gboolean
may_begin (const ZgPasteText *text,
           guint              at)
{
  return zg_paste_text_starts (text, at) || include_number (text, at) < at;
}

static const Label *
find_label (const ZgPasteText *text,
            guint              at,
            guint             *end_out)
{
  guint end;

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (text->folded[at] == g_utf8_get_char (labels[i].word) && zg_paste_text_has_word (text, at, labels[i].word, &end) &&
        may_begin (text, at) && is_closed (text, &labels[i], end, end_out))
      return &labels[i];
  for (gsize i = 0; i < G_N_ELEMENTS (spoken); i++)
    if (text->folded[at] == g_utf8_get_char (spoken[i].word) && zg_paste_text_has_word (text, at, spoken[i].word, end_out))
      return &spoken[i];
  return NULL;
}

/* What a label announces reaches to the next label or the end of its line; a name and a number less far. */
static void
set_field (ZgPasteText  *text,
           guint         start,
           ZgPasteField  field)
{
  guint at = start;

  while (at < text->n && text->roles[at] == ZG_PASTE_ROLE_BREAK)
    at++;
  for (; at < text->n && text->folded[at] != '\n' && text->roles[at] != ZG_PASTE_ROLE_LABEL; at++)
    {
      if (field != ZG_PASTE_NOTE && field != ZG_PASTE_DETAIL && zg_paste_text_is_strong_break (text, at) &&
          text->roles[at] != ZG_PASTE_ROLE_PHONE)
        break;
      text->fields[at] = field;
    }
}

/**
 * zg_paste_find_labels:
 * @text: a pasted text, in which phone numbers are known
 *
 * The second step: takes labels out and says to which field belongs what follows them.
 */
void
zg_paste_find_labels (ZgPasteText *text)
{
  g_autofree guint16 *found = g_new0 (guint16, text->n + 1);

  for (guint at = 0; at < text->n;)
    {
      guint end = at + 1;
      const Label *label = zg_paste_text_is_free (text, at) ? find_label (text, at, &end) : NULL;

      if (label != NULL)
        {
          zg_paste_text_mark (text, include_number (text, at), end, ZG_PASTE_ROLE_LABEL);
          found[end] = label->field + 1;
        }
      at = MAX (end, at + 1);
    }

  for (guint at = 0; at < text->n; at++)
    if (found[at] > 0)
      set_field (text, at, found[at] - 1);
  /* What is for the courier is not read again. */
  for (guint at = 0; at < text->n; at++)
    if (text->fields[at] == ZG_PASTE_NOTE && (zg_paste_text_is_free (text, at) || text->roles[at] == ZG_PASTE_ROLE_BREAK))
      text->roles[at] = ZG_PASTE_ROLE_NOTE;
}

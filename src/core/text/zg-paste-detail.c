/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-paste-text.h"

#include <string.h>

/*
 * What is left at the end: street and house, talk, and what nobody understands, which goes to the street so that it is not
 * lost. Parts that stood apart are put in the order of an address: what followed the region comes first.
 */

/* What people say right behind an address, without a sign. */
static const char * const closing_words[] = {
  "可以吗", "可以么", "行吗", "好吗", "吗", "谢谢", "麻烦", "哈", "吧", "呢", "哦", "哟", NULL,
};

#define MAX_CLOSING 6

typedef struct {
  GString *after;
  GString *before;
  ZgPasteConfidence confidence;
} Detail;

static gboolean
has_letter (const ZgPasteText *text,
            guint              start,
            guint              end)
{
  for (guint i = start; i < end; i++)
    if (g_unichar_isalnum (text->folded[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_star (const ZgPasteText *text,
          guint              start,
          guint              end)
{
  for (guint i = start; i < end; i++)
    if (text->folded[i] == '*')
      return TRUE;
  return FALSE;
}

static gboolean
follows_region (const ZgPasteText *text,
                guint              start)
{
  guint before = start;

  for (guint n = 0; n < 24 && before > 0 && (text->roles[before - 1] == ZG_PASTE_ROLE_BREAK ||
                                             text->roles[before - 1] == ZG_PASTE_ROLE_LABEL); n++)
    before--;
  return before > 0 && text->roles[before - 1] == ZG_PASTE_ROLE_REGION;
}

/* Where talk at the end of a street begins. */
static guint
find_closing_words (const ZgPasteText *text,
                    guint              start,
                    guint              end)
{
  guint first = end > start + MAX_CLOSING ? end - MAX_CLOSING : start + 1;

  for (guint at = first; at < end; at++)
    for (int i = 0; closing_words[i] != NULL; i++)
      {
        guint last;

        if (zg_paste_text_has_word (text, at, closing_words[i], &last) && last <= end)
          return at;
      }
  return end;
}

static void
add_part (ZgPasteText         *text,
          const ZgPasteRegion *region,
          guint                start,
          guint                end,
          ZgPasteConfidence    confidence,
          Detail              *detail)
{
  GString *to = start >= region->start ? detail->after : detail->before;
  g_autofree char *part = zg_paste_text_dup (text, start, end);

  if (to->len > 0)
    g_string_append_c (to, ' ');
  g_string_append (to, part);
  detail->confidence = detail->confidence == ZG_PASTE_MISSING ? confidence : MIN (detail->confidence, confidence);
  for (guint i = start; i < end; i++)
    if (text->roles[i] == ZG_PASTE_ROLE_FREE)
      text->roles[i] = ZG_PASTE_ROLE_DETAIL;
}

/* Decides about the characters from @start to @end, between which there are only blanks beside them. */
static void
take_run (ZgPasteText         *text,
          const ZgPasteRegion *region,
          guint                start,
          guint                end,
          Detail              *detail)
{
  gboolean has_region = region->n_candidates > 0;
  gboolean has_phone = memchr (text->roles, ZG_PASTE_ROLE_PHONE, text->n) != NULL;
  gboolean follows = follows_region (text, start);
  gboolean is_street = zg_paste_text_has_street (text, start, end);
  gboolean talks = zg_paste_text_has_talk (text, start, end);
  ZgPasteConfidence confidence = ZG_PASTE_GUESS;
  guint stop = end;

  if (follows || is_street)
    stop = find_closing_words (text, start, end);
  if (!has_letter (text, start, stop))
    {
      if (!follows || !has_star (text, start, stop))
        return;
      confidence = ZG_PASTE_LIKELY;
    }
  else if (stop - start == 1 && zg_paste_text_has_word (text, start, "的", NULL))
    return;
  else if (!follows && end < text->n && text->folded[end] == ':')
    return;     /* it announces something */
  else if (text->fields[start] == ZG_PASTE_DETAIL || follows)
    {
      if (talks && !is_street)
        return;
      confidence = has_region ? ZG_PASTE_CERTAIN : ZG_PASTE_GUESS;
    }
  else if (talks)
    return;
  else if (is_street)
    confidence = has_region ? ZG_PASTE_LIKELY : ZG_PASTE_GUESS;
  else if (!has_region && !has_phone)
    return;

  while (stop > start && text->roles[stop - 1] == ZG_PASTE_ROLE_BREAK)
    stop--;
  add_part (text, region, start, stop, confidence, detail);
}

/**
 * zg_paste_find_detail:
 * @text: a pasted text, in which all else is known
 * @region: its divisions
 * @paste: takes the street
 *
 * The last step: nothing is free after it.
 */
void
zg_paste_find_detail (ZgPasteText         *text,
                      const ZgPasteRegion *region,
                      ZgPaste             *paste)
{
  Detail detail = { g_string_new (NULL), g_string_new (NULL), ZG_PASTE_MISSING };

  for (guint at = 0; at < text->n;)
    {
      guint end = at;

      if (!zg_paste_text_is_free (text, at))
        {
          at++;
          continue;
        }
      while (!zg_paste_text_is_strong_break (text, end))
        end++;
      while (text->roles[end - 1] == ZG_PASTE_ROLE_BREAK)
        end--;
      take_run (text, region, at, end, &detail);
      at = end;
    }

  if (detail.after->len > 0 && detail.before->len > 0)
    g_string_append_c (detail.after, ' ');
  g_string_append (detail.after, detail.before->str);
  g_string_free (detail.before, TRUE);
  paste->fields[ZG_PASTE_DETAIL] = g_string_free (detail.after, detail.after->len == 0);
  paste->confidence[ZG_PASTE_DETAIL] = detail.confidence;

  for (guint at = 0; at < text->n; at++)
    if (text->roles[at] == ZG_PASTE_ROLE_FREE)
      text->roles[at] = ZG_PASTE_ROLE_REST;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-paste-text.h"

#include <string.h>

/* Postcodes: six digits that stand alone or close an address, in Taiwan three before it. */

static guint
end_of_digits (const ZgPasteText *text,
               guint              at)
{
  while (zg_paste_text_is_free (text, at) && text->folded[at] >= '0' && text->folded[at] <= '9')
    at++;
  return at;
}

static gboolean
is_in_taiwan (const ZgPasteRegion *region)
{
  guint province = region->n_candidates > 0 ? zg_division_get_above (region->candidates[0], ZG_DIVISION_PROVINCE)
                                            : ZG_DIVISION_NONE;

  return province != ZG_DIVISION_NONE && zg_division_get (province)->code == 710000;
}

/* 12号310000 closes an address; 文三路310000 would be a strange house. */
static gboolean
closes_address (const ZgPasteText *text,
                guint              start)
{
  return start > 0 && g_utf8_strchr ("号室栋楼层座幢元院户组弄村镇区", -1, text->folded[start - 1]) != NULL;
}

static gboolean
is_postcode (const ZgPasteText   *text,
             const ZgPasteRegion *region,
             guint                start,
             guint                end)
{
  guint length = end - start;
  gboolean ends = !zg_paste_text_is_free (text, end);

  if (text->fields[start] == ZG_PASTE_POSTCODE)
    return length >= 3 && length <= 6;
  if (is_in_taiwan (region) && end == region->start)
    return (length == 3 || length == 5 || length == 6) && zg_paste_text_starts (text, start);
  if (length != 6 || region->n_candidates == 0)
    return FALSE;
  /* Glued to a phone number behind it, it was cut off from it. */
  if (end < text->n && text->roles[end] == ZG_PASTE_ROLE_PHONE)
    return TRUE;
  if (end == region->start && zg_paste_text_starts (text, start))
    return TRUE;
  return ends && (zg_paste_text_starts (text, start) || closes_address (text, start));
}

/**
 * zg_paste_find_postcode:
 * @text: a pasted text
 * @region: what is known of its divisions
 * @paste: takes the postcode
 */
void
zg_paste_find_postcode (ZgPasteText         *text,
                        const ZgPasteRegion *region,
                        ZgPaste             *paste)
{
  for (guint at = 0; at < text->n;)
    {
      guint end = end_of_digits (text, at);

      if (end > at && paste->fields[ZG_PASTE_POSTCODE] == NULL && is_postcode (text, region, at, end))
        {
          g_autofree char *code = zg_paste_text_dup (text, at, end);

          if (zg_paste_text_has_word (text, at, "000000", NULL))
            {
              /* It stands for an unknown one. */
              zg_paste_text_mark (text, at, end, ZG_PASTE_ROLE_LABEL);
            }
          else
            {
              zg_paste_text_mark (text, at, end, ZG_PASTE_ROLE_POSTCODE);
              paste->confidence[ZG_PASTE_POSTCODE] = text->fields[at] == ZG_PASTE_POSTCODE ? ZG_PASTE_CERTAIN : ZG_PASTE_LIKELY;
              paste->fields[ZG_PASTE_POSTCODE] = g_unichar_isdigit (text->chars[at]) && text->chars[at] > 0x80
                                                   ? g_utf8_normalize (code, -1, G_NORMALIZE_ALL) : g_steal_pointer (&code);
            }
        }
      at = MAX (end, at + 1);
    }
}

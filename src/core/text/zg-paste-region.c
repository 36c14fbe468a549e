/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-paste-text.h"

#include <string.h>

#include "zg-division-names.h"
#include "zg-paste-chain.h"

/* Where in a pasted text the divisions are, which of them is meant, and which development zones tell of a district. */

static guint
find_strong_break (const ZgPasteText *text,
                   guint              at)
{
  guint limit = MIN (text->n, at + 80);

  while (at < limit && !zg_paste_text_is_strong_break (text, at))
    at++;
  return at;
}

static gboolean
has_phone (const ZgPasteText *text)
{
  return memchr (text->roles, ZG_PASTE_ROLE_PHONE, text->n) != NULL;
}

/* One name in short is in many sentences. It is an address where one goes on from it, in a text with a phone number. */
static gboolean
is_address (const ZgPasteText  *text,
            const ZgPasteChain *chain,
            gboolean            phone)
{
  guint start = chain->region.start, end = chain->region.end;
  guint stop;

  if (chain->n_names > 1 && chain->score > 2)
    return TRUE;
  if (chain->last_is_full)
    return phone || zg_paste_text_starts (text, start);
  if (!phone || !zg_paste_text_starts (text, start))
    return FALSE;
  stop = find_strong_break (text, end);
  if (text->fields[start] == ZG_PASTE_DETAIL)
    return TRUE;
  return text->fields[start] != ZG_PASTE_NAME && stop > end && zg_paste_text_has_street (text, end, stop) &&
         !zg_paste_text_has_talk (text, end, stop);
}

/* A municipality is its own city: naming the one names the other. */
static void
settle_municipality (ZgPasteRegion *region)
{
  guint province = zg_division_get_above (region->candidates[0], ZG_DIVISION_PROVINCE);
  guint city = province + 1;

  if (city >= zg_division_count () || zg_division_get (city)->parent != province ||
      strcmp (zg_division_get (city)->name, zg_division_get (province)->name) != 0)
    return;
  if (region->candidates[0] == province)
    region->candidates[0] = city;
  region->is_written[ZG_DIVISION_CITY] |= region->is_written[ZG_DIVISION_PROVINCE];
  region->is_written[ZG_DIVISION_PROVINCE] |= region->is_written[ZG_DIVISION_CITY];
}

/* Of what is called 吉林 or 海南 the widest is meant. */
static void
settle_levels (ZgPasteRegion *region)
{
  guint least = ZG_DIVISION_DISTRICT;
  guint n = 0;

  for (guint i = 0; i < region->n_candidates; i++)
    least = MIN (least, zg_division_get (region->candidates[i])->level);
  for (guint i = 0; i < region->n_candidates; i++)
    if (zg_division_get (region->candidates[i])->level == least)
      region->candidates[n++] = region->candidates[i];
  region->n_candidates = n;

  if (n == 1)
    settle_municipality (region);
}

static void
find_best (ZgPasteText   *text,
           ZgPasteRegion *region)
{
  gboolean phone = has_phone (text);
  guint best = 0;

  for (guint at = 0; at < text->n; at++)
    {
      ZgPasteChain chain;
      guint score;

      if (!zg_paste_text_is_free (text, at) || !zg_paste_chain_read (text, at, &chain) || !is_address (text, &chain, phone))
        continue;
      score = 2 * chain.score + zg_paste_text_starts (text, at);
      if (score > best)
        {
          best = score;
          *region = chain.region;
        }
    }
}

/* The same region may be said elsewhere once more, and what is missing too: 西湖区文三路，杭州市，浙江省. */
static void
find_more (ZgPasteText   *text,
           ZgPasteRegion *region)
{
  for (guint at = 0; at < text->n; at++)
    {
      ZgPasteChain chain;

      if (!zg_paste_text_is_free (text, at) || !zg_paste_text_starts (text, at) || text->fields[at] == ZG_PASTE_NAME ||
          !zg_paste_chain_refine (text, at, region, &chain))
        continue;
      zg_paste_text_mark (text, at, chain.region.end, ZG_PASTE_ROLE_REGION);
      for (guint level = 0; level < 3; level++)
        {
          if (chain.region.is_written[level] && !region->is_written[level])
            region->is_short[level] = chain.region.is_short[level];
          region->is_written[level] |= chain.region.is_written[level];
        }
      memcpy (region->candidates, chain.region.candidates, sizeof region->candidates);
      region->n_candidates = chain.region.n_candidates;
      at = chain.region.end - 1;
    }
}

/* A development zone behind a city: the district in which it lies, if it lies in one. The zone stays in the street. */
static void
find_zone (const ZgPasteText *text,
           ZgPasteRegion     *region)
{
  ZgDivisionMatch matches[ZG_DIVISION_MAX_CHARS];
  guint at = zg_paste_text_skip_breaks (text, region->end);
  guint n;

  if (region->n_candidates != 1 || zg_division_get (region->candidates[0])->level == ZG_DIVISION_DISTRICT)
    return;
  n = zg_division_names_match (text->folded + at, text->n - at, matches);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < matches[i].n_names; k++)
      {
        const ZgDivisionName *name = &matches[i].names[k];

        if (name->kind != ZG_DIVISION_NAME_ZONE || name->division == ZG_DIVISION_NONE ||
            !zg_division_is_within (name->division, region->candidates[0]))
          continue;
        region->candidates[0] = name->division;
        return;
      }
}

/* The names, not the signs between them. */
static void
mark_names (ZgPasteText         *text,
            const ZgPasteRegion *region)
{
  for (guint i = region->start; i < region->end; i++)
    if (text->roles[i] == ZG_PASTE_ROLE_FREE)
      text->roles[i] = ZG_PASTE_ROLE_REGION;
}

/**
 * zg_paste_find_region:
 * @text: a pasted text, in which all is known that is no address
 * @region: (out): the divisions that it names
 */
void
zg_paste_find_region (ZgPasteText   *text,
                      ZgPasteRegion *region)
{
  memset (region, 0, sizeof *region);
  find_best (text, region);
  if (region->n_candidates == 0)
    return;

  mark_names (text, region);
  find_more (text, region);
  settle_levels (region);
  find_zone (text, region);
}

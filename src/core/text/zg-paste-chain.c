/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-paste-chain.h"

#include <string.h>

#include "zg-division-names.h"

/*
 * Reads names of divisions that stand side by side: from the left, the longest first, each of them in what the names before
 * it may mean, until the district. After it the same names may be said again.
 */

/* More names than this are no address; it keeps the time linear. */
#define MAX_NAMES 16

/* After these a short name is that of a street, a house or a town. */
static const char * const no_place[] = {
  "路", "东路", "西路", "南路", "北路", "中路", "一路", "二路", "三路", "四路", "五路", "街", "东街", "西街", "南街", "北街", "大街",
  "大道", "道", "巷", "弄", "胡同", "门", "桥", "站", "村", "镇", "乡", "庄", "祠", "寺", "公园", "广场", "大厦", "小区", "花园",
  "新村", "新城", "家园", "公寓", "中学", "小学", "大学", "学院", "医院", "酒店", "宾馆", "饭店", "商场", "国际", "中心", "银行",
  "人", "菜", "里", "苑", "湾", "山庄", "号", "楼", "府", "区", "县", "市", "省", NULL,
};

/* What forms put where nothing stands. */
static const char * const fillers[] = {
  "市辖区", "省直辖县级行政区划", "自治区直辖县级行政区划", "省直辖县级行政单位", "省直辖行政单位", "直辖县级行政区划", "县级行政区划",
  "市辖县", "郊县", "县", NULL,
};

typedef enum {
  NARROWER,
  SAME,
  WIDER,
} Direction;

typedef struct {
  guint16 candidates[ZG_PASTE_MAX_CANDIDATES];
  guint n;
  Direction direction;
  gboolean is_full;
  gboolean is_today;
  guint n_chars;
} Step;

static void
add_candidate (Step *step,
               guint division)
{
  for (guint i = 0; i < step->n; i++)
    if (step->candidates[i] == division)
      return;
  if (step->n < ZG_PASTE_MAX_CANDIDATES)
    step->candidates[step->n++] = division;
}

static gboolean
is_street_next (const ZgPasteText *text,
                guint              at)
{
  for (int i = 0; no_place[i] != NULL; i++)
    if (zg_paste_text_has_word (text, at, no_place[i], NULL) && zg_paste_text_is_free (text, at))
      return TRUE;
  return FALSE;
}

/**
 * zg_paste_region_is_within:
 * @region: a region
 * @above: a division
 *
 * Returns: whether something that may be meant stands in @above
 */
gboolean
zg_paste_region_is_within (const ZgPasteRegion *region,
                           guint                above)
{
  for (guint i = 0; i < region->n_candidates; i++)
    if (zg_division_is_within (region->candidates[i], above))
      return TRUE;
  return FALSE;
}

static gboolean
stands_in (const ZgPasteRegion *region,
           guint                division)
{
  for (guint i = 0; i < region->n_candidates; i++)
    if (zg_division_is_within (division, region->candidates[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_candidate (const ZgPasteRegion *region,
              guint                division)
{
  for (guint i = 0; i < region->n_candidates; i++)
    if (region->candidates[i] == division)
      return TRUE;
  return FALSE;
}

/* Names that begin an address: any in full; in short no district but a town that is one (昆山). */
static gboolean
may_begin_with (const ZgDivisionName *name)
{
  const ZgDivision *division;

  if (name->kind == ZG_DIVISION_NAME_ZONE)
    return FALSE;
  if (name->kind != ZG_DIVISION_NAME_SHORT)
    return TRUE;
  division = zg_division_get (name->division);
  return division->level != ZG_DIVISION_DISTRICT || g_str_has_suffix (division->name, "市");
}

/* The division that a candidate and a name make, by what was known before; %ZG_DIVISION_NONE when they do not go together. */
static void
take_name (const ZgPasteRegion  *known,
           const ZgDivisionName *name,
           Step                 *narrower,
           Step                 *wider)
{
  if (known->n_candidates == 0)
    {
      if (may_begin_with (name))
        add_candidate (narrower, name->division);
      return;
    }
  if (stands_in (known, name->division))
    add_candidate (narrower, name->division);
  else if (zg_paste_region_is_within (known, name->division))
    for (guint i = 0; i < known->n_candidates; i++)
      if (zg_division_is_within (known->candidates[i], name->division))
        add_candidate (wider, known->candidates[i]);
}

/* 钱塘新区 is what 钱塘区 was called while it was a development zone. */
static gboolean
is_former (const ZgDivisionName *name)
{
  const char *district;
  gsize stem;

  if (name->kind != ZG_DIVISION_NAME_ZONE || name->division == ZG_DIVISION_NONE)
    return name->kind == ZG_DIVISION_NAME_FORMER;
  district = zg_division_get (name->division)->name;
  stem = strlen (district) - strlen ("区");
  return name->n_bytes == stem + strlen ("新区") && memcmp (name->text, district, stem) == 0 &&
         memcmp (name->text + stem, "新区", strlen ("新区")) == 0;
}

static gboolean
take_kinds (const ZgPasteRegion   *known,
            const ZgDivisionMatch *match,
            gboolean               former,
            gboolean               full_only,
            Step                  *step)
{
  Step narrower = { .n = 0 }, wider = { .n = 0 };
  gboolean is_full = FALSE;

  for (guint i = 0; i < match->n_names; i++)
    {
      const ZgDivisionName *name = &match->names[i];

      if (is_former (name) != former || (name->kind == ZG_DIVISION_NAME_ZONE && !former) ||
          (full_only && name->kind == ZG_DIVISION_NAME_SHORT))
        continue;
      is_full |= name->kind != ZG_DIVISION_NAME_SHORT;
      take_name (known, name, &narrower, &wider);
    }
  *step = narrower.n > 0 ? narrower : wider;
  step->direction = narrower.n > 0 ? NARROWER : WIDER;
  step->is_full = is_full;
  step->is_today = is_full && !former;
  step->n_chars = match->n_chars;
  if (step->n > 0 && step->direction == NARROWER && known->n_candidates > 0)
    {
      gboolean same = step->n == known->n_candidates;

      for (guint i = 0; i < step->n; i++)
        same &= is_candidate (known, step->candidates[i]);
      if (same)
        step->direction = SAME;
    }
  return step->n > 0;
}

static gboolean
has_short (const ZgDivisionMatch *match)
{
  for (guint i = 0; i < match->n_names; i++)
    if (match->names[i].kind == ZG_DIVISION_NAME_SHORT)
      return TRUE;
  return FALSE;
}

/* Whether a place of one of @match's follows it in full: 河北桥西区 has no bridge. */
static gboolean
is_place_next (const ZgPasteText     *text,
               guint                  at,
               const ZgDivisionMatch *match)
{
  ZgDivisionMatch next[ZG_DIVISION_MAX_CHARS];
  guint n = zg_division_names_match (text->folded + at, text->n - at, next);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < next[i].n_names; k++)
      for (guint j = 0; j < match->n_names; j++)
        if (next[i].names[k].kind == ZG_DIVISION_NAME_FULL && match->names[j].kind == ZG_DIVISION_NAME_SHORT &&
            zg_division_is_within (next[i].names[k].division, match->names[j].division))
          return TRUE;
  return FALSE;
}

/* 大理州 is 大理白族自治州: how many characters more than the short name it has. */
static guint
ends_in_prefecture (const ZgPasteText     *text,
                    guint                  end,
                    const ZgDivisionMatch *match)
{
  if (!zg_paste_text_is_free (text, end) || !zg_paste_text_has_word (text, end, "州", NULL))
    return 0;
  for (guint i = 0; i < match->n_names; i++)
    if (match->names[i].kind == ZG_DIVISION_NAME_SHORT &&
        g_str_has_suffix (zg_division_get (match->names[i].division)->name, "自治州"))
      return 1;
  return 0;
}

/* The longest name at @at that goes together with what is known. */
static gboolean
read_step (const ZgPasteText   *text,
           guint                at,
           const ZgPasteRegion *known,
           Step                *step)
{
  ZgDivisionMatch matches[ZG_DIVISION_MAX_CHARS];
  guint n_free = 0;
  guint n;

  while (n_free < ZG_DIVISION_MAX_CHARS && zg_paste_text_is_free (text, at + n_free))
    n_free++;
  n = zg_division_names_match (text->folded + at, n_free, matches);
  for (guint i = 0; i < n; i++)
    {
      guint end = at + matches[i].n_chars;
      gboolean full_only = has_short (&matches[i]) && is_street_next (text, end) && !is_place_next (text, end, &matches[i]);

      if (take_kinds (known, &matches[i], FALSE, full_only, step) || take_kinds (known, &matches[i], TRUE, full_only, step))
        {
          step->n_chars += ends_in_prefecture (text, end, &matches[i]);
          return TRUE;
        }
    }
  return FALSE;
}

static void
set_written (ZgPasteChain *chain,
             const Step   *step)
{
  guint level = ZG_DIVISION_DISTRICT;

  for (guint i = 0; i < step->n; i++)
    level = MIN (level, zg_division_get (step->candidates[i])->level);
  if (step->direction == WIDER)
    return;
  if (!chain->region.is_written[level])
    chain->score += step->is_full ? 3 : 2;
  else if (chain->region.is_short[level] && step->is_full)
    chain->score++;
  chain->region.is_short[level] = !step->is_today && (chain->region.is_short[level] || !chain->region.is_written[level]);
  chain->region.is_written[level] = TRUE;
}

static void
apply (ZgPasteChain *chain,
       const Step   *step)
{
  memcpy (chain->region.candidates, step->candidates, sizeof step->candidates);
  chain->region.n_candidates = step->n;
  chain->n_names++;
  chain->last_is_full = step->is_full;
}

static gboolean
all_are_districts (const ZgPasteRegion *region)
{
  for (guint i = 0; i < region->n_candidates; i++)
    {
      const ZgDivision *division = zg_division_get (region->candidates[i]);

      if (division->level != ZG_DIVISION_DISTRICT && division->n_children > 0)
        return FALSE;
      if (division->level == ZG_DIVISION_PROVINCE)
        return FALSE;
    }
  return TRUE;
}

/* Where a development zone of its own name ends, such as 雄安新区, or @at. */
static guint
skip_zone (const ZgPasteText *text,
           guint              at)
{
  ZgDivisionMatch matches[ZG_DIVISION_MAX_CHARS];
  guint n = zg_paste_text_is_free (text, at) ? zg_division_names_match (text->folded + at, text->n - at, matches) : 0;

  for (guint i = 0; i < n; i++)
    if (matches[i].names[0].kind == ZG_DIVISION_NAME_ZONE && matches[i].names[0].above != ZG_DIVISION_NONE)
      return at + matches[i].n_chars;
  return at;
}

/* A filler counts only where the next name follows it, and so does a zone. */
static guint
skip_filler (const ZgPasteText   *text,
             guint                at,
             const ZgPasteRegion *known)
{
  guint zone = skip_zone (text, at);
  Step step;

  if (zone > at && read_step (text, zone, known, &step) && step.is_full && step.direction == NARROWER)
    return zone;

  for (int i = 0; fillers[i] != NULL; i++)
    {
      guint end;

      if (!zg_paste_text_is_free (text, at) || !zg_paste_text_has_word (text, at, fillers[i], &end))
        continue;
      end = zg_paste_text_skip_breaks (text, end);
      return read_step (text, end, known, &step) ? end : at;
    }
  return at;
}

/*
 * Whether a name may be counted at once. One that says again what is known has to be in full, and one that is wider than
 * what is known is only said if the rest follows: 南京市第一医院 stands in a street of Nanjing.
 */
static gboolean
is_settled (const ZgPasteText *text,
            const Step        *step,
            guint              end,
            gboolean           is_done)
{
  if (step->direction == NARROWER)
    return TRUE;
  if (step->direction == SAME)
    return step->is_full || !is_done;
  return end >= text->n || !zg_paste_text_is_free (text, end);
}

static void
read_on (const ZgPasteText *text,
         guint              at,
         ZgPasteChain      *chain)
{
  ZgPasteChain tentative = *chain;

  for (guint i = 0; i < MAX_NAMES; i++)
    {
      gboolean is_done = tentative.region.n_candidates > 0 && all_are_districts (&tentative.region);
      Step step;

      if (tentative.n_names > 0)
        {
          at = zg_paste_text_skip_breaks (text, at);
          at = skip_filler (text, at, &tentative.region);
        }
      if (at >= text->n || !read_step (text, at, &tentative.region, &step))
        return;
      at += step.n_chars;
      set_written (&tentative, &step);
      apply (&tentative, &step);
      tentative.region.end = at;
      if (is_settled (text, &step, at, is_done))
        *chain = tentative;
    }
}

/**
 * zg_paste_chain_read:
 * @text: a pasted text
 * @at: where to begin
 * @chain: (out): the names there
 *
 * Returns: whether there is one
 */
gboolean
zg_paste_chain_read (const ZgPasteText *text,
                     guint              at,
                     ZgPasteChain      *chain)
{
  memset (chain, 0, sizeof *chain);
  chain->region.start = at;
  read_on (text, at, chain);
  return chain->n_names > 0;
}

/**
 * zg_paste_chain_refine:
 * @text: a pasted text
 * @at: where to begin
 * @known: what is known already
 * @chain: (out): @known with what the names at @at add to it
 *
 * Returns: whether the names there go together with @known: one in full, several, or one that decides
 */
gboolean
zg_paste_chain_refine (const ZgPasteText   *text,
                       guint                at,
                       const ZgPasteRegion *known,
                       ZgPasteChain        *chain)
{
  memset (chain, 0, sizeof *chain);
  chain->region = *known;
  chain->region.start = at;
  chain->region.end = at;
  read_on (text, at, chain);
  if (chain->n_names == 0 || chain->region.end <= at)
    return FALSE;
  /* One in short may be anything, but where it stands alone and says what could not be known without it. */
  return chain->n_names > 1 || chain->last_is_full ||
         (chain->region.n_candidates < known->n_candidates && !zg_paste_text_is_free (text, chain->region.end));
}

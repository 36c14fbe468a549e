/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-paste-answer.h"

#include "zg-paste-text.h"

/*
 * What a paste leaves open is asked, and one answer often settles the rest: who says that 鼓楼区 is in 南京市 has said the
 * province, too.
 */

/* More choices than there are keys for are asked by what is above them, where that is open as well. */
#define FEW 9

/* What is asked for the field, where there is anything to choose from. */
static const GPtrArray *
get_choices (const ZgPaste *paste,
             ZgPasteField   field)
{
  return paste->ask[field] != NULL && paste->ask[field]->len > 0 ? paste->ask[field] : NULL;
}

/**
 * zg_paste_get_question:
 * @paste: what was understood of a text
 *
 * What to ask next: the city where there are few to choose from, for it settles the province, too.
 *
 * Returns: a field of which @paste has the choices, or %ZG_N_PASTE_FIELDS when nothing is open
 */
ZgPasteField
zg_paste_get_question (const ZgPaste *paste)
{
  const GPtrArray *provinces = get_choices (paste, ZG_PASTE_PROVINCE);
  const GPtrArray *cities = get_choices (paste, ZG_PASTE_CITY);

  if (cities != NULL && (cities->len <= FEW || provinces == NULL))
    return ZG_PASTE_CITY;
  if (provinces != NULL)
    return ZG_PASTE_PROVINCE;
  return get_choices (paste, ZG_PASTE_DISTRICT) != NULL ? ZG_PASTE_DISTRICT : ZG_N_PASTE_FIELDS;
}

static gboolean
is_called (guint       division,
           const char *name)
{
  return division != ZG_DIVISION_NONE
         && (g_str_equal (zg_division_get_name (division, FALSE), name)
             || g_str_equal (zg_division_get_name (division, TRUE), name));
}

/* Whether the division fits what is known and asked of its level. A level of which neither is said fits all. */
static gboolean
fits_level (const ZgPaste   *paste,
            guint            division,
            ZgDivisionLevel  level)
{
  ZgPasteField field = ZG_PASTE_PROVINCE + level;
  const GPtrArray *choices = get_choices (paste, field);
  guint above = zg_division_get_above (division, level);

  if (paste->fields[field] != NULL)
    return is_called (above, paste->fields[field]);
  for (guint i = 0; choices != NULL && i < choices->len; i++)
    if (is_called (above, g_ptr_array_index (choices, i)))
      return TRUE;
  return choices == NULL;
}

/* The finest level of which anything is known or can be chosen. */
static ZgDivisionLevel
get_finest_level (const ZgPaste *paste)
{
  for (int level = ZG_DIVISION_DISTRICT; level > ZG_DIVISION_PROVINCE; level--)
    if (paste->fields[ZG_PASTE_PROVINCE + level] != NULL || get_choices (paste, ZG_PASTE_PROVINCE + level) != NULL)
      return (ZgDivisionLevel) level;
  return ZG_DIVISION_PROVINCE;
}

/* (transfer full): the divisions that may still be meant. */
static GArray *
list_candidates (const ZgPaste *paste)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (guint));
  ZgDivisionLevel level = get_finest_level (paste);

  for (guint i = 0; i < zg_division_count (); i++)
    if (zg_division_get (i)->level == level && fits_level (paste, i, ZG_DIVISION_PROVINCE)
        && fits_level (paste, i, ZG_DIVISION_CITY) && fits_level (paste, i, ZG_DIVISION_DISTRICT))
      g_array_append_val (candidates, i);
  return candidates;
}

static GPtrArray *
list_names (const GArray    *candidates,
            ZgDivisionLevel  level,
            gboolean         traditional)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < candidates->len; i++)
    {
      guint division = zg_division_get_above (g_array_index (candidates, guint, i), level);
      const char *name = division != ZG_DIVISION_NONE ? zg_division_get_name (division, traditional) : NULL;

      if (name != NULL && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_strdup (name));
    }
  return names;
}

static void
settle (ZgPaste           *paste,
        ZgPasteField       field,
        const char        *name,
        ZgPasteConfidence  confidence)
{
  g_free (paste->fields[field]);
  paste->fields[field] = g_strdup (name);
  paste->confidence[field] = confidence;
  g_clear_pointer (&paste->ask[field], g_ptr_array_unref);
}

/* What follows from the answer is no longer asked; what does not is asked with the choices that are left. */
static void
narrow (ZgPaste      *paste,
        const GArray *candidates,
        gboolean      traditional)
{
  for (ZgDivisionLevel level = ZG_DIVISION_PROVINCE; level <= ZG_DIVISION_DISTRICT; level++)
    {
      ZgPasteField field = ZG_PASTE_PROVINCE + level;
      g_autoptr(GPtrArray) names = NULL;

      if (get_choices (paste, field) == NULL)
        continue;
      names = list_names (candidates, level, traditional);
      if (names->len == 1)
        settle (paste, field, g_ptr_array_index (names, 0), ZG_PASTE_CERTAIN);
      else if (names->len > 1)
        {
          g_ptr_array_unref (paste->ask[field]);
          paste->ask[field] = g_steal_pointer (&names);
        }
    }
}

/* A city that has just become known is asked for its districts, if it has any. */
static void
ask_district (ZgPaste      *paste,
              const GArray *candidates,
              gboolean      traditional)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint city = candidates->len == 1 ? g_array_index (candidates, guint, 0) : ZG_DIVISION_NONE;

  if (city == ZG_DIVISION_NONE || zg_division_get (city)->level != ZG_DIVISION_CITY
      || paste->fields[ZG_PASTE_DISTRICT] != NULL || get_choices (paste, ZG_PASTE_DISTRICT) != NULL)
    return;
  for (guint i = city + 1; i < zg_division_count () && zg_division_is_within (i, city); i++)
    if (zg_division_get (i)->parent == city)
      g_ptr_array_add (names, g_strdup (zg_division_get_name (i, traditional)));
  g_clear_pointer (&paste->ask[ZG_PASTE_DISTRICT], g_ptr_array_unref);
  if (names->len > 0)
    paste->ask[ZG_PASTE_DISTRICT] = g_steal_pointer (&names);
}

/**
 * zg_paste_answer:
 * @paste: what was understood of a text
 * @field: what was asked
 * @name: one of the choices that @paste has for it
 *
 * Takes an answer, and with it all that follows from it. What is still open is asked with the choices that are left.
 *
 * Returns: whether @name is one of the choices; nothing changes when it is not
 */
gboolean
zg_paste_answer (ZgPaste      *paste,
                 ZgPasteField  field,
                 const char   *name)
{
  const GPtrArray *choices = get_choices (paste, field);
  g_autofree char *chosen = g_strdup (name);
  g_autoptr(ZgPasteText) text = NULL;
  g_autoptr(GArray) candidates = NULL;
  gboolean traditional;

  if (choices == NULL || !g_ptr_array_find_with_equal_func ((GPtrArray *) choices, chosen, g_str_equal, NULL))
    return FALSE;

  settle (paste, field, chosen, ZG_PASTE_CERTAIN);
  if (field < ZG_PASTE_PROVINCE || field > ZG_PASTE_DISTRICT)
    return TRUE;
  text = zg_paste_text_new (paste->text);
  traditional = zg_paste_text_is_traditional (text);
  candidates = list_candidates (paste);
  narrow (paste, candidates, traditional);
  ask_district (paste, candidates, traditional);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-paste.h"

#include <string.h>

#include "zg-paste-text.h"

/*
 * What buyers send as their address becomes fields. One step after the other takes out what it understands, the surest
 * first: numbers, labels, brackets, divisions, postcode, wishes, name; what is left is the street. Each character of the text
 * ends with a role, so nothing is lost.
 */

/* In bytes; three make a Chinese character. */
#define MAX_SIZE 6000

static const char * const field_keys[ZG_N_PASTE_FIELDS] = {
  "name", "phone", "province", "city", "district", "detail", "postcode", "note",
};

/**
 * zg_paste_field_get_key:
 * @field: a field
 *
 * Returns: what it is called in JSON
 */
const char *
zg_paste_field_get_key (ZgPasteField field)
{
  return field_keys[field];
}

/**
 * zg_paste_confidence_get_key:
 * @confidence: how sure something is
 *
 * Returns: what it is called in JSON
 */
const char *
zg_paste_confidence_get_key (ZgPasteConfidence confidence)
{
  static const char * const keys[] = { "missing", "guess", "likely", "certain" };

  return keys[confidence];
}

/* Asks for a level with the divisions of it that may be meant, each name once. */
static void
ask_names (ZgPaste             *paste,
           ZgPasteField         field,
           const guint16       *divisions,
           guint                n,
           ZgDivisionLevel      level,
           gboolean             traditional)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      guint division = zg_division_get_above (divisions[i], level);
      const char *name = division != ZG_DIVISION_NONE ? zg_division_get_name (division, traditional) : NULL;

      if (name != NULL && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_strdup (name));
    }
  paste->ask[field] = names;
}

/* Asks for what stands directly in @above. */
static void
ask_children (ZgPaste      *paste,
              ZgPasteField  field,
              guint         above,
              gboolean      traditional)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = above + 1; i < zg_division_count () && zg_division_is_within (i, above); i++)
    if (zg_division_get (i)->parent == above)
      g_ptr_array_add (names, g_strdup (zg_division_get_name (i, traditional)));
  paste->ask[field] = names;
}

/* The one division of a level in which all that may be meant stand, or %ZG_DIVISION_NONE. */
static guint
find_common (const ZgPasteRegion *region,
             ZgDivisionLevel      level)
{
  guint common = zg_division_get_above (region->candidates[0], level);

  for (guint i = 1; i < region->n_candidates; i++)
    if (zg_division_get_above (region->candidates[i], level) != common)
      return ZG_DIVISION_NONE;
  return common;
}

/* Whether all that may be meant are called alike; the cities are asked then. */
static gboolean
have_one_name (const ZgPasteRegion *region)
{
  for (guint i = 0; i < region->n_candidates; i++)
    if (zg_division_get (region->candidates[i])->level != ZG_DIVISION_DISTRICT ||
        strcmp (zg_division_get (region->candidates[i])->name, zg_division_get (region->candidates[0])->name) != 0)
      return FALSE;
  return TRUE;
}

static void
set_level (ZgPaste             *paste,
           const ZgPasteRegion *region,
           ZgPasteField         field,
           guint                division,
           gboolean             traditional)
{
  guint level = field - ZG_PASTE_PROVINCE;
  gboolean only_district = !region->is_written[ZG_DIVISION_PROVINCE] && !region->is_written[ZG_DIVISION_CITY];

  paste->fields[field] = g_strdup (zg_division_get_name (division, traditional));
  if (region->is_written[level])
    paste->confidence[field] = level == ZG_DIVISION_DISTRICT && region->is_short[level] ? ZG_PASTE_LIKELY : ZG_PASTE_CERTAIN;
  else
    paste->confidence[field] = only_district || level == ZG_DIVISION_DISTRICT ? ZG_PASTE_GUESS : ZG_PASTE_LIKELY;
}

static gboolean
is_taiwan (guint province)
{
  return province != ZG_DIVISION_NONE && zg_division_get (province)->code == 710000;
}

static void
fill_region (ZgPaste             *paste,
             const ZgPasteRegion *region,
             gboolean             traditional)
{
  guint province, city, district;

  if (region->n_candidates == 0)
    return;

  province = find_common (region, ZG_DIVISION_PROVINCE);
  city = find_common (region, ZG_DIVISION_CITY);
  district = have_one_name (region) ? region->candidates[0] : ZG_DIVISION_NONE;

  /* Addresses in Taiwan begin with the city. */
  if (province == ZG_DIVISION_NONE)
    ask_names (paste, ZG_PASTE_PROVINCE, region->candidates, region->n_candidates, ZG_DIVISION_PROVINCE, traditional);
  else if (!is_taiwan (province) || region->is_written[ZG_DIVISION_PROVINCE])
    set_level (paste, region, ZG_PASTE_PROVINCE, province, traditional);

  if (city != ZG_DIVISION_NONE)
    set_level (paste, region, ZG_PASTE_CITY, city, traditional);
  else if (region->n_candidates > 1)
    ask_names (paste, ZG_PASTE_CITY, region->candidates, region->n_candidates, ZG_DIVISION_CITY, traditional);
  else
    ask_children (paste, ZG_PASTE_CITY, region->candidates[0], traditional);

  if (district != ZG_DIVISION_NONE)
    set_level (paste, region, ZG_PASTE_DISTRICT, district, traditional);
  else if (region->n_candidates > 1)
    ask_names (paste, ZG_PASTE_DISTRICT, region->candidates, region->n_candidates, ZG_DIVISION_DISTRICT, traditional);
  else if (city == ZG_DIVISION_NONE)
    paste->ask[ZG_PASTE_DISTRICT] = g_ptr_array_new_with_free_func (g_free);
  else if (zg_division_get (city)->n_children > 0)
    ask_children (paste, ZG_PASTE_DISTRICT, city, traditional);
}

/* The parts that have @role, with @separator between them; %NULL for none. */
static char *
join_role (const ZgPasteText *text,
           ZgPasteRole        role,
           const char        *separator)
{
  g_autoptr(GString) joined = g_string_new (NULL);

  for (guint at = 0; at < text->n;)
    {
      guint end = at;

      while (end < text->n && text->roles[end] == role)
        end++;
      if (end > at)
        {
          g_autofree char *part = g_strstrip (zg_paste_text_dup (text, at, end));

          g_string_append_printf (joined, "%s%s", joined->len > 0 ? separator : "", part);
        }
      at = MAX (end, at + 1);
    }
  return joined->len > 0 ? g_strdup (joined->str) : NULL;
}

static void
list_spans (const ZgPasteText *text,
            ZgPaste           *paste)
{
  for (guint at = 0; at < text->n;)
    {
      guint end = at;

      while (end < text->n && text->roles[end] == text->roles[at])
        end++;
      g_array_append_val (paste->spans, ((ZgPasteSpan) { text->offsets[at], text->offsets[end], text->roles[at] }));
      at = end;
    }
}

static gboolean
has_role (const ZgPasteText *text,
          ZgPasteRole        role)
{
  return memchr (text->roles, role, text->n) != NULL;
}

/* Whether there is something that people send: a number, a place, or words that announce it. */
static gboolean
is_about_somebody (const ZgPasteText   *text,
                   const ZgPasteRegion *region)
{
  if (region->n_candidates > 0 || has_role (text, ZG_PASTE_ROLE_PHONE))
    return TRUE;
  return memchr (text->fields, ZG_PASTE_NAME, text->n) != NULL || memchr (text->fields, ZG_PASTE_DETAIL, text->n) != NULL;
}

static void
read_all (ZgPasteText *text,
          ZgPaste     *paste)
{
  ZgPasteRegion region;

  zg_paste_find_numbers (text, paste);
  zg_paste_find_labels (text);
  zg_paste_find_brackets (text, paste);
  zg_paste_find_region (text, &region);
  if (!is_about_somebody (text, &region))
    {
      for (guint i = 0; i < text->n; i++)
        if (text->roles[i] != ZG_PASTE_ROLE_BREAK)
          text->roles[i] = ZG_PASTE_ROLE_REST;
      g_clear_pointer (&paste->ask[ZG_PASTE_PHONE], g_ptr_array_unref);
      return;
    }

  fill_region (paste, &region, zg_paste_text_is_traditional (text));
  zg_paste_find_postcode (text, &region, paste);
  zg_paste_find_notes (text);
  zg_paste_find_name (text, paste);
  zg_paste_find_detail (text, &region, paste);
  paste->fields[ZG_PASTE_NOTE] = join_role (text, ZG_PASTE_ROLE_NOTE, "；");
  if (paste->fields[ZG_PASTE_NOTE] != NULL)
    paste->confidence[ZG_PASTE_NOTE] = ZG_PASTE_LIKELY;
  if (paste->phones->len > 0)
    {
      paste->fields[ZG_PASTE_PHONE] = g_strdup (g_ptr_array_index (paste->phones, 0));
      g_clear_pointer (&paste->ask[ZG_PASTE_PHONE], g_ptr_array_unref);
    }
}

/**
 * zg_paste_parse:
 * @text: (nullable): what somebody pasted: a name, a phone number and an address in any sequence and form
 *
 * Never fails: what is not understood is in the street or, where somebody only talks, in the rest. Takes time linear in the
 * length of @text; the first call ever reads the table of divisions. Any thread.
 *
 * Returns: (transfer full): what is in it
 */
ZgPaste *
zg_paste_parse (const char *text)
{
  ZgPaste *paste = g_new0 (ZgPaste, 1);
  g_autoptr(ZgPasteText) chars = NULL;

  paste->text = g_utf8_make_valid (text != NULL ? text : "", -1);
  paste->phones = g_ptr_array_new_with_free_func (g_free);
  paste->spans = g_array_new (FALSE, FALSE, sizeof (ZgPasteSpan));
  chars = zg_paste_text_new (paste->text);
  read_all (chars, paste);
  paste->rest = join_role (chars, ZG_PASTE_ROLE_REST, " ");
  list_spans (chars, paste);
  return paste;
}

/**
 * zg_paste_cut:
 * @text: (nullable): what is on the clipboard, which may be anything
 *
 * Nobody's name, phone number and address are longer than a page; reading more of a text would only take time.
 *
 * Returns: (transfer full): as much of @text as can be about somebody, as valid UTF-8
 */
char *
zg_paste_cut (const char *text)
{
  const char *at = text != NULL ? text : "";

  return g_utf8_make_valid (at, (gssize) strnlen (at, MAX_SIZE));
}

/**
 * zg_paste_free:
 * @paste: (transfer full) (nullable): what was understood of a text
 */
void
zg_paste_free (ZgPaste *paste)
{
  if (paste == NULL)
    return;

  for (guint i = 0; i < ZG_N_PASTE_FIELDS; i++)
    {
      g_free (paste->fields[i]);
      g_clear_pointer (&paste->ask[i], g_ptr_array_unref);
    }
  g_ptr_array_unref (paste->phones);
  g_array_unref (paste->spans);
  g_free (paste->rest);
  g_free (paste->text);
  g_free (paste);
}

/**
 * zg_paste_is_empty:
 * @paste: what was understood of a text
 *
 * Returns: whether there was nothing in it to fill a form with
 */
gboolean
zg_paste_is_empty (const ZgPaste *paste)
{
  for (guint i = 0; i < ZG_N_PASTE_FIELDS; i++)
    if (paste->fields[i] != NULL)
      return FALSE;
  return TRUE;
}

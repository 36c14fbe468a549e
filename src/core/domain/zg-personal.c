/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-personal"

#include "config.h"

#include "zg-personal.h"

#include <string.h>

/* How platforms and spreadsheets write "nothing". Exact, because Nan is also somebody's name. */
static const char * const absent_words[] = {
  "-", "--", "—", "——", "null", "NULL", "None", "nan", "NaN", "无", "無", "\"\"", "'", "=\"\"",
};

static char *
trimmed (const char *text)
{
  return text != NULL ? g_strstrip (g_strdup (text)) : g_strdup ("");
}

/* `##…`, `$$…`, `~…~`, and the forms with a version at the end: `#…#…#1##`, `$…$…$1$$`. */
static gboolean
is_cipher (const char *text)
{
  if (g_str_has_prefix (text, "##") || g_str_has_prefix (text, "$$"))
    return TRUE;
  if (text[0] == '~' && strlen (text) > 2 && g_str_has_suffix (text, "~"))
    return TRUE;

  return (text[0] == '#' && g_str_has_suffix (text, "##")) || (text[0] == '$' && g_str_has_suffix (text, "$$"));
}

/**
 * zg_disclosure_of_text:
 * @text: (nullable): a name, account, phone or address as a platform wrote it
 *
 * Judges by the form alone. Platforms write hidden data with stars or as cipher text, and nothing in half a dozen ways.
 * That a number forwards (%ZG_DISCLOSURE_VIRTUAL) only zg_phone_parse() can tell.
 *
 * Returns: how much of @text is real
 */
ZgDisclosure
zg_disclosure_of_text (const char *text)
{
  g_autofree char *bare = trimmed (text);

  if (*bare == '\0')
    return ZG_DISCLOSURE_ABSENT;
  for (gsize i = 0; i < G_N_ELEMENTS (absent_words); i++)
    if (strcmp (bare, absent_words[i]) == 0)
      return ZG_DISCLOSURE_ABSENT;

  if (is_cipher (bare))
    return ZG_DISCLOSURE_CIPHER;
  if (strchr (bare, '*') != NULL || strstr (bare, "＊") != NULL)
    return ZG_DISCLOSURE_MASKED;

  return ZG_DISCLOSURE_PLAIN;
}

/**
 * zg_disclosure_is_hidden:
 * @disclosure: how much of a value is real
 *
 * Returns: whether the platform hides the value: there is something, but it is not the real thing
 */
gboolean
zg_disclosure_is_hidden (ZgDisclosure disclosure)
{
  return disclosure > ZG_DISCLOSURE_ABSENT && disclosure < ZG_DISCLOSURE_PLAIN;
}

/**
 * zg_personal_set:
 * @personal: an initialised value
 * @text: (nullable): what the platform or a person wrote
 *
 * Sets the value and judges from its form how much of it is real. Blanks around it go; what stands for nothing
 * becomes nothing.
 */
void
zg_personal_set (ZgPersonal *personal,
                 const char *text)
{
  zg_personal_set_full (personal, text, zg_disclosure_of_text (text));
}

/**
 * zg_personal_set_full:
 * @personal: an initialised value
 * @text: (nullable): the value; ignored when @disclosure is %ZG_DISCLOSURE_ABSENT
 * @disclosure: how much of it is real, as somebody knows who judged it before
 */
void
zg_personal_set_full (ZgPersonal   *personal,
                      const char   *text,
                      ZgDisclosure  disclosure)
{
  g_autofree char *bare = trimmed (text);

  if (*bare == '\0' || disclosure == ZG_DISCLOSURE_ABSENT)
    {
      zg_personal_clear (personal);
      return;
    }

  g_free (personal->text);
  personal->text = g_steal_pointer (&bare);
  personal->disclosure = disclosure;
}

/**
 * zg_personal_copy:
 * @destination: an initialised value
 * @source: a value
 */
void
zg_personal_copy (ZgPersonal       *destination,
                  const ZgPersonal *source)
{
  char *text;

  if (destination == source)
    return;

  text = g_strdup (source->text);
  g_free (destination->text);
  destination->text = text;
  destination->disclosure = source->disclosure;
}

/**
 * zg_personal_clear:
 * @personal: an initialised value
 *
 * Makes it nothing and frees what it held.
 */
void
zg_personal_clear (ZgPersonal *personal)
{
  g_clear_pointer (&personal->text, g_free);
  personal->disclosure = ZG_DISCLOSURE_ABSENT;
}

/**
 * zg_personal_identifies:
 * @personal: a value
 *
 * Returns: whether the value may find, match or merge people: only the real thing may
 */
gboolean
zg_personal_identifies (const ZgPersonal *personal)
{
  return personal->disclosure == ZG_DISCLOSURE_PLAIN && personal->text != NULL && *personal->text != '\0';
}

/**
 * zg_personal_improves:
 * @candidate: what a newer source says
 * @known: what is kept
 *
 * Whether @candidate should replace @known: when it discloses more, or when both are the real thing and differ. A
 * hidden value never replaces a real one, and one mask never another.
 *
 * Returns: whether to take @candidate
 */
gboolean
zg_personal_improves (const ZgPersonal *candidate,
                      const ZgPersonal *known)
{
  if (candidate->disclosure != known->disclosure)
    return candidate->disclosure > known->disclosure;

  return candidate->disclosure == ZG_DISCLOSURE_PLAIN && !zg_personal_equal (candidate, known);
}

/**
 * zg_personal_equal:
 * @a: a value
 * @b: a value
 *
 * Returns: whether both are written alike. Two equal masks are no proof of one person: zg_personal_identifies()
 */
gboolean
zg_personal_equal (const ZgPersonal *a,
                   const ZgPersonal *b)
{
  return a->disclosure == b->disclosure && g_strcmp0 (a->text, b->text) == 0;
}

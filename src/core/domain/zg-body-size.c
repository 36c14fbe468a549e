/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-body-size"

#include "config.h"

#include "zg-body-size.h"

#include "zg-error.h"
#include "zg-width.h"

#include <glib/gi18n.h>
#include <string.h>

/* From a newborn child to more than anybody; what lies outside was meant in another unit. */
#define MIN_HEIGHT 400
#define MAX_HEIGHT 2500
#define MIN_WEIGHT 2000
#define MAX_WEIGHT 300000

/**
 * zg_body_size_clear:
 * @size: a size
 *
 * Frees what it holds and makes it unknown.
 */
void
zg_body_size_clear (ZgBodySize *size)
{
  g_free (size->shoe);
  g_free (size->usual);
  *size = (ZgBodySize) { 0 };
}

/**
 * zg_body_size_copy:
 * @size: a size
 * @copy_out: (out caller-allocates): the same; what it held before is not freed
 */
void
zg_body_size_copy (const ZgBodySize *size,
                   ZgBodySize       *copy_out)
{
  *copy_out = *size;
  copy_out->shoe = g_strdup (size->shoe);
  copy_out->usual = g_strdup (size->usual);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static gboolean
is_same (const char *a,
         const char *b)
{
  return is_empty (a) ? is_empty (b) : g_strcmp0 (a, b) == 0;
}

/**
 * zg_body_size_equal:
 * @a: a size
 * @b: another one
 *
 * Returns: whether both say the same
 */
gboolean
zg_body_size_equal (const ZgBodySize *a,
                    const ZgBodySize *b)
{
  return a->height == b->height && a->weight == b->weight && is_same (a->shoe, b->shoe)
         && is_same (a->usual, b->usual);
}

/**
 * zg_body_size_is_known:
 * @size: a size
 *
 * Returns: whether it says anything
 */
gboolean
zg_body_size_is_known (const ZgBodySize *size)
{
  return size->height != 0 || size->weight != 0 || !is_empty (size->shoe) || !is_empty (size->usual);
}

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
is_short (const char *words)
{
  return is_empty (words)
         || (g_utf8_validate (words, -1, NULL) && g_utf8_strlen (words, -1) <= ZG_BODY_SIZE_MAX_WORDS);
}

/**
 * zg_body_size_validate:
 * @size: a size
 * @error: return location, #ZG_DOMAIN_ERROR_INVALID with a sentence that says what is wrong
 *
 * Returns: whether it can be kept; that nothing is known is no fault
 */
gboolean
zg_body_size_validate (const ZgBodySize  *size,
                       GError           **error)
{
  if (size->height != 0 && (size->height < MIN_HEIGHT || size->height > MAX_HEIGHT))
    return refuse (error, _("A height lies between 40 cm and 250 cm."));
  if (size->weight != 0 && (size->weight < MIN_WEIGHT || size->weight > MAX_WEIGHT))
    return refuse (error, _("A weight lies between 2 kg and 300 kg."));
  if (!is_short (size->shoe) || !is_short (size->usual))
    return refuse (error, _("A size has 40 characters at most. What is longer belongs in the note."));

  return TRUE;
}

/* Whether @text is a word for "size", which says nothing beside one. */
static gboolean
is_word_for_size (const char *text)
{
  static const char * const words[] = { "码", "碼", "号", "號" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (text, words[i]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * zg_body_size_normalise_shoe:
 * @text: (nullable): what somebody wrote as the size of their shoes
 *
 * Makes `37码`, `鞋码：37`, `EU 37` and `３７` the same as `37`, so that sizes can be compared and counted. What is more
 * than that stays: 235, 23.5cm, US 7, 37偏大.
 *
 * Returns: (transfer full) (nullable): the size, or %NULL for none
 */
char *
zg_body_size_normalise_shoe (const char *text)
{
  static const char * const titles[] = { "鞋码", "鞋碼", "鞋号", "鞋號", "欧码", "歐碼", "EU", "eu" };
  g_autofree char *narrow = zg_width_fold (text);
  char *bare = g_strstrip (narrow);
  gsize n_number;

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_has_prefix (bare, titles[i]))
      bare += strlen (titles[i]);
  bare += strspn (bare, ": ");

  n_number = strspn (bare, "0123456789.");
  if (n_number > 0 && is_word_for_size (bare + n_number))
    bare[n_number] = '\0';
  if (n_number > 2 && bare[n_number] == '\0' && g_str_has_suffix (bare, ".0"))
    bare[n_number - 2] = '\0';

  return *bare != '\0' ? g_strdup (bare) : NULL;
}

/**
 * zg_body_size_normalise_usual:
 * @text: (nullable): what somebody wrote as the size they take
 *
 * Makes ` xl码` and `ＸＬ` the same as `XL`, so that sizes can be compared and counted. Words stay as they are: 均码, 27码.
 *
 * Returns: (transfer full) (nullable): the size, or %NULL for none
 */
char *
zg_body_size_normalise_usual (const char *text)
{
  g_autofree char *narrow = zg_width_fold (text);
  g_autofree char *upper = g_ascii_strup (g_strstrip (narrow), -1);
  gsize n_latin = strspn (upper, "0123456789SMLX");
  const char *rest = upper + n_latin;

  if (*upper == '\0')
    return NULL;
  if (n_latin > 0 && g_ascii_isalpha (rest[-1]) && is_word_for_size (rest))
    return g_strndup (upper, n_latin);
  if (n_latin > 0 && *rest == '\0')
    return g_steal_pointer (&upper);

  /* Only sizes are written in capitals, not what somebody says about theirs. */
  return g_steal_pointer (&narrow);
}

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
#define MIN_SHOE 150
#define MAX_SHOE 550

/**
 * zg_body_size_clear:
 * @size: a size
 *
 * Frees what it holds and makes it unknown.
 */
void
zg_body_size_clear (ZgBodySize *size)
{
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
  copy_out->usual = g_strdup (size->usual);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
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
  return a->height == b->height && a->weight == b->weight && a->shoe == b->shoe
         && (is_empty (a->usual) ? is_empty (b->usual) : g_strcmp0 (a->usual, b->usual) == 0);
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
  return size->height != 0 || size->weight != 0 || size->shoe != 0 || !is_empty (size->usual);
}

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, message);
  return FALSE;
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
  if (size->shoe != 0 && (size->shoe < MIN_SHOE || size->shoe > MAX_SHOE))
    return refuse (error, _("A shoe size lies between 15 and 55, which is 125 mm to 325 mm."));
  if (!is_empty (size->usual)
      && (!g_utf8_validate (size->usual, -1, NULL) || g_utf8_strlen (size->usual, -1) > ZG_BODY_SIZE_MAX_USUAL))
    return refuse (error, _("A usual size has 40 characters at most. What is longer belongs in the note."));

  return TRUE;
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
  if (n_latin > 0 && g_ascii_isalpha (rest[-1]) && (strcmp (rest, "码") == 0 || strcmp (rest, "碼") == 0
                                                    || strcmp (rest, "号") == 0 || strcmp (rest, "號") == 0))
    return g_strndup (upper, n_latin);
  if (n_latin > 0 && *rest == '\0')
    return g_steal_pointer (&upper);

  /* Only sizes are written in capitals, not what somebody says about theirs. */
  return g_steal_pointer (&narrow);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-fill.h"

/* What comes of filling a reply: the text, where the values are in it, and what it still lacks. */

static void
zg_missing_free (ZgMissing *missing)
{
  g_free (missing->name);
  g_free (missing->label);
  g_strfreev (missing->choices);
  g_free (missing->prefill);
  g_free (missing->fault);
  g_free (missing);
}

/**
 * zg_fill_new:
 *
 * Returns: (transfer full): a fill without a text, in which nothing is missing
 */
ZgFill *
zg_fill_new (void)
{
  ZgFill *fill = g_new0 (ZgFill, 1);

  fill->spans = g_array_new (FALSE, FALSE, sizeof (ZgSpan));
  fill->missing = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_missing_free);
  return fill;
}

/**
 * zg_fill_free:
 * @fill: (transfer full): a filled reply
 */
void
zg_fill_free (ZgFill *fill)
{
  g_free (fill->text);
  g_array_unref (fill->spans);
  g_ptr_array_unref (fill->missing);
  g_free (fill);
}

/**
 * zg_fill_add_missing:
 * @fill: a filled reply
 * @name: under which name an answer is given
 * @label: what to call it in the window
 *
 * Returns: (transfer none): a further thing that is missing
 */
ZgMissing *
zg_fill_add_missing (ZgFill     *fill,
                     const char *name,
                     const char *label)
{
  ZgMissing *missing = g_new0 (ZgMissing, 1);

  missing->name = g_strdup (name);
  missing->label = g_strdup (label);
  g_ptr_array_add (fill->missing, missing);
  return missing;
}

/**
 * zg_fill_accept_offers:
 * @fill: a filled reply
 * @answers: (element-type utf8 utf8): answers so far, which owns its keys and values
 *
 * Adds what the shop offers for the asks of @fill, for one key that accepts them all and where nobody is there to ask.
 * The reply has to be filled again then.
 *
 * Returns: whether there was any offer
 */
gboolean
zg_fill_accept_offers (const ZgFill *fill,
                       GHashTable   *answers)
{
  gboolean any = FALSE;

  for (guint i = 0; i < fill->missing->len; i++)
    {
      const ZgMissing *missing = g_ptr_array_index (fill->missing, i);

      if (missing->prefill == NULL)
        continue;
      g_hash_table_insert (answers, g_strdup (missing->name), g_strdup (missing->prefill));
      any = TRUE;
    }
  return any;
}

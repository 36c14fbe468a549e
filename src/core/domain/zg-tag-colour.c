/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-tag-colour"

#include "config.h"

#include "zg-tag-colour.h"

#include <glib/gi18n.h>

/* In the order of the rainbow, which is how people look for a colour. */
static const struct {
  const char *word;
  const char *label;
} colours[] = {
  { "red", N_("Red") },
  { "orange", N_("Orange") },
  { "yellow", N_("Yellow") },
  { "green", N_("Green") },
  { "teal", N_("Teal") },
  { "blue", N_("Blue") },
  { "purple", N_("Purple") },
  { "grey", N_("Grey") },
};

/**
 * zg_tag_colour_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): all words, in the order in which people should see them
 */
const char * const *
zg_tag_colour_list (void)
{
  static const char *words[G_N_ELEMENTS (colours) + 1];
  static gsize filled = 0;

  if (g_once_init_enter (&filled))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (colours); i++)
        words[i] = colours[i].word;
      g_once_init_leave (&filled, 1);
    }

  return words;
}

/**
 * zg_tag_colour_is_known:
 * @word: (nullable): a word
 *
 * Returns: whether @word is in the table; a tag without a colour has the empty one, which is not
 */
gboolean
zg_tag_colour_is_known (const char *word)
{
  return word != NULL && g_strv_contains (zg_tag_colour_list (), word);
}

/**
 * zg_tag_colour_to_label:
 * @word: (nullable): a word
 *
 * Returns: its name in the user's language; "No colour" for a word that is not in the table
 */
const char *
zg_tag_colour_to_label (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (colours); i++)
    if (g_strcmp0 (colours[i].word, word) == 0)
      return _(colours[i].label);

  return _("No colour");
}

/**
 * zg_tag_colour_propose:
 * @tag: a tag's name
 *
 * Returns: (transfer none): the colour of a new tag nobody chose one for: always the same for the same name, and never
 *   grey, which says that a tag does not matter
 */
const char *
zg_tag_colour_propose (const char *tag)
{
  return colours[g_str_hash (tag) % (G_N_ELEMENTS (colours) - 1)].word;
}

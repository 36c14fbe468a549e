/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-markup"

#include "config.h"

#include "zg-markup.h"

/* Some of libadwaita's texts are read as Pango markup, in which an "&" makes the whole text vanish and a "<b>" in a
 * customer's name becomes an instruction. This file is the one place that turns plain text into what they want. */

/**
 * zg_markup_escape:
 * @text: (nullable): plain text, from anywhere
 *
 * Returns: (transfer full): @text as markup that shows exactly @text; empty for %NULL
 */
char *
zg_markup_escape (const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return g_strdup ("");
  valid = g_utf8_make_valid (text, -1);
  return g_markup_escape_text (valid, -1);
}

/**
 * zg_markup_status_page_set_description:
 * @text: (nullable): plain text
 */
void
zg_markup_status_page_set_description (AdwStatusPage *page,
                                       const char    *text)
{
  g_autofree char *markup = zg_markup_escape (text);

  adw_status_page_set_description (page, text != NULL ? markup : NULL);
}

/**
 * zg_markup_row_set_title:
 * @text: (nullable): plain text
 */
void
zg_markup_row_set_title (AdwPreferencesRow *row,
                         const char        *text)
{
  g_autofree char *markup = zg_markup_escape (text);

  adw_preferences_row_set_title (row, markup);
}

/**
 * zg_markup_row_set_subtitle:
 * @text: (nullable): plain text
 */
void
zg_markup_row_set_subtitle (AdwActionRow *row,
                            const char   *text)
{
  g_autofree char *markup = zg_markup_escape (text);

  adw_action_row_set_subtitle (row, markup);
}

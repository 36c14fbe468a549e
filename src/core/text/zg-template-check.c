/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-template-check.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-error.h"
#include "zg-piece.h"

/* What can be said of a reply's text before it is filled for anybody. */

/**
 * zg_template_is_too_long:
 * @text: a body, or what one was filled to
 *
 * Returns: whether it is too long for a message
 */
gboolean
zg_template_is_too_long (const char *text)
{
  gsize n_bytes = strlen (text);

  return n_bytes > ZG_TEMPLATE_MAX_LENGTH && g_utf8_strlen (text, (gssize) n_bytes) > ZG_TEMPLATE_MAX_LENGTH;
}

/**
 * zg_template_describe_too_long:
 *
 * Returns: (transfer full): a sentence that says so
 */
char *
zg_template_describe_too_long (void)
{
  return g_strdup_printf (_("The text is too long for a message: it can have %d characters."), ZG_TEMPLATE_MAX_LENGTH);
}

/**
 * zg_template_check:
 * @body: a reply's body
 * @error: return location for an error: %ZG_DOMAIN_ERROR_INVALID, with a sentence for the person who writes
 *
 * Returns: whether @body can be filled, for whomever, once everything is known: no brace is left open, nothing nests,
 *   all names are known, and it is not too long
 */
gboolean
zg_template_check (const char  *body,
                   GError     **error)
{
  g_autofree char *sentence = NULL;
  g_autoptr(GArray) pieces = NULL;

  if (!g_utf8_validate (body, -1, NULL))
    sentence = g_strdup (_("The text is damaged: a part of it is no text."));
  else if (zg_template_is_too_long (body))
    sentence = zg_template_describe_too_long ();
  else
    pieces = zg_template_parse (body);

  for (guint i = 0; sentence == NULL && i < pieces->len; i++)
    sentence = zg_piece_describe_fault (&g_array_index (pieces, ZgPiece, i));

  if (sentence == NULL)
    return TRUE;
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, sentence);
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-piece.h"

#include <string.h>

/*
 * The little language of replies: {称呼|亲}, {今天+3}, {?颜色:黑色|白色}, {表情:微笑}, {{ and }} for braces.
 */

/* What a Chinese input method gives for + and |. */
#define WIDE_PLUS "＋"
#define WIDE_BAR "｜"
/* Ten years, in days. */
#define MAX_OFFSET 3660

static const char * const emoticon_prefixes[] = { "表情:", "表情：", "face:" };

/**
 * zg_piece_clear:
 * @piece: a piece
 */
void
zg_piece_clear (ZgPiece *piece)
{
  g_clear_pointer (&piece->name, g_free);
  g_clear_pointer (&piece->argument, g_free);
}

/* "today+3", "today - 1", "今天＋3": takes the number off. What is no number of days stays, and then there is no
 * such name. */
static int
take_offset (char *name)
{
  char *sign = strpbrk (name, "+-");
  gsize sign_length = 1;
  const char *digits;
  char *end = NULL;
  gint64 offset;

  if (sign == NULL)
    {
      sign = strstr (name, WIDE_PLUS);
      sign_length = strlen (WIDE_PLUS);
    }
  if (sign == NULL || sign == name)
    return 0;

  digits = sign + sign_length + strspn (sign + sign_length, " ");
  if (!g_ascii_isdigit (*digits))
    return 0;

  offset = g_ascii_strtoll (digits, &end, 10);
  if (*end != '\0' || offset > MAX_OFFSET)
    return 0;
  if (*sign == '-')
    offset = -offset;

  *sign = '\0';
  g_strchomp (name);
  return (int) offset;
}

/* Ends @text at its first bar, of either width. Returns what stands behind it, or %NULL if there is none. */
static char *
part_at_bar (char *text)
{
  for (char *p = text; *p != '\0'; p++)
    {
      gsize length = *p == '|' ? 1 : g_str_has_prefix (p, WIDE_BAR) ? strlen (WIDE_BAR) : 0;

      if (length > 0)
        {
          *p = '\0';
          return p + length;
        }
    }

  return NULL;
}

/* What stands between the braces, @length bytes of it. */
static void
read_braces (const char *inside,
             gsize       length,
             ZgPiece    *piece)
{
  g_autofree char *text = g_strstrip (g_strndup (inside, length));
  const char *rest;

  for (gsize i = 0; i < G_N_ELEMENTS (emoticon_prefixes); i++)
    {
      if (g_str_has_prefix (text, emoticon_prefixes[i]))
        {
          piece->kind = ZG_PIECE_EMOTICON;
          piece->name = g_strstrip (g_strdup (text + strlen (emoticon_prefixes[i])));
          return;
        }
    }

  if (text[0] == '?' || g_str_has_prefix (text, "？"))
    {
      char *asked = text[0] == '?' ? text + 1 : text + strlen ("？");
      char *colon = strchr (asked, ':');
      char *wide_colon = strstr (asked, "：");

      piece->kind = ZG_PIECE_ASK;
      if (wide_colon != NULL && (colon == NULL || wide_colon < colon))
        {
          piece->argument = g_strdup (wide_colon + strlen ("："));
          *wide_colon = '\0';
        }
      else if (colon != NULL)
        {
          piece->argument = g_strdup (colon + 1);
          *colon = '\0';
        }
      piece->name = g_strstrip (g_strdup (asked));
      return;
    }

  piece->kind = ZG_PIECE_FIELD;
  rest = part_at_bar (text);
  piece->argument = g_strdup (rest);
  g_strchomp (text);
  piece->offset = take_offset (text);
  piece->name = g_strdup (text);
}

/**
 * zg_template_next_piece:
 * @body: a reply's body
 * @position: where to go on, in bytes
 * @piece: (out caller-allocates): what stands there; clear it with zg_piece_clear()
 *
 * Reads a body piece by piece: the filler, the editor and the importer all read it so. A literal piece has its text
 * at @start to @end of the body, without the second brace of a doubled one.
 *
 * Returns: %FALSE at the end
 */
gboolean
zg_template_next_piece (const char *body,
                        gsize       position,
                        ZgPiece    *piece)
{
  const char *start = body + position;
  const char *stop;

  memset (piece, 0, sizeof *piece);
  piece->start = position;
  if (*start == '\0')
    return FALSE;

  if (*start != '{' && *start != '}')
    {
      piece->kind = ZG_PIECE_LITERAL;
      piece->end = position + strcspn (start, "{}");
      return TRUE;
    }

  /* A doubled brace is one; a closing brace alone is nothing but itself. */
  if (*start == '}' || start[1] == '{')
    {
      piece->kind = ZG_PIECE_LITERAL;
      piece->start = start[1] == *start ? position + 1 : position;
      piece->end = piece->start + 1;
      return TRUE;
    }

  stop = start + 1 + strcspn (start + 1, "{}\n");
  if (*stop == '}')
    {
      read_braces (start + 1, stop - start - 1, piece);
      piece->end = stop + 1 - body;
      return TRUE;
    }

  piece->kind = ZG_PIECE_BROKEN;
  piece->end = stop - body;
  piece->name = g_strndup (start, stop - start);
  return TRUE;
}

/**
 * zg_piece_split_choices:
 * @piece: a piece of a body
 *
 * Returns: (transfer full) (nullable): the choices of an ask, without blanks around them and without empty ones;
 *   %NULL when there are none
 */
char **
zg_piece_split_choices (const ZgPiece *piece)
{
  g_autofree char *left = g_strdup (piece->argument);
  g_autoptr(GPtrArray) choices = g_ptr_array_new_with_free_func (g_free);

  for (char *choice = left, *next; choice != NULL; choice = next)
    {
      next = part_at_bar (choice);
      g_strstrip (choice);
      if (choice[0] != '\0')
        g_ptr_array_add (choices, g_strdup (choice));
    }
  if (choices->len == 0)
    return NULL;

  g_ptr_array_add (choices, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&choices), FALSE);
}

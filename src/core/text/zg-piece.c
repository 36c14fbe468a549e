/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-piece.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-emoticon.h"

/*
 * The little language of replies: {称呼|亲}, {今天+3}, {?颜色:黑色|白色}, {表情:微笑}, and {{ and }} for braces. A closing
 * brace is doubled only where a doubled one was opened before, so that any text without an opening brace stays as it is.
 */

/* What a Chinese input method gives for +, -, |, : and ?. */
#define WIDE_PLUS "＋"
#define WIDE_MINUS "－"
#define WIDE_BAR "｜"
#define WIDE_COLON "："
#define WIDE_QUESTION "？"
/* Ten years, in days. */
#define MAX_OFFSET 3660
/* Of a body that lacks a closing brace, so much is shown to say where. */
#define MAX_SHOWN 24

/* A line ends, or a message of a reply that has several (U+001E): no placeholder goes beyond it. */
#define STOPS "{}\r\n\x1e"

static void
zg_piece_clear (gpointer data)
{
  ZgPiece *piece = data;

  g_free (piece->name);
  g_free (piece->argument);
}

/* Cuts @text at the first @narrow or @wide. Returns what stands behind it, or %NULL if there is none. */
static char *
part_at (char       *text,
         char        narrow,
         const char *wide)
{
  for (char *p = text; *p != '\0'; p++)
    {
      gsize length = *p == narrow ? 1 : g_str_has_prefix (p, wide) ? strlen (wide) : 0;

      if (length > 0)
        {
          *p = '\0';
          return p + length;
        }
    }

  return NULL;
}

/* "today+3", "today - 1", "今天＋3": takes the number off. What is no number of days stays, and then there is no
 * such name. */
static int
take_offset (char *name)
{
  g_autofree char *copy = g_strdup (name);
  char *days = part_at (copy, '+', WIDE_PLUS);
  gboolean is_minus = FALSE;
  char *end = NULL;
  gint64 offset;

  if (days == NULL)
    {
      days = part_at (copy, '-', WIDE_MINUS);
      is_minus = TRUE;
    }
  if (days == NULL || *copy == '\0')
    return 0;

  days += strspn (days, " ");
  if (!g_ascii_isdigit (*days))
    return 0;

  offset = g_ascii_strtoll (days, &end, 10);
  if (*end != '\0' || offset > MAX_OFFSET)
    return 0;

  name[strlen (copy)] = '\0';
  g_strchomp (name);
  return (int) (is_minus ? -offset : offset);
}

static gboolean
read_emoticon (const char *text,
               ZgPiece    *piece)
{
  const char *name = zg_emoticon_skip_prefix (text);

  if (name == NULL)
    return FALSE;

  piece->kind = ZG_PIECE_EMOTICON;
  piece->name = g_strstrip (g_strdup (name));
  if (zg_emoticon_find (piece->name, ZG_EMOTICONS_NONE) == NULL)
    piece->fault = ZG_PIECE_FAULT_UNKNOWN_EMOTICON;
  return TRUE;
}

static void
read_ask (char    *text,
          ZgPiece *piece)
{
  piece->kind = ZG_PIECE_ASK;
  piece->argument = g_strdup (part_at (text, ':', WIDE_COLON));
  piece->name = g_strstrip (g_strdup (text));
  piece->placeholder = zg_placeholder_find (piece->name);
  if (*piece->name == '\0')
    piece->fault = ZG_PIECE_FAULT_NO_NAME;
}

static void
read_field (char    *text,
            ZgPiece *piece)
{
  const char *fallback = part_at (text, '|', WIDE_BAR);

  piece->kind = ZG_PIECE_FIELD;
  piece->argument = fallback != NULL ? g_strstrip (g_strdup (fallback)) : NULL;
  g_strchomp (text);
  piece->offset = take_offset (text);
  piece->name = g_strdup (text);
  piece->placeholder = zg_placeholder_find (piece->name);

  if (*piece->name == '\0')
    piece->fault = ZG_PIECE_FAULT_NO_NAME;
  else if (piece->placeholder == NULL)
    piece->fault = ZG_PIECE_FAULT_UNKNOWN;
  /* A number of days behind something that is no day would be lost in silence. */
  else if (piece->offset != 0 && piece->placeholder->kind != ZG_PLACEHOLDER_DAY)
    piece->fault = ZG_PIECE_FAULT_NO_DAY;
}

/* What begins with an opening brace that is not doubled. */
static void
read_braces (const char *start,
             ZgPiece    *piece)
{
  const char *stop = start + 1 + strcspn (start + 1, STOPS);
  g_autofree char *text = NULL;

  if (*stop != '}')
    {
      piece->kind = ZG_PIECE_BROKEN;
      piece->fault = *stop == '{' ? ZG_PIECE_FAULT_NESTED : ZG_PIECE_FAULT_UNCLOSED;
      piece->end = piece->start + (stop - start);
      piece->name = g_strndup (start, stop - start);
      return;
    }

  piece->end = piece->start + (stop + 1 - start);
  text = g_strstrip (g_strndup (start + 1, stop - start - 1));
  if (read_emoticon (text, piece))
    return;
  if (text[0] == '?')
    read_ask (text + 1, piece);
  else if (g_str_has_prefix (text, WIDE_QUESTION))
    read_ask (text + strlen (WIDE_QUESTION), piece);
  else
    read_field (text, piece);
}

/* @n_open doubled braces were opened before and not closed. */
static void
read_piece (const char *body,
            guint      *n_open,
            ZgPiece    *piece)
{
  const char *start = body + piece->start;

  if (start[0] == '{' && start[1] == '{')
    {
      piece->kind = ZG_PIECE_BRACE;
      piece->end = piece->start + 2;
      *n_open += 1;
    }
  else if (start[0] == '}' && start[1] == '}' && *n_open > 0)
    {
      piece->kind = ZG_PIECE_BRACE;
      piece->end = piece->start + 2;
      *n_open -= 1;
    }
  else if (start[0] == '{')
    {
      read_braces (start, piece);
    }
  else
    {
      gsize length = strcspn (start, "{}");

      piece->kind = ZG_PIECE_LITERAL;
      piece->end = piece->start + MAX (length, 1);
    }
}

/**
 * zg_template_parse:
 * @body: a reply's body, valid UTF-8
 *
 * Cuts a body into pieces, each of which begins where the one before it ends, the first at 0 and the last at the end:
 * the filler, the editor and the importer all read a body so.
 *
 * Returns: (transfer full) (element-type ZgPiece): the pieces; unref it and they are freed
 */
GArray *
zg_template_parse (const char *body)
{
  GArray *pieces = g_array_new (FALSE, TRUE, sizeof (ZgPiece));
  guint n_open = 0;

  g_array_set_clear_func (pieces, zg_piece_clear);
  for (gsize position = 0; body[position] != '\0';)
    {
      ZgPiece piece = { .start = position };

      read_piece (body, &n_open, &piece);
      position = piece.end;
      g_array_append_val (pieces, piece);
    }
  return pieces;
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
      next = part_at (choice, '|', WIDE_BAR);
      g_strstrip (choice);
      if (choice[0] != '\0')
        g_ptr_array_add (choices, g_strdup (choice));
    }
  if (choices->len == 0)
    return NULL;

  g_ptr_array_add (choices, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&choices), FALSE);
}

/**
 * zg_piece_describe_fault:
 * @piece: a piece of a body
 *
 * Returns: (transfer full) (nullable): a sentence that says why it can't be filled and what to do; %NULL if it can
 */
char *
zg_piece_describe_fault (const ZgPiece *piece)
{
  const char *name = piece->name != NULL ? piece->name : "";
  glong length = g_utf8_strlen (name, -1);
  g_autofree char *head = g_utf8_substring (name, 0, MIN (length, MAX_SHOWN));
  g_autofree char *shown = g_strconcat (head, length > MAX_SHOWN ? "…" : "", NULL);

  switch (piece->fault)
    {
    case ZG_PIECE_FAULT_UNCLOSED:
      return g_strdup_printf (_("“%s” is not closed by “}”."), shown);
    case ZG_PIECE_FAULT_NESTED:
      return g_strdup_printf (_("“%s” has to be closed by “}” before the next “{”. For a brace itself, write “{{”."), shown);
    case ZG_PIECE_FAULT_NO_NAME:
      return g_strdup (_("There is no name between the braces."));
    case ZG_PIECE_FAULT_UNKNOWN:
      return g_strdup_printf (_("There is no placeholder {%s}. Ask for it with {?%s} instead."), shown, shown);
    case ZG_PIECE_FAULT_NO_DAY:
      return g_strdup_printf (_("{%s} is no day, so no days can be added to it."), shown);
    case ZG_PIECE_FAULT_UNKNOWN_EMOTICON:
      return g_strdup_printf (_("There is no emoticon “%s”."), shown);
    case ZG_PIECE_FAULT_NONE:
    default:
      return NULL;
    }
}

/**
 * zg_template_append_escaped:
 * @body: where to write
 * @text: any text
 * @length: how many bytes of it
 * @n_open: (inout): doubled braces of @body that are open; 0 at first
 *
 * Writes @text so that, as a part of a body, it comes out as it is: for texts from elsewhere, whose braces mean nothing.
 */
void
zg_template_append_escaped (GString    *body,
                            const char *text,
                            gsize       length,
                            guint      *n_open)
{
  for (const char *p = text; p < text + length; p++)
    {
      g_string_append_c (body, *p);
      if (*p == '{')
        {
          g_string_append_c (body, '{');
          *n_open += 1;
        }
      else if (*p == '}' && *n_open > 0)
        {
          g_string_append_c (body, '}');
          *n_open -= 1;
        }
    }
}

/**
 * zg_template_escape:
 * @text: any text
 *
 * Returns: (transfer full): a body that is filled to @text
 */
char *
zg_template_escape (const char *text)
{
  GString *body = g_string_sized_new (strlen (text));
  guint n_open = 0;

  zg_template_append_escaped (body, text, strlen (text), &n_open);
  return g_string_free (body, FALSE);
}

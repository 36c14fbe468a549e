/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-template.h"

#include <string.h>

/*
 * The little language of replies: {称呼|亲}, {今天+3}, {?颜色:黑色|白色}, {表情:微笑}, {{ and }} for braces.
 *
 * Filling is one pass over the body from left to right. A value goes out as it is and is never looked at again, so a
 * customer who is called {订单号} stays called so.
 */

/* Between the letters of a missing field, so that no line breaks in it (U+2060 WORD JOINER). */
#define WORD_JOINER "\xe2\x81\xa0"

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

/* "name+3" or "name-1": takes the number off, but only where a known name is left. */
static int
take_offset (char *name)
{
  char *sign = strpbrk (name, "+-");
  char *end = NULL;
  gint64 offset;

  if (sign == NULL || sign == name || !g_ascii_isdigit (sign[1]))
    return 0;

  offset = g_ascii_strtoll (sign, &end, 10);
  if (*end != '\0' || ABS (offset) > 3660)
    return 0;

  *sign = '\0';
  return (int) offset;
}

/* What stands between the braces, @length bytes of it. */
static void
read_braces (const char *inside,
             gsize       length,
             ZgPiece    *piece)
{
  g_autofree char *text = g_strstrip (g_strndup (inside, length));
  char *bar;

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
      char *rest = text[0] == '?' ? text + 1 : text + strlen ("？");
      char *colon = strchr (rest, ':');
      char *wide_colon = strstr (rest, "：");

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
      piece->name = g_strstrip (g_strdup (rest));
      return;
    }

  piece->kind = ZG_PIECE_FIELD;
  bar = strchr (text, '|');
  if (bar != NULL)
    {
      piece->argument = g_strdup (bar + 1);
      *bar = '\0';
      g_strchomp (text);
    }
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
 * zg_template_clean_value:
 * @value: text from outside
 *
 * Takes out what is no text: control characters but the line break, and the marks that turn the direction of what
 * follows, with which a name could hide a part of the message.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *
zg_template_clean_value (const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' || c == '\t')
        g_string_append_c (clean, ' ');
      else if (c == '\n' || !(g_unichar_iscntrl (c) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069)
                              || c == 0x200e || c == 0x200f || c == 0xfeff))
        g_string_append_len (clean, p, g_utf8_next_char (p) - p);
    }
  return g_string_free (clean, FALSE);
}

typedef struct {
  GString *text;
  ZgFill *fill;
  ZgEmoticons emoticons;
  ZgTemplateLookup lookup;
  gpointer data;
  GHashTable *answers;
} Filler;

static void
zg_missing_free (ZgMissing *missing)
{
  g_free (missing->name);
  g_free (missing->label);
  g_strfreev (missing->choices);
  g_free (missing);
}

static void
add_span (Filler     *filler,
          ZgSpanKind  kind,
          const char *text)
{
  ZgSpan span = { kind, filler->text->len, 0 };

  g_string_append (filler->text, text);
  span.end = filler->text->len;
  if (span.end > span.start)
    g_array_append_val (filler->fill->spans, span);
}

/* Shows @label where the value would stand, and asks for it once however often it is used. */
static void
add_missing (Filler     *filler,
             const char *name,
             const char *label,
             const char *choices,
             gboolean    is_broken)
{
  g_autoptr(GString) shown = g_string_new (NULL);
  ZgMissing *missing;

  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_string_append_len (shown, p, g_utf8_next_char (p) - p);
      g_string_append (shown, WORD_JOINER);
    }
  g_string_append (shown, "?");
  add_span (filler, ZG_SPAN_MISSING, shown->str);

  for (guint i = 0; i < filler->fill->missing->len; i++)
    {
      missing = g_ptr_array_index (filler->fill->missing, i);
      if (strcmp (missing->name, name) == 0)
        return;
    }

  missing = g_new0 (ZgMissing, 1);
  missing->name = g_strdup (name);
  missing->label = g_strdup (label);
  missing->choices = choices != NULL && choices[0] != '\0' ? g_strsplit (choices, "|", -1) : NULL;
  missing->is_broken = is_broken;
  g_ptr_array_add (filler->fill->missing, missing);
}

/* Puts a value in, unless it is empty. */
static gboolean
add_value (Filler     *filler,
           const char *value)
{
  g_autofree char *clean = value != NULL ? zg_template_clean_value (value) : NULL;

  if (clean == NULL || clean[0] == '\0')
    return FALSE;
  add_span (filler, ZG_SPAN_VALUE, clean);
  return TRUE;
}

static const char *
find_answer (Filler     *filler,
             const char *name)
{
  return filler->answers != NULL ? g_hash_table_lookup (filler->answers, name) : NULL;
}

/* What the shop knows for @placeholder. */
static gboolean
add_known (Filler              *filler,
           const ZgPlaceholder *placeholder,
           int                  offset)
{
  g_autofree char *value = filler->lookup (placeholder, offset, filler->data);

  if (!add_value (filler, value))
    return FALSE;
  filler->fill->is_personal |= placeholder->is_personal;
  return TRUE;
}

static void
fill_field (Filler        *filler,
            const ZgPiece *piece)
{
  const ZgPlaceholder *placeholder = zg_placeholder_find (piece->name);

  if (placeholder == NULL)
    {
      add_missing (filler, piece->name, piece->name, NULL, TRUE);
      return;
    }

  if (add_value (filler, find_answer (filler, placeholder->name)))
    {
      filler->fill->is_personal |= placeholder->is_personal;
      return;
    }
  if (add_known (filler, placeholder, piece->offset))
    return;

  if (piece->argument != NULL)
    g_string_append (filler->text, piece->argument);
  else
    add_missing (filler, placeholder->name, zg_placeholder_get_label (placeholder), NULL, FALSE);
}

static void
fill_ask (Filler        *filler,
          const ZgPiece *piece)
{
  const ZgPlaceholder *placeholder = zg_placeholder_find (piece->name);

  if (add_value (filler, find_answer (filler, piece->name)))
    return;
  /* The order may know the answer. */
  if (placeholder != NULL && add_known (filler, placeholder, 0))
    return;
  add_missing (filler, piece->name, placeholder != NULL ? zg_placeholder_get_label (placeholder) : piece->name,
               piece->argument, FALSE);
}

static void
fill_emoticon (Filler        *filler,
               const ZgPiece *piece)
{
  const char *face = zg_emoticon_find (piece->name, filler->emoticons);

  if (face != NULL)
    g_string_append (filler->text, face);
  else
    add_missing (filler, piece->name, piece->name, NULL, TRUE);
}

static void
fill_piece (Filler        *filler,
            const char    *body,
            const ZgPiece *piece)
{
  switch (piece->kind)
    {
    case ZG_PIECE_LITERAL:
      g_string_append_len (filler->text, body + piece->start, piece->end - piece->start);
      break;
    case ZG_PIECE_FIELD:
      fill_field (filler, piece);
      break;
    case ZG_PIECE_ASK:
      fill_ask (filler, piece);
      break;
    case ZG_PIECE_EMOTICON:
      fill_emoticon (filler, piece);
      break;
    case ZG_PIECE_BROKEN:
    default:
      add_missing (filler, piece->name, piece->name, NULL, TRUE);
      break;
    }
}

/**
 * zg_template_fill:
 * @body: a reply's body, valid UTF-8
 * @emoticons: how faces are written where the customer is
 * @lookup: gives the values
 * @data: for @lookup
 * @answers: (nullable) (element-type utf8 utf8): what the clerk said, by the canonical name of a field or the name of
 *   an ask
 *
 * Fills a reply. Text without braces comes out byte for byte.
 *
 * Returns: (transfer full): the filled text, and what is missing in it
 */
ZgFill *
zg_template_fill (const char       *body,
                  ZgEmoticons       emoticons,
                  ZgTemplateLookup  lookup,
                  gpointer          data,
                  GHashTable       *answers)
{
  ZgFill *fill = g_new0 (ZgFill, 1);
  Filler filler = { g_string_sized_new (strlen (body) + 64), fill, emoticons, lookup, data, answers };
  gsize position = 0;

  fill->spans = g_array_new (FALSE, FALSE, sizeof (ZgSpan));
  fill->missing = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_missing_free);

  while (TRUE)
    {
      g_auto(ZgPiece) piece = { 0 };

      if (!zg_template_next_piece (body, position, &piece))
        break;
      fill_piece (&filler, body, &piece);
      position = piece.end;
    }

  fill->text = g_string_free (filler.text, FALSE);
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

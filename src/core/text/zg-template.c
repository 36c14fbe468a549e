/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-template.h"

#include <string.h>

/*
 * Filling is one pass over the body from left to right. A value goes out as it is and is never looked at again, so a
 * customer who is called {订单号} stays called so.
 */

/* Between the letters of a missing field, so that no line breaks in it (U+2060 WORD JOINER). */
#define WORD_JOINER "\xe2\x81\xa0"
/* Of a body that lacks a closing brace, so much is shown to say where. */
#define MAX_BROKEN_LABEL 24

/* Control characters, and marks that turn the direction of what follows or are not seen at all: with them a name
 * could hide a part of the message. What joins emoji and letters stays. */
static gboolean
is_unwanted (gunichar c)
{
  return g_unichar_iscntrl (c) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069)
         || c == 0x061c || c == 0x200b || c == 0x200e || c == 0x200f || c == 0xfeff;
}

/**
 * zg_template_clean_value:
 * @value: text from outside
 *
 * Takes out what is no text. Line breaks of every kind stay, as "\n".
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

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
        g_string_append_c (clean, '\n');
      else if (c == '\t')
        g_string_append_c (clean, ' ');
      else if (!is_unwanted (c))
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
  GHashTable *asked;            /* what is missing, by the name that all its aliases share */
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

/* Shows @label where the value would stand. */
static void
show_missing (Filler     *filler,
              const char *label)
{
  g_autoptr(GString) shown = g_string_new (NULL);

  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_string_append_len (shown, p, g_utf8_next_char (p) - p);
      g_string_append (shown, WORD_JOINER);
    }
  g_string_append (shown, "?");
  add_span (filler, ZG_SPAN_MISSING, shown->str);
}

/* Asks for something once, however often it is used and by whichever of its names. */
static ZgMissing *
ask_for (Filler              *filler,
         const char          *name,
         const char          *label,
         const ZgPlaceholder *placeholder)
{
  const char *key = placeholder != NULL ? placeholder->name : name;
  ZgMissing *missing = g_hash_table_lookup (filler->asked, key);

  if (missing != NULL)
    return missing;

  missing = g_new0 (ZgMissing, 1);
  missing->name = g_strdup (name);
  missing->label = g_strdup (label);
  g_ptr_array_add (filler->fill->missing, missing);
  g_hash_table_insert (filler->asked, g_strdup (key), missing);

  return missing;
}

/* What no answer can fill: @shown is how it stands in the text. */
static void
add_broken (Filler     *filler,
            const char *name,
            const char *shown)
{
  glong length = g_utf8_strlen (shown, -1);
  g_autofree char *head = g_utf8_substring (shown, 0, MIN (length, MAX_BROKEN_LABEL));
  g_autofree char *label = g_strconcat (head, length > MAX_BROKEN_LABEL ? "…" : "", NULL);

  add_span (filler, ZG_SPAN_MISSING, shown);
  ask_for (filler, name, label, NULL)->is_broken = TRUE;
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

/* What the clerk said: for a field under any of its names. */
static const char *
find_answer (Filler              *filler,
             const char          *name,
             const ZgPlaceholder *placeholder)
{
  const char *answer;

  if (filler->answers == NULL)
    return NULL;

  answer = g_hash_table_lookup (filler->answers, name);
  if (answer != NULL || placeholder == NULL)
    return answer;

  answer = g_hash_table_lookup (filler->answers, placeholder->name);
  for (gsize i = 0; answer == NULL && i < G_N_ELEMENTS (placeholder->aliases); i++)
    {
      if (placeholder->aliases[i] != NULL)
        answer = g_hash_table_lookup (filler->answers, placeholder->aliases[i]);
    }

  return answer;
}

/* What the clerk said, or else what the shop knows. */
static gboolean
add_known (Filler              *filler,
           const char          *name,
           const ZgPlaceholder *placeholder,
           int                  offset)
{
  g_autofree char *value = NULL;

  if (!add_value (filler, find_answer (filler, name, placeholder)))
    {
      if (placeholder == NULL)
        return FALSE;
      value = filler->lookup (placeholder, offset, filler->data);
      if (!add_value (filler, value))
        return FALSE;
    }

  filler->fill->is_personal |= placeholder != NULL && placeholder->is_personal;
  return TRUE;
}

static void
fill_field (Filler        *filler,
            const ZgPiece *piece,
            const char    *source)
{
  const ZgPlaceholder *placeholder = zg_placeholder_find (piece->name);

  /* A number of days behind something that is no date would be lost in silence. */
  if (placeholder == NULL || (piece->offset != 0 && !placeholder->is_date))
    {
      add_broken (filler, piece->name, source);
      return;
    }
  if (add_known (filler, placeholder->name, placeholder, piece->offset))
    return;

  if (piece->argument != NULL)
    {
      g_string_append (filler->text, piece->argument);
      return;
    }
  show_missing (filler, zg_placeholder_get_label (placeholder));
  ask_for (filler, placeholder->name, zg_placeholder_get_label (placeholder), placeholder);
}

static void
fill_ask (Filler        *filler,
          const ZgPiece *piece,
          const char    *source)
{
  const ZgPlaceholder *placeholder = zg_placeholder_find (piece->name);
  const char *label = piece->name;
  ZgMissing *missing;

  if (piece->name[0] == '\0')
    {
      add_broken (filler, source, source);
      return;
    }
  /* The order may know the answer. */
  if (add_known (filler, piece->name, placeholder, 0))
    return;

  /* "order.courier" is no word for people, "快递" is. */
  if (placeholder != NULL && strcmp (placeholder->name, piece->name) == 0)
    label = zg_placeholder_get_label (placeholder);
  show_missing (filler, label);
  missing = ask_for (filler, piece->name, label, placeholder);
  if (missing->choices == NULL)
    missing->choices = zg_piece_split_choices (piece);
}

static void
fill_emoticon (Filler        *filler,
               const ZgPiece *piece,
               const char    *source)
{
  const char *face = zg_emoticon_find (piece->name, filler->emoticons);

  if (face != NULL)
    g_string_append (filler->text, face);
  else
    add_broken (filler, piece->name, source);
}

static void
fill_piece (Filler        *filler,
            const char    *body,
            const ZgPiece *piece)
{
  g_autofree char *source = NULL;

  if (piece->kind == ZG_PIECE_LITERAL)
    {
      g_string_append_len (filler->text, body + piece->start, piece->end - piece->start);
      return;
    }

  source = g_strndup (body + piece->start, piece->end - piece->start);
  switch (piece->kind)
    {
    case ZG_PIECE_FIELD:
      fill_field (filler, piece, source);
      break;
    case ZG_PIECE_ASK:
      fill_ask (filler, piece, source);
      break;
    case ZG_PIECE_EMOTICON:
      fill_emoticon (filler, piece, source);
      break;
    case ZG_PIECE_LITERAL:
    case ZG_PIECE_BROKEN:
    default:
      add_broken (filler, piece->name, source);
      break;
    }
}

/**
 * zg_template_fill:
 * @body: a reply's body; what is no UTF-8 in it is replaced
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
  g_autofree char *valid = g_utf8_validate (body, -1, NULL) ? NULL : g_utf8_make_valid (body, -1);
  g_autoptr(GHashTable) asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ZgFill *fill = g_new0 (ZgFill, 1);
  Filler filler = { g_string_sized_new (strlen (body) + 64), fill, emoticons, lookup, data, answers, asked };
  gsize position = 0;

  if (valid != NULL)
    body = valid;

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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-template.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-fold.h"
#include "zg-reply.h"

/*
 * Filling is one pass over the pieces of a body from left to right. A value goes out as it is and is never looked at
 * again, so a customer who is called {订单号} stays called so.
 */

/* Between the letters of what is missing, so that no line breaks in it (U+2060 WORD JOINER). */
#define WORD_JOINER "\xe2\x81\xa0"
/* Of a text that is too long to be sent, so much is shown. */
#define MAX_SHOWN 200
/* Of what can't be filled, so much says where it is. */
#define MAX_NAME 24

typedef struct {
  GString *text;
  ZgFill *fill;
  ZgEmoticons emoticons;
  ZgTemplateLookup lookup;
  gpointer data;
  GHashTable *answers;          /* (nullable) */
  GHashTable *choices;          /* of each ask, by what all its names share */
  GHashTable *asked;            /* what is missing, by the same */
} Filler;

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

/* Shows @words where the value would stand. */
static void
show_question (Filler     *filler,
               ZgSpanKind  kind,
               const char *words)
{
  g_autoptr(GString) shown = g_string_new (NULL);

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_string_append_len (shown, p, g_utf8_next_char (p) - p);
      g_string_append (shown, WORD_JOINER);
    }
  g_string_append (shown, "?");
  add_span (filler, kind, shown->str);
}

/* What all names of a placeholder share; anything else has only its own name. */
static const char *
get_key (const ZgPiece *piece)
{
  return piece->placeholder != NULL ? piece->placeholder->name : piece->name;
}

/* Says that something is missing, once, however often it is used and by whichever of its names. */
static ZgMissing *
ask_for (Filler     *filler,
         const char *key,
         const char *name,
         const char *label)
{
  ZgMissing *missing = g_hash_table_lookup (filler->asked, key);

  if (missing != NULL)
    return missing;

  missing = zg_fill_add_missing (filler->fill, name, label);
  g_hash_table_insert (filler->asked, g_strdup (key), missing);

  return missing;
}

static char *
shorten (const char *text,
         glong       max_length)
{
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *head = g_utf8_substring (text, 0, MIN (length, max_length));

  return g_strconcat (head, length > max_length ? "…" : "", NULL);
}

/* What no answer can fill: @source is how it stands in the body. */
static void
add_broken (Filler        *filler,
            const ZgPiece *piece,
            const char    *source)
{
  g_autofree char *label = shorten (source, MAX_NAME);
  ZgMissing *missing;

  add_span (filler, ZG_SPAN_MISSING, source);
  missing = ask_for (filler, source, *piece->name != '\0' ? piece->name : source, label);
  if (!missing->is_broken)
    missing->fault = zg_piece_describe_fault (piece);
  missing->is_broken = TRUE;
}

/* "order.date+7": what was said of a day is not said of the day after. */
static char *
name_shifted (const char *name,
              int         offset)
{
  return offset != 0 ? g_strdup_printf ("%s%+d", name, offset) : g_strdup (name);
}

/* What the clerk said, under any name of the placeholder. */
static const char *
find_answer (Filler        *filler,
             const ZgPiece *piece)
{
  const ZgPlaceholder *placeholder = piece->placeholder;
  const char *answer;

  if (filler->answers == NULL)
    return NULL;
  if (piece->offset != 0)
    {
      g_autofree char *name = name_shifted (placeholder->name, piece->offset);

      return g_hash_table_lookup (filler->answers, name);
    }

  answer = g_hash_table_lookup (filler->answers, piece->name);
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

/* What may come from a person or a file in the place of @piece, cleaned; %NULL when there is nothing to read in it. */
static char *
clean (const ZgPiece *piece,
       const char    *value)
{
  g_autofree char *text = NULL;

  if (value == NULL)
    return NULL;

  text = zg_template_clean_value (value, piece->placeholder == NULL || piece->placeholder->kind == ZG_PLACEHOLDER_LINES);
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static char *
find_known (Filler        *filler,
            const ZgPiece *piece)
{
  g_autofree char *value = NULL;

  if (piece->placeholder == NULL)
    return NULL;

  value = filler->lookup (piece->placeholder, piece->offset, filler->data);
  return clean (piece, value);
}

static void
add_value (Filler        *filler,
           const ZgPiece *piece,
           const char    *value)
{
  add_span (filler, ZG_SPAN_VALUE, value);
  filler->fill->is_personal |= piece->placeholder != NULL && piece->placeholder->is_personal;
}

static void
fill_field (Filler        *filler,
            const ZgPiece *piece)
{
  g_autofree char *value = clean (piece, find_answer (filler, piece));

  if (value == NULL)
    value = find_known (filler, piece);

  if (value != NULL)
    {
      add_value (filler, piece, value);
    }
  else if (piece->argument != NULL)
    {
      g_string_append (filler->text, piece->argument);
    }
  else
    {
      g_autofree char *name = name_shifted (piece->placeholder->name, piece->offset);
      g_autofree char *label = name_shifted (zg_placeholder_get_label (piece->placeholder), piece->offset);

      show_question (filler, ZG_SPAN_MISSING, label);
      ask_for (filler, name, name, label);
    }
}

/* The one of @choices that says the same as @value; width, capitals and traditional characters make no difference. */
static char *
match_choice (char       **choices,
              const char  *value)
{
  g_autofree char *folded = zg_fold (value);

  for (gsize i = 0; choices[i] != NULL; i++)
    {
      g_autofree char *choice = zg_fold (choices[i]);

      if (strcmp (choice, folded) == 0)
        return g_strdup (choices[i]);
    }

  return NULL;
}

/* An ask under the name of a placeholder is prefilled with what the placeholder would be filled with: {?颜色} with the
 * order's colour. Where there are choices it has to be one of them, or nothing is offered. */
static char *
find_prefill (Filler         *filler,
              const ZgPiece  *piece,
              char          **choices)
{
  g_autofree char *known = find_known (filler, piece);

  if (known == NULL || choices == NULL)
    return g_steal_pointer (&known);
  return match_choice (choices, known);
}

/* Under which name an answer is found, whichever of two spellings of it stands first: {?運單號}, {?運单号}. */
static const char *
get_answer_name (const ZgPiece *piece)
{
  if (piece->placeholder == NULL || zg_placeholder_is_called (piece->placeholder, piece->name))
    return piece->name;
  return piece->placeholder->name;
}

static void
fill_ask (Filler        *filler,
          const ZgPiece *piece)
{
  g_autofree char *value = clean (piece, find_answer (filler, piece));
  const char *label = piece->name;
  char **choices = g_hash_table_lookup (filler->choices, get_key (piece));
  ZgMissing *missing;

  if (value != NULL)
    {
      add_value (filler, piece, value);
      return;
    }

  /* "order.courier" is no word for people, "快递" is. */
  if (piece->placeholder != NULL && strcmp (piece->placeholder->name, piece->name) == 0)
    label = zg_placeholder_get_label (piece->placeholder);

  missing = ask_for (filler, get_key (piece), get_answer_name (piece), label);
  if (missing->choices == NULL)
    missing->choices = g_strdupv (choices);
  if (missing->prefill == NULL)
    missing->prefill = find_prefill (filler, piece, choices);

  if (missing->prefill != NULL)
    show_question (filler, ZG_SPAN_OFFERED, missing->prefill);
  else
    show_question (filler, ZG_SPAN_MISSING, label);
}

static void
fill_piece (Filler        *filler,
            const char    *body,
            const ZgPiece *piece)
{
  g_autofree char *source = NULL;

  if (piece->fault != ZG_PIECE_FAULT_NONE)
    {
      source = g_strndup (body + piece->start, piece->end - piece->start);
      add_broken (filler, piece, source);
      return;
    }

  switch (piece->kind)
    {
    case ZG_PIECE_FIELD:
      fill_field (filler, piece);
      break;
    case ZG_PIECE_ASK:
      fill_ask (filler, piece);
      break;
    case ZG_PIECE_EMOTICON:
      g_string_append (filler->text, zg_emoticon_find (piece->name, filler->emoticons));
      break;
    case ZG_PIECE_BRACE:
      g_string_append_c (filler->text, body[piece->start]);
      break;
    case ZG_PIECE_LITERAL:
    case ZG_PIECE_BROKEN:
    default:
      g_string_append_len (filler->text, body + piece->start, piece->end - piece->start);
      break;
    }
}

/* The choices of an ask may stand at any of the places where it is asked: the first that has some counts. */
static GHashTable *
collect_choices (GArray *pieces)
{
  GHashTable *all = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_strfreev);

  for (guint i = 0; i < pieces->len; i++)
    {
      const ZgPiece *piece = &g_array_index (pieces, ZgPiece, i);
      char **choices;

      if (piece->kind != ZG_PIECE_ASK || g_hash_table_contains (all, get_key (piece)))
        continue;
      choices = zg_piece_split_choices (piece);
      if (choices != NULL)
        g_hash_table_insert (all, (gpointer) get_key (piece), choices);
    }
  return all;
}

/* Shows the beginning only: such a text would also take long to draw. */
static void
refuse_too_long (Filler *filler)
{
  g_autofree char *head = shorten (filler->text->str, MAX_SHOWN);
  g_autofree char *name = shorten (filler->text->str, MAX_NAME);
  ZgMissing *missing;

  g_string_truncate (filler->text, 0);
  g_array_set_size (filler->fill->spans, 0);
  g_ptr_array_set_size (filler->fill->missing, 0);
  g_hash_table_remove_all (filler->asked);
  add_span (filler, ZG_SPAN_MISSING, head);
  missing = ask_for (filler, name, name, name);
  missing->fault = zg_template_describe_too_long ();
  missing->is_broken = TRUE;
}

static gboolean
is_blank (const char *text)
{
  g_auto(GStrv) messages = zg_reply_split_messages (text);

  return messages[0] == NULL;
}

/* With empty fallbacks, or a face that is not written there, nothing may be left: that is no message either. */
static void
refuse_blank (Filler     *filler,
              const char *body)
{
  g_autofree char *name = shorten (body, MAX_NAME);
  ZgMissing *missing;

  g_string_truncate (filler->text, 0);
  add_span (filler, ZG_SPAN_MISSING, name);
  missing = ask_for (filler, body, name, name);
  missing->fault = g_strdup (_("Nothing would be left of this text: all that is in it is unknown here."));
  missing->is_broken = TRUE;
}

static void
fill_pieces (Filler     *filler,
             const char *body,
             GArray     *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      fill_piece (filler, body, &g_array_index (pieces, ZgPiece, i));
      /* Word joiners and names of what is missing count here, so the limit is a wide one. */
      if (filler->text->len > 16 * ZG_TEMPLATE_MAX_LENGTH)
        break;
    }
}

/**
 * zg_template_fill:
 * @body: a reply's body; what is no UTF-8 in it is replaced
 * @emoticons: how faces are written where the customer is
 * @lookup: gives the values
 * @data: for @lookup
 * @answers: (nullable) (element-type utf8 utf8): what the clerk said, by any name of a placeholder or the name of an ask
 *
 * Fills a reply. Text without placeholders comes out byte for byte. An ask is always asked, but offered with the answer
 * that the shop knows; see zg_fill_accept_offers().
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
  const char *text = valid != NULL ? valid : body;
  gsize n_bytes = strlen (text);
  gboolean too_long = zg_template_is_too_long (text);
  g_autoptr(GArray) pieces = zg_template_parse (too_long ? "" : text);
  g_autoptr(GHashTable) choices = collect_choices (pieces);
  g_autoptr(GHashTable) asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ZgFill *fill = zg_fill_new ();
  Filler filler = { g_string_sized_new (MIN (n_bytes, ZG_TEMPLATE_MAX_LENGTH) + 64), fill, emoticons, lookup, data,
                    answers, choices, asked };

  if (too_long)
    g_string_append (filler.text, text);
  else
    fill_pieces (&filler, text, pieces);
  if (too_long || filler.text->len > 16 * ZG_TEMPLATE_MAX_LENGTH
      || (fill->missing->len == 0 && zg_template_is_too_long (filler.text->str)))
    refuse_too_long (&filler);
  else if (fill->missing->len == 0 && is_blank (filler.text->str) && !is_blank (text))
    refuse_blank (&filler, text);

  fill->text = g_string_free (filler.text, FALSE);
  return fill;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-tokenizer.h"

#include <string.h>

#include "zg-fold.h"

/*
 * Cuts text into what the search index keeps: at every position the next two Chinese characters, or the next three
 * letters or digits, shorter at the end of a run. So any part of a text of at least that length is a phrase of tokens
 * that follow one another, and anything shorter is the beginning of a token. In a query the short ends are left out:
 * they would ask for a text that ends there.
 */

#define HAN_WINDOW 2
#define OTHER_WINDOW 3
#define MAX_WINDOW 3

typedef enum {
  CLASS_NONE,
  CLASS_HAN,
  CLASS_OTHER,
} CharClass;

/* A character of the text, folded. */
typedef struct {
  gunichar c;
  int start;
  int end;
  CharClass char_class;
} Character;

static CharClass
classify (gunichar c)
{
  if (zg_char_is_han (c))
    return CLASS_HAN;
  return g_unichar_isalnum (c) || g_unichar_ismark (c) ? CLASS_OTHER : CLASS_NONE;
}

/* Reads one character; a byte that is no UTF-8 counts as a blank. */
static Character
read_character (const char *text,
                int         position,
                int         length)
{
  Character character = { ' ', position, position + 1, CLASS_NONE };
  gunichar c = (guchar) text[position];

  if (c >= 0x80)
    {
      c = g_utf8_get_char_validated (text + position, length - position);
      if (c == (gunichar) -1 || c == (gunichar) -2)
        return character;
      character.end = position + g_utf8_skip[(guchar) text[position]];
    }

  character.c = zg_fold_char (c);
  character.char_class = classify (character.c);
  return character;
}

static int
emit (const Character *window,
      int              n,
      ZgTokenFunc      func,
      gpointer         data)
{
  char token[MAX_WINDOW * 6];
  int length = 0;

  for (int i = 0; i < n; i++)
    length += g_unichar_to_utf8 (window[i].c, token + length);
  return func (token, length, window[0].start, window[n - 1].end, data);
}

/* The end of a run: what is left in the window, ever shorter. A query keeps it only when the run was not longer. */
static int
emit_tail (const Character *window,
           int              n,
           gboolean         is_query,
           gboolean         is_whole_run,
           ZgTokenFunc      func,
           gpointer         data)
{
  for (int i = 0; i < n; i++)
    {
      int result;

      if (is_query && (i > 0 || !is_whole_run))
        return 0;
      result = emit (window + i, n - i, func, data);
      if (result != 0)
        return result;
    }
  return 0;
}

/**
 * zg_tokenize:
 * @text: text, need not be terminated or valid
 * @length: its bytes
 * @is_query: whether it is what somebody looks for, else a document
 * @func: takes the tokens
 * @data: for @func
 *
 * Returns: 0, or what @func ended with
 */
int
zg_tokenize (const char  *text,
             int          length,
             gboolean     is_query,
             ZgTokenFunc  func,
             gpointer     data)
{
  Character window[MAX_WINDOW];
  gboolean is_whole_run = TRUE;
  int n = 0;
  int result;

  for (int position = 0; position < length;)
    {
      Character next = read_character (text, position, length);
      int size;

      position = next.end;
      if (n > 0 && next.char_class != window[0].char_class)
        {
          result = emit_tail (window, n, is_query, is_whole_run, func, data);
          if (result != 0)
            return result;
          n = 0;
        }
      if (next.char_class == CLASS_NONE)
        continue;

      if (n == 0)
        is_whole_run = TRUE;
      window[n++] = next;
      size = next.char_class == CLASS_HAN ? HAN_WINDOW : OTHER_WINDOW;
      if (n < size)
        continue;

      result = emit (window, n, func, data);
      if (result != 0)
        return result;
      memmove (window, window + 1, (n - 1) * sizeof *window);
      n--;
      is_whole_run = FALSE;
    }

  return emit_tail (window, n, is_query, is_whole_run, func, data);
}

/* What a word consists of, as far as the index is concerned. */
typedef struct {
  int n_tokens;
  int n_characters;             /* of the last token */
} WordShape;

static int
measure (const char *token,
         int         length,
         int         start,
         int         end,
         gpointer    data)
{
  WordShape *shape = data;

  shape->n_tokens++;
  shape->n_characters = (int) g_utf8_strlen (token, length);
  return 0;
}

static gboolean
is_han_text (const char *word)
{
  return zg_char_is_han (g_utf8_get_char (word));
}

/**
 * zg_match_query:
 * @text: what was typed, valid UTF-8
 *
 * Makes an FTS5 expression of what a person typed: every word a quoted phrase, all of them wanted. A word that is
 * shorter than a token asks for tokens that begin with it. Nothing of the text is ever syntax.
 *
 * Returns: (transfer full) (nullable): the expression, %NULL when nothing of the text can be searched
 */
char *
zg_match_query (const char *text)
{
  g_auto(GStrv) words = g_strsplit_set (text, " \t\n", -1);
  g_autoptr(GString) query = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      WordShape shape = { 0, 0 };
      g_auto(GStrv) parts = NULL;
      g_autofree char *quoted = NULL;
      gboolean is_short;

      zg_tokenize (words[i], (int) strlen (words[i]), TRUE, measure, &shape);
      if (shape.n_tokens == 0)
        continue;

      is_short = shape.n_tokens == 1 && shape.n_characters < (is_han_text (words[i]) ? HAN_WINDOW : OTHER_WINDOW);
      parts = g_strsplit (words[i], "\"", -1);
      quoted = g_strjoinv ("\"\"", parts);
      g_string_append_printf (query, "%s\"%s\"%s", query->len > 0 ? " AND " : "", quoted, is_short ? "*" : "");
    }

  return query->len > 0 ? g_string_free (g_steal_pointer (&query), FALSE) : NULL;
}

/**
 * zg_query_is_short:
 * @text: what was typed, valid UTF-8
 *
 * One Chinese character, or one or two letters or digits, begin so many words that only names and phone tails are
 * searched for them.
 *
 * Returns: whether @text is that short
 */
gboolean
zg_query_is_short (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  glong length = g_utf8_strlen (stripped, -1);

  return length <= 1 || (length == 2 && !is_han_text (stripped));
}

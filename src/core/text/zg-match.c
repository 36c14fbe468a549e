/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-match.h"

#include <string.h>

#include "zg-fold.h"
#include "zg-tokenizer.h"
#include "zg-utf8.h"

/*
 * How what was typed is looked for. The index knows which tokens a text has, but not where: with the places it would be
 * more than four times as large and take twice as long to write (measured, facts of a million customers). So a piece of
 * more than one token is asked for in two steps: the index tells the texts that have all its tokens, and each of these is
 * read to see whether they stand one behind the other. Nearly always they do.
 */

/* Stands between tokens; no token has it, it is a separator itself. */
#define BORDER '\x1f'

/* So many tokens leave nothing else in the index; the text of a hit is compared with all of them. */
#define MAX_TOKENS_ASKED 12

typedef struct {
  const char *text;             /* the piece, to quote parts of it */
  GString *full;                /* an expression of the tokens that have their full length */
  GString *any;                 /* one of all tokens, the last one as a prefix if it is short */
  GString *phrase;
  int n_tokens;
  int n_full;
  gboolean last_is_short;
} Piece;

/* The next piece of *text between blanks, of any script's kind. Returns its length and moves *text to where it
 * begins; 0 when there is none. */
static gsize
next_piece (const char **text,
            const char  *end)
{
  const char *start = NULL;

  for (const char *p = *text; p < end;)
    {
      const char *here = p;
      gunichar c;

      p = zg_utf8_next (p, end, &c);
      if (zg_fold_char (c) == ' ')
        {
          if (start != NULL)
            return here - start;
        }
      else if (start == NULL)
        {
          start = here;
          *text = here;
        }
    }

  return start != NULL ? end - start : 0;
}

/* Adds to an expression. A token has neither quotes nor anything else in it that is FTS5 syntax inside of quotes. */
static void
append_token (GString    *expression,
              const char *text,
              int         start,
              int         end)
{
  if (expression->len > 0)
    g_string_append (expression, " AND ");
  g_string_append_c (expression, '"');
  g_string_append_len (expression, text + start, end - start);
  g_string_append_c (expression, '"');
}

static int
take_token_of_piece (const char *token,
                     int         length,
                     int         start,
                     int         end,
                     gpointer    data)
{
  Piece *piece = data;

  piece->last_is_short = !zg_token_is_full (token, length);
  piece->n_tokens++;
  g_string_append_len (piece->phrase, token, length);
  g_string_append_c (piece->phrase, BORDER);

  /* A mark is tokenized with the character before it, and by itself not at all. */
  if (g_unichar_ismark (g_utf8_get_char (token)))
    return 0;
  if (piece->n_tokens <= MAX_TOKENS_ASKED)
    append_token (piece->any, piece->text, start, end);
  if (!piece->last_is_short && piece->n_full < MAX_TOKENS_ASKED)
    {
      append_token (piece->full, piece->text, start, end);
      piece->n_full++;
    }
  return 0;
}

static void
append_piece (char       **expression,
              const char  *piece)
{
  g_autofree char *before = g_steal_pointer (expression);

  *expression = before != NULL ? g_strconcat (before, " AND ", piece, NULL) : g_strdup (piece);
}

/*
 * A short token at the end is the beginning of a longer one. To ask for those costs up to a third of a second over a
 * million texts, so where the piece has other tokens they are asked for alone.
 */
static void
add_piece (ZgMatch    *match,
           const char *text,
           gsize       length)
{
  g_autoptr(GString) full = g_string_new (NULL);
  g_autoptr(GString) any = g_string_new (NULL);
  g_autoptr(GString) phrase = g_string_new ((char[]) { BORDER, '\0' });
  Piece piece = { .text = text, .full = full, .any = any, .phrase = phrase };
  const char *expression;
  gboolean is_short;

  zg_tokenize (text, (int) length, TRUE, take_token_of_piece, &piece);
  if (piece.n_tokens == 0)
    return;

  if (piece.last_is_short && piece.n_tokens <= MAX_TOKENS_ASKED)
    g_string_append_c (any, '*');
  if (piece.last_is_short)
    g_string_truncate (phrase, phrase->len - 1);

  expression = piece.n_full > 0 ? full->str : any->str;
  append_piece (&match->all, expression);
  is_short = piece.n_tokens == 1 && piece.last_is_short;
  append_piece (is_short ? &match->short_pieces : &match->long_pieces, expression);
  if (is_short || piece.n_tokens > 1)
    g_ptr_array_add (is_short ? match->short_phrases : match->phrases, g_string_free (g_steal_pointer (&phrase), FALSE));
}

/**
 * zg_match_new:
 * @user_text: (nullable): what a person typed
 *
 * Every piece between blanks has to be in the text, whatever its length. Each token is quoted, so nothing a person types
 * can be FTS5 syntax.
 *
 * Returns: (transfer full) (nullable): the questions, or %NULL when nothing in @user_text can be looked for
 */
ZgMatch *
zg_match_new (const char *user_text)
{
  g_autofree char *valid = g_utf8_make_valid (user_text != NULL ? user_text : "", -1);
  g_autoptr(ZgMatch) match = g_new0 (ZgMatch, 1);
  const char *end = valid + strlen (valid);
  const char *piece = valid;

  match->phrases = g_ptr_array_new_with_free_func (g_free);
  match->short_phrases = g_ptr_array_new_with_free_func (g_free);
  for (gsize length; (length = next_piece (&piece, end)) > 0; piece += length)
    add_piece (match, piece, length);

  return match->all != NULL ? g_steal_pointer (&match) : NULL;
}

static int
append_token_of_text (const char *token,
                      int         length,
                      int         start,
                      int         end,
                      gpointer    data)
{
  g_string_append_len (data, token, length);
  g_string_append_c (data, BORDER);
  return 0;
}

static gboolean
has_all (const GString *tokens,
         GPtrArray     *phrases)
{
  for (guint i = 0; i < phrases->len; i++)
    {
      if (strstr (tokens->str, g_ptr_array_index (phrases, i)) == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * zg_match_check:
 * @match: what was typed
 * @with_short: whether the short pieces were not asked for, so that they are to be looked for too
 * @texts: (array zero-terminated=1): the texts of a hit of the index
 *
 * Looks at a hit of the index. A phrase has to stand in one of @texts, not half in one and half in another.
 *
 * Returns: whether it is one
 */
gboolean
zg_match_check (const ZgMatch      *match,
                gboolean            with_short,
                const char * const *texts)
{
  g_autoptr(GString) tokens = g_string_sized_new (1024);

  for (gsize i = 0; texts[i] != NULL; i++)
    {
      /* A phrase begins with one border: no phrase reaches across two. */
      g_string_append_c (tokens, BORDER);
      zg_tokenize (texts[i], -1, FALSE, append_token_of_text, tokens);
    }
  return has_all (tokens, match->phrases) && (!with_short || has_all (tokens, match->short_phrases));
}

/**
 * zg_match_free:
 * @match: (transfer full): what was typed
 */
void
zg_match_free (ZgMatch *match)
{
  g_free (match->all);
  g_free (match->long_pieces);
  g_free (match->short_pieces);
  g_ptr_array_unref (match->phrases);
  g_ptr_array_unref (match->short_phrases);
  g_free (match);
}

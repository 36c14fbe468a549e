/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-tokenizer.h"

#include <string.h>

#include "zg-fold.h"
#include "zg-utf8.h"

/*
 * How text becomes tokens of the search index: each run of one class gives, at each of its positions, a token of
 * up to two Han characters or three others, so that near the end of the run they get shorter:
 *
 *   张三丰abcd   →   张三 三丰 丰 abc bcd cd d
 *
 * A query for any part of the text is then a phrase of such tokens that stand one behind the other, whatever its
 * length. Only at the end of a query the shorter tokens must be left out, because there the text may go on; inside
 * it they keep the places of what follows.
 */

#define HAN_WINDOW 2
#define WORD_WINDOW 3
#define MAX_WINDOW 3

typedef enum {
  CLASS_SEPARATOR,
  CLASS_HAN,
  CLASS_WORD,           /* letters and digits of alphabets with upper and lower case */
  CLASS_OTHER,          /* letters of other scripts, and pictures: customers have them in their names */
  CLASS_MARK,           /* belongs to the character before it */
} CharClass;

static CharClass
classify (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum (c) ? CLASS_WORD : CLASS_SEPARATOR;
  if (zg_char_is_han (c))
    return CLASS_HAN;
  if (g_unichar_ismark (c))
    return CLASS_MARK;
  if (g_unichar_isalnum (c))
    return c < 0x0590 || (c >= 0x1E00 && c <= 0x1FFF) ? CLASS_WORD : CLASS_OTHER;
  if (c != ZG_UTF8_INVALID && g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL)
    return CLASS_OTHER;

  return CLASS_SEPARATOR;
}

/* The characters of the current run that are not yet handed out, at most one window. */
typedef struct {
  char text[MAX_WINDOW * 6];
  int text_length;
  int lengths[MAX_WINDOW];      /* bytes of each folded character */
  int starts[MAX_WINDOW];       /* where each stands in the original */
  int ends[MAX_WINDOW];
  int n;
  int window;
  gboolean filled;              /* whether this run was once as long as the window */
  CharClass class;
} Run;

static void
run_begin (Run       *run,
           CharClass  class)
{
  run->class = class;
  run->window = class == CLASS_HAN ? HAN_WINDOW : WORD_WINDOW;
  run->filled = FALSE;
  run->n = 0;
  run->text_length = 0;
}

static void
run_push (Run      *run,
          gunichar  c,
          int       start,
          int       end)
{
  int length = 1;

  if (c < 0x80)
    run->text[run->text_length] = (char) c;
  else
    length = g_unichar_to_utf8 (c, run->text + run->text_length);

  run->text_length += length;
  run->lengths[run->n] = length;
  run->starts[run->n] = start;
  run->ends[run->n] = end;
  run->n++;
}

/* Hands out what is held as one token and lets its first character go. */
static int
run_emit (Run         *run,
          ZgTokenFunc  func,
          gpointer     data)
{
  int first = run->lengths[0];
  int stop = func (run->text, run->text_length, run->starts[0], run->ends[run->n - 1], data);

  run->text_length -= first;
  run->n--;
  memmove (run->text, run->text + first, run->text_length);
  for (int i = 0; i < run->n; i++)
    {
      run->lengths[i] = run->lengths[i + 1];
      run->starts[i] = run->starts[i + 1];
      run->ends[i] = run->ends[i + 1];
    }

  return stop;
}

/* What is left of a run that has ended. In the last run of a query that is nothing, unless the whole run is
 * shorter than a window: then its start is all there is to look for. */
static int
run_end (Run         *run,
         gboolean     is_last_of_query,
         ZgTokenFunc  func,
         gpointer     data)
{
  int stop = 0;

  if (is_last_of_query)
    {
      if (run->n > 0 && !run->filled)
        stop = run_emit (run, func, data);
      run->n = 0;
      return stop;
    }

  while (run->n > 0 && stop == 0)
    stop = run_emit (run, func, data);

  return stop;
}

/**
 * zg_tokenize:
 * @text: any text, valid UTF-8 or not
 * @length: bytes of @text, or -1 if it is terminated
 * @is_query: whether @text is looked for: then no token is emitted that a text with it need not have
 * @func: called for each token, in order
 * @data: for @func
 *
 * Splits text into the tokens of the search index. Allocates nothing. In query mode the last token may be shorter
 * than the window, and then has to be looked for as a prefix; zg_match_new() does that.
 *
 * Returns: 0, or what @func returned to stop
 */
int
zg_tokenize (const char  *text,
             int          length,
             gboolean     is_query,
             ZgTokenFunc  func,
             gpointer     data)
{
  const char *end = text + (length >= 0 ? length : (int) strlen (text));
  Run run = { .class = CLASS_SEPARATOR };
  int stop = 0;

  for (const char *p = text; p < end && stop == 0;)
    {
      const char *start = p;
      gunichar c;
      CharClass class;

      p = zg_utf8_next (p, end, &c);
      c = zg_fold_char (c);
      class = classify (c);
      if (class == CLASS_MARK)
        class = run.class;
      if (class == CLASS_SEPARATOR)
        {
          /* Keep the run until another begins: it may be the last. */
          if (!is_query)
            stop = run_end (&run, FALSE, func, data);
          run.class = CLASS_SEPARATOR;
          continue;
        }

      if (class != run.class)
        {
          stop = run_end (&run, FALSE, func, data);
          run_begin (&run, class);
          if (stop != 0)
            break;
        }

      run_push (&run, c, start - text, p - text);
      if (run.n == run.window)
        {
          run.filled = TRUE;
          stop = run_emit (&run, func, data);
        }
    }

  return stop == 0 ? run_end (&run, is_query, func, data) : stop;
}

/**
 * zg_token_is_full:
 * @token: a token of zg_tokenize()
 * @length: its bytes
 *
 * Returns: whether the token is as long as those of its kind get, so that no longer one begins with it
 */
gboolean
zg_token_is_full (const char *token,
                  int         length)
{
  int window = zg_char_is_han (g_utf8_get_char (token)) ? HAN_WINDOW : WORD_WINDOW;

  return g_utf8_strlen (token, length) >= window;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-change"

#include "config.h"

#include "zg-change.h"

/* Up to this many characters a text is taken in at a glance and stays whole. */
#define SHORT_ENOUGH 24
/* How many equal characters are left on each side, so that a single differing one is understood. */
#define CONTEXT 3

static gboolean
is_word (gunichar character)
{
  return character < 0x80 && g_ascii_isalnum ((char) character);
}

/* Whether the cut before @text[@at] would go through a number or a Latin word: 501 is never cut to 1. */
static gboolean
cuts_word (const gunichar *text,
           glong           at,
           glong           length)
{
  return at > 0 && at < length && is_word (text[at - 1]) && is_word (text[at]);
}

static char *
piece (const gunichar *text,
       glong           start,
       glong           end,
       glong           length)
{
  g_autofree char *middle = g_ucs4_to_utf8 (text + start, end - start, NULL, NULL, NULL);

  if (start > 0)
    g_strchug (middle);
  if (end < length)
    g_strchomp (middle);
  return g_strconcat (start > 0 ? "…" : "", middle, end < length ? "…" : "", NULL);
}

/* What two texts have in common at the beginning (@step 1) or, given their last characters, at the end (@step -1). */
static glong
count_common (const gunichar *a,
              const gunichar *b,
              glong           limit,
              int             step)
{
  glong n = 0;

  while (n < limit && a[n * step] == b[n * step])
    n++;
  return n;
}

/**
 * zg_change_shorten:
 * @from: what a text was, UTF-8
 * @to: what it became
 * @from_out: (out): what was there where they differ
 * @to_out: (out): what is there now
 *
 * Cuts away what two long texts have in common at both ends: `…3 幢 501` and `…3 幢 502`. Numbers and Latin words stay
 * whole, a few characters around the difference are left, and short texts are not touched.
 */
void
zg_change_shorten (const char  *from,
                   const char  *to,
                   char       **from_out,
                   char       **to_out)
{
  glong n_old, n_new, start = 0, rest = 0;
  g_autofree gunichar *old = g_utf8_to_ucs4_fast (from, -1, &n_old);
  g_autofree gunichar *new = g_utf8_to_ucs4_fast (to, -1, &n_new);

  if (n_old > SHORT_ENOUGH || n_new > SHORT_ENOUGH)
    {
      start = count_common (old, new, MIN (n_old, n_new), 1);
      rest = count_common (old + n_old - 1, new + n_new - 1, MIN (n_old, n_new) - start, -1);

      /* Whole words first, then the characters around them, which may begin in a word again. */
      for (int context = 0; context <= CONTEXT; context += CONTEXT)
        {
          start = MAX (start - context, 0);
          rest = MAX (rest - context, 0);
          while (cuts_word (old, start, n_old) || cuts_word (new, start, n_new))
            start--;
          while (rest > 0 && (cuts_word (old, n_old - rest, n_old) || cuts_word (new, n_new - rest, n_new)))
            rest--;
        }
    }

  *from_out = piece (old, start, n_old - rest, n_old);
  *to_out = piece (new, start, n_new - rest, n_new);
}

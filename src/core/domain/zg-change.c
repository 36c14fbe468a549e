/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-change"

#include "config.h"

#include "zg-change.h"

/* Up to this many characters a text is taken in at a glance and stays whole. */
#define SHORT_ENOUGH 16
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

  return g_strconcat (start > 0 ? "…" : "", middle, end < length ? "…" : "", NULL);
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
  glong n_from, n_to, start = 0, same_end = 0;
  g_autofree gunichar *old = g_utf8_to_ucs4_fast (from, -1, &n_from);
  g_autofree gunichar *new = g_utf8_to_ucs4_fast (to, -1, &n_to);

  if (n_from > SHORT_ENOUGH || n_to > SHORT_ENOUGH)
    {
      glong shorter = MIN (n_from, n_to);

      while (start < shorter && old[start] == new[start])
        start++;
      while (same_end < shorter - start && old[n_from - 1 - same_end] == new[n_to - 1 - same_end])
        same_end++;

      start = MAX (start - CONTEXT, 0);
      same_end = MAX (same_end - CONTEXT, 0);
      while (cuts_word (old, start, n_from) || cuts_word (new, start, n_to))
        start--;
      while (same_end > 0 && (cuts_word (old, n_from - same_end, n_from) || cuts_word (new, n_to - same_end, n_to)))
        same_end--;
    }

  *from_out = piece (old, start, n_from - same_end, n_from);
  *to_out = piece (new, start, n_to - same_end, n_to);
}

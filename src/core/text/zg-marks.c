/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-marks.h"

#include <string.h>

#include "zg-fold.h"
#include "zg-pinyin.h"
#include "zg-utf8.h"

/* What to highlight in a hit of a search: the query, or each of its words, or the parts of it that are there. */

/* Of a question that is not in a text as a whole, parts of so many characters are marked. */
#define MIN_PART 2

static void
add_mark (GArray *marks,
          gsize   start,
          gsize   end)
{
  ZgMark mark = { start, end };

  g_array_append_val (marks, mark);
}

static gboolean
find (const char *text,
      const char *word,
      gboolean    with_pinyin,
      gsize      *start_out,
      gsize      *end_out)
{
  return zg_find_folded (text, word, start_out, end_out)
         || (with_pinyin && zg_find_pinyin (text, word, start_out, end_out));
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const ZgMark *first = a, *second = b;

  return (first->start > second->start) - (first->start < second->start);
}

/* Sorts, and makes one of those that touch. */
static void
unite (GArray *marks)
{
  guint n = 0;

  g_array_sort (marks, compare_marks);
  for (guint i = 0; i < marks->len; i++)
    {
      ZgMark mark = g_array_index (marks, ZgMark, i);
      ZgMark *last = n > 0 ? &g_array_index (marks, ZgMark, n - 1) : NULL;

      if (last != NULL && mark.start <= last->end)
        last->end = MAX (last->end, mark.end);
      else
        g_array_index (marks, ZgMark, n++) = mark;
    }
  g_array_set_size (marks, n);
}

/* Marks the pairs of Chinese characters that both have. */
static void
add_common_pairs (GArray     *marks,
                  const char *text,
                  const char *query)
{
  for (const char *p = query; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *end = p;
      g_autofree char *part = NULL;
      guint n = 0;
      gsize from, to;

      for (; n < MIN_PART && *end != '\0' && zg_char_is_han (g_utf8_get_char (end)); n++)
        end = g_utf8_next_char (end);
      part = g_strndup (p, end - p);
      if (n == MIN_PART && zg_find_folded (text, part, &from, &to))
        add_mark (marks, from, to);
    }
}

/**
 * zg_marks_find:
 * @text: a title, shortcode or line of a hit, valid UTF-8 or not
 * @query: what was typed
 * @with_pinyin: whether letters may stand for Chinese characters in @text
 *
 * Tells what of @text was searched for: the query as a whole, by its characters or by pinyin (hddz marks 核对地址); else
 * all of its words; else, in a customer's question, the pairs of characters that @text has, too.
 *
 * Returns: (transfer full) (element-type ZgMark): the parts from left to right, none touching another
 */
GArray *
zg_marks_find (const char *text,
               const char *query,
               gboolean    with_pinyin)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (ZgMark));
  g_autofree char *folded = zg_fold (query);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);
  gsize start, end;

  if (find (text, folded, with_pinyin, &start, &end))
    {
      add_mark (marks, start, end);
      return marks;
    }

  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] != '\0' && find (text, words[i], with_pinyin, &start, &end))
        add_mark (marks, start, end);
    }
  if (marks->len == 0)
    add_common_pairs (marks, text, folded);
  unite (marks);
  return marks;
}

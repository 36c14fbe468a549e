/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-fold.h"

#include <string.h>
#include <unicode/utrans.h>

#include "zg-pinyin.h"

/*
 * What counts as the same when people search: wide and narrow forms, capitals and small letters, traditional and
 * simplified characters. One character becomes one character, so places in the folded text can be found in the
 * original.
 */

/* Where ICU's traditional characters with a simplified form are: Extension A and the basic block. */
#define FIRST_HAN 0x3400
#define LAST_HAN 0x9fff
#define N_HAN (LAST_HAN - FIRST_HAN + 1)

static guint16 simplified[N_HAN];

/* Asks ICU once for all characters, one a line so that no two of them are taken for a word. */
static gpointer
fill_table (gpointer data)
{
  static const UChar id[] = u"Traditional-Simplified";
  UErrorCode code = U_ZERO_ERROR;
  UTransliterator *transliterator = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
  g_autofree UChar *text = g_new (UChar, N_HAN * 4);
  int32_t length = N_HAN * 2;
  int32_t limit = length;

  for (guint i = 0; i < N_HAN; i++)
    {
      simplified[i] = FIRST_HAN + i;
      text[2 * i] = FIRST_HAN + i;
      text[2 * i + 1] = '\n';
    }

  if (U_FAILURE (code))
    {
      g_warning ("no table of simplified characters: %s", u_errorName (code));
      return NULL;
    }

  utrans_transUChars (transliterator, text, &length, N_HAN * 4, 0, &limit, &code);
  utrans_close (transliterator);

  for (int32_t i = 0, line = 0; U_SUCCESS (code) && i < length && line < N_HAN; line++)
    {
      int32_t start = i;

      while (i < length && text[i] != '\n')
        i++;
      /* A character with no single counterpart stays as it is. */
      if (i - start == 1)
        simplified[line] = text[start];
      i++;
    }
  return NULL;
}

/**
 * zg_char_is_han:
 * @c: a character
 *
 * Returns: whether it is a Chinese character, of any block
 */
gboolean
zg_char_is_han (gunichar c)
{
  return (c >= FIRST_HAN && c <= LAST_HAN && !(c >= 0x4dc0 && c <= 0x4dff)) || (c >= 0xf900 && c <= 0xfaff)
         || (c >= 0x20000 && c <= 0x3ffff) || c == 0x3007;
}

/**
 * zg_fold_char:
 * @c: a character
 *
 * Thread-safe. The first Chinese character ever asked for makes ICU load its tables, see zg_text_warm_up().
 *
 * Returns: the character that stands for it when texts are compared
 */
gunichar
zg_fold_char (gunichar c)
{
  static GOnce once = G_ONCE_INIT;

  if (c < 0x80)
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;

  if (c >= FIRST_HAN && c <= LAST_HAN)
    {
      g_once (&once, fill_table, NULL);
      return simplified[c - FIRST_HAN];
    }

  if (c >= 0xff01 && c <= 0xff5e)
    return zg_fold_char (c - 0xfee0);
  if (c == 0x3000 || c == 0xa0)
    return ' ';
  return g_unichar_tolower (c);
}

/**
 * zg_fold:
 * @text: any text; what is no UTF-8 is replaced
 *
 * Returns: (transfer full): the text for comparing, runs of blanks as one
 */
char *
zg_fold (const char *text)
{
  g_autofree char *valid = NULL;
  GString *folded;
  gboolean was_blank = FALSE;

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  folded = g_string_sized_new (strlen (text) + 1);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = zg_fold_char (g_utf8_get_char (p));
      gboolean is_blank = c == ' ' || c == '\t';

      if (!(is_blank && was_blank))
        g_string_append_unichar (folded, is_blank ? ' ' : c);
      was_blank = is_blank;
    }
  return g_string_free (folded, FALSE);
}

/**
 * zg_find_folded:
 * @haystack: valid UTF-8
 * @needle: what was typed, valid UTF-8
 * @start_out: (out): where the first match begins in @haystack, in bytes
 * @end_out: (out): where it ends
 *
 * Finds what to highlight.
 *
 * Returns: whether there is a match
 */
gboolean
zg_find_folded (const char *haystack,
                const char *needle,
                gsize      *start_out,
                gsize      *end_out)
{
  if (needle[0] == '\0')
    return FALSE;

  for (const char *start = haystack; *start != '\0'; start = g_utf8_next_char (start))
    {
      const char *h = start;
      const char *n = needle;

      while (*h != '\0' && *n != '\0' && zg_fold_char (g_utf8_get_char (h)) == zg_fold_char (g_utf8_get_char (n)))
        {
          h = g_utf8_next_char (h);
          n = g_utf8_next_char (n);
        }
      if (*n == '\0')
        {
          *start_out = start - haystack;
          *end_out = h - haystack;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * zg_text_warm_up:
 *
 * Loads ICU's tables, which takes about a tenth of a second once. Call it on a worker thread after the start, so that
 * the first key press in a search field does not wait.
 */
void
zg_text_warm_up (void)
{
  g_autoptr(GPtrArray) keys = zg_name_keys ("单晓雯");

  zg_fold_char (0x4e00);
}

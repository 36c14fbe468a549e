/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-fold.h"

#include <string.h>
#include <unicode/utrans.h>

#include "zg-pinyin.h"
#include "zg-utf8.h"

/* Characters for which a simplified form is looked up: Extension A and the unified ideographs. What has one in the
 * planes above is so rare that nobody types it. */
#define HAN_FIRST 0x3400u
#define HAN_LAST 0x9FFFu
#define N_HAN (HAN_LAST - HAN_FIRST + 1)

/* simplified[c - HAN_FIRST]; all of it is written once, before anybody reads it. */
static guint16 simplified[N_HAN];

static UTransliterator *
open_transliterator (void)
{
  static const UChar id[] = u"Traditional-Simplified";
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *transliterator = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);

  if (U_FAILURE (status))
    {
      g_warning ("no table of simplified characters: %s", u_errorName (status));
      return NULL;
    }

  return transliterator;
}

/* The table has chains, and one circle (苎, 苧). Takes the end of a chain and the first of a circle, so that all of
 * them fold to one character. */
static guint16
follow (guint index)
{
  guint16 c = HAN_FIRST + index;
  guint16 least = c;

  for (guint step = 0; step < 4; step++)
    {
      guint16 next = c >= HAN_FIRST && c <= HAN_LAST ? simplified[c - HAN_FIRST] : c;

      if (next == c)
        return c;
      c = next;
      least = MIN (least, c);
    }

  return least;
}

/* Opening ICU's transliterator takes up to 90 ms the first time and asking it for every character 7 ms more
 * (measured with ICU 72); reading the table afterwards costs nothing. */
static void
fill_simplified (void)
{
  UTransliterator *transliterator = open_transliterator ();

  for (guint i = 0; i < N_HAN; i++)
    {
      UChar buffer[8] = { HAN_FIRST + i };
      int32_t length = 1;
      int32_t limit = 1;
      UErrorCode status = U_ZERO_ERROR;

      if (transliterator != NULL)
        utrans_transUChars (transliterator, buffer, &length, G_N_ELEMENTS (buffer), 0, &limit, &status);

      /* One character for one character, or positions in the text would no longer agree. */
      if (U_SUCCESS (status) && length == 1)
        simplified[i] = buffer[0];
      else
        simplified[i] = HAN_FIRST + i;
    }

  if (transliterator != NULL)
    utrans_close (transliterator);

  for (guint i = 0; i < N_HAN; i++)
    simplified[i] = follow (i);
}

static void
ensure_simplified (void)
{
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      fill_simplified ();
      g_once_init_leave (&ready, 1);
    }
}

/**
 * zg_char_is_han:
 * @c: a character
 *
 * Returns: whether @c is a Chinese character: a unified or compatibility ideograph of any plane, or one of the
 *   two signs that stand in names and texts like one (々, 〇)
 */
gboolean
zg_char_is_han (gunichar c)
{
  return (c >= 0x4E00 && c <= 0x9FFF) ||
         (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFD) ||
         c == 0x3005 || c == 0x3007;
}

static gunichar
fold_han (gunichar c)
{
  if ((c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F))
    {
      gunichar first, second;

      if (g_unichar_decompose (c, &first, &second) && second == 0)
        c = first;
    }

  if (c < HAN_FIRST || c > HAN_LAST)
    return c;

  ensure_simplified ();
  return simplified[c - HAN_FIRST];
}

/**
 * zg_fold_char:
 * @c: a character
 *
 * The form in which @c is searched and compared: full width becomes half width, upper case lower case, a
 * traditional character simplified, and every kind of blank a space. Any thread; the first Han character ever takes
 * a tenth of a second, see zg_text_warm_up().
 *
 * Returns: one character for the one, so that places in folded text can be found in the original
 */
gunichar
zg_fold_char (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isspace (c) ? ' ' : (gunichar) g_ascii_tolower (c);

  if (zg_char_is_han (c))
    return fold_han (c);

  if (c >= 0xFF01 && c <= 0xFF5E)
    return (gunichar) g_ascii_tolower (c - 0xFF01 + '!');

  if (g_unichar_isspace (c))
    return ' ';

  return g_unichar_tolower (c);
}

/**
 * zg_fold:
 * @text: (nullable): any text, valid UTF-8 or not
 *
 * Folds every character of @text with zg_fold_char() and makes each run of blanks one space, with none at the
 * ends. Bytes that are not UTF-8 become U+FFFD.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *
zg_fold (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;
  const char *end = text + length;
  GString *folded = g_string_sized_new (length);
  gboolean blank = FALSE;

  for (const char *p = text; p < end;)
    {
      gunichar c;

      p = zg_utf8_next (p, end, &c);
      c = zg_fold_char (c);
      if (c == ' ')
        {
          blank = TRUE;
          continue;
        }

      if (blank && folded->len > 0)
        g_string_append_c (folded, ' ');
      blank = FALSE;

      if (c < 0x80)
        g_string_append_c (folded, (char) c);
      else
        g_string_append_unichar (folded, c);
    }

  return g_string_free (folded, FALSE);
}

/* Whether @text goes on with @needle; where the match ends, else %NULL. */
static const char *
match_at (const char *text,
          const char *text_end,
          const char *needle,
          const char *needle_end)
{
  while (needle < needle_end)
    {
      gunichar t, n;

      if (text == text_end)
        return NULL;
      text = zg_utf8_next (text, text_end, &t);
      needle = zg_utf8_next (needle, needle_end, &n);
      if (t != n && zg_fold_char (t) != zg_fold_char (n))
        return NULL;
    }

  return text;
}

/**
 * zg_find_folded:
 * @haystack: any text
 * @needle: what was typed
 * @start_out: (out): where the first match begins in @haystack, in bytes
 * @end_out: (out): where it ends
 *
 * Finds what to highlight: where @needle stands in @haystack when both are folded.
 *
 * Returns: whether there is a match; never for an empty @needle
 */
gboolean
zg_find_folded (const char *haystack,
                const char *needle,
                gsize      *start_out,
                gsize      *end_out)
{
  const char *haystack_end = haystack + strlen (haystack);
  const char *needle_end = needle + strlen (needle);

  if (needle == needle_end)
    return FALSE;

  for (const char *start = haystack; start < haystack_end;)
    {
      const char *end = match_at (start, haystack_end, needle, needle_end);
      gunichar c;

      if (end != NULL)
        {
          *start_out = start - haystack;
          *end_out = end - haystack;
          return TRUE;
        }
      start = zg_utf8_next (start, haystack_end, &c);
    }

  return FALSE;
}

/**
 * zg_text_warm_up:
 *
 * Prepares what folding and pinyin need: about a tenth of a second, most of it ICU's loading. It happens by itself
 * on first use; called from a worker thread soon after start-up it keeps the first keystroke fast. Any thread, any
 * number of times.
 */
void
zg_text_warm_up (void)
{
  g_autoptr(GPtrArray) keys = zg_name_keys ("晓雯");

  ensure_simplified ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-wording-text.h"

#include <string.h>

#include "zg-fold.h"
#include "zg-utf8.h"

/*
 * A text as the wording check reads it: folded, and without what people put between characters so that a platform's
 * robot does not see a word (加 微 信, 加·微·信). Between Latin words a blank is part of the text, unless each letter
 * stands alone (Q Q).
 */

typedef struct {
  GArray *chars;
  guint joint;          /* length of @chars behind the last letter; what follows are signs that may go */
  gboolean blank;       /* a blank was there since */
  gboolean lone;        /* that last letter stands alone */
} Reader;

static gboolean
is_invisible (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT
         || (c >= 0xFE00 && c <= 0xFE0F)
         || c == 0x034F || c == 0x3164;
}

static gboolean
is_middle_dot (gunichar c)
{
  switch (c)
    {
    case 0x00B7:
    case 0x0387:
    case 0x2022:
    case 0x2027:
    case 0x2219:
    case 0x22C5:
    case 0x30FB:
    case 0xFF65:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_sign (gunichar c)
{
  return c < 0x80 && strchr (".-_*~|/^", (int) c) != NULL;
}

static gboolean
is_end_of_line (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x1E || c == 0x2028 || c == 0x2029;
}

/**
 * zg_wording_char_is_latin:
 * @c: a folded character
 *
 * Returns: whether it is a letter or digit of a script that writes words apart
 */
gboolean
zg_wording_char_is_latin (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum (c);
  return g_unichar_isalnum (c) && !zg_char_is_han (c);
}

static gunichar
fold (gunichar c)
{
  if (c == 0x2018 || c == 0x2019 || c == 0x02BC)
    return '\'';
  return zg_fold_char (c);
}

static void
append (Reader   *reader,
        gunichar  c,
        gsize     start,
        gsize     end)
{
  ZgWordingChar character = { .c = c, .start = start, .end = end };

  g_array_append_val (reader->chars, character);
}

/* Decides what becomes of the blanks and signs between the letter before and @c. */
static void
join (Reader   *reader,
      gunichar  c,
      gboolean  lone,
      gsize     start)
{
  const ZgWordingChar *before = NULL;
  gboolean both_latin;

  if (reader->joint > 0)
    before = &g_array_index (reader->chars, ZgWordingChar, reader->joint - 1);
  if (before == NULL || before->c == ZG_WORDING_BREAK)
    return;

  both_latin = zg_wording_char_is_latin (before->c) && zg_wording_char_is_latin (c);
  if (!both_latin && (zg_char_is_han (before->c) || zg_char_is_han (c)))
    g_array_set_size (reader->chars, reader->joint);
  else if (both_latin && reader->blank && reader->chars->len == reader->joint && !(lone && reader->lone))
    append (reader, ' ', before->end, start);
}

static void
take_letter (Reader   *reader,
             gunichar  c,
             gboolean  lone,
             gsize     start,
             gsize     end)
{
  join (reader, c, lone, start);
  append (reader, c, start, end);
  reader->joint = reader->chars->len;
  reader->blank = FALSE;
  reader->lone = lone;
}

static void
take_break (Reader *reader,
            gsize   start,
            gsize   end)
{
  append (reader, ZG_WORDING_BREAK, start, end);
  reader->joint = reader->chars->len;
  reader->blank = FALSE;
  reader->lone = FALSE;
}

/* Whether a letter in @text from @start to @end has no other beside it. */
static gboolean
stands_alone (const char *text,
              const char *text_end,
              gunichar    before,
              gunichar    c,
              gsize       end)
{
  gunichar after = ' ';

  if (!zg_wording_char_is_latin (c))
    return FALSE;
  if (text + end < text_end)
    zg_utf8_next (text + end, text_end, &after);
  return !zg_wording_char_is_latin (before) && !zg_wording_char_is_latin (fold (after));
}

/**
 * zg_wording_text_read:
 * @text: any text, valid UTF-8 or not
 * @masks: (array length=n_masks) (nullable): what is not looked at, in order
 * @n_masks: how many
 *
 * Reads @text for the wording check: folded as by zg_fold_char(), without blanks, invisible characters, middle dots and
 * other signs where they only keep characters apart. A masked part and the end of a line are one %ZG_WORDING_BREAK.
 *
 * Returns: (transfer full) (element-type ZgWordingChar): its characters
 */
GArray *
zg_wording_text_read (const char          *text,
                      const ZgWordingMask *masks,
                      guint                n_masks)
{
  Reader reader = { .chars = g_array_new (FALSE, FALSE, sizeof (ZgWordingChar)) };
  const char *text_end = text + strlen (text);
  gunichar before = ' ';

  for (const char *p = text; p < text_end;)
    {
      gsize start = p - text;
      gunichar c;

      while (n_masks > 0 && masks->end <= start)
        {
          masks++;
          n_masks--;
        }
      if (n_masks > 0 && masks->start <= start)
        {
          p = text + masks->end;
          take_break (&reader, start, masks->end);
          before = ' ';
          continue;
        }

      p = zg_utf8_next (p, text_end, &c);
      if (is_end_of_line (c))
        take_break (&reader, start, p - text);
      else if (is_invisible (c) || is_middle_dot (c))
        continue;
      else if ((c = fold (c)) == ' ')
        reader.blank = TRUE;
      else if (is_sign (c))
        append (&reader, c, start, p - text);
      else
        take_letter (&reader, c, stands_alone (text, text_end, before, c, p - text), start, p - text);
      before = c;
    }

  return reader.chars;
}

/**
 * zg_wording_text_fold:
 * @text: any text
 *
 * Returns: (transfer full): the characters of zg_wording_text_read() as a text; two texts with the same are the same word
 *   for the check
 */
char *
zg_wording_text_fold (const char *text)
{
  g_autoptr(GArray) chars = zg_wording_text_read (text, NULL, 0);
  GString *folded = g_string_sized_new (chars->len);

  for (guint i = 0; i < chars->len; i++)
    g_string_append_unichar (folded, g_array_index (chars, ZgWordingChar, i).c);
  return g_string_free (folded, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-text"

#include "config.h"

#include "zg-template-value.h"

#include <string.h>

/*
 * Values come from buyers and files. With characters that are not seen or that turn the direction of what follows, a
 * name could hide or rewrite a part of the message it stands in.
 */

#define ZERO_WIDTH_NON_JOINER 0x200c
#define ZERO_WIDTH_JOINER 0x200d
#define NEXT_LINE 0x85
#define LINE_SEPARATOR 0x2028
#define PARAGRAPH_SEPARATOR 0x2029

static gboolean
breaks_line (gunichar c)
{
  return c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == NEXT_LINE || c == LINE_SEPARATOR
         || c == PARAGRAPH_SEPARATOR;
}

static gboolean
is_joiner (gunichar c)
{
  return c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
}

/* Letters that are joined with their neighbours, and the parts of emoji. Elsewhere a joiner joins nothing. */
static gboolean
can_be_joined (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_OTHER_SYMBOL:
    case G_UNICODE_MODIFIER_SYMBOL:
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_SPACING_MARK:
      return TRUE;
    case G_UNICODE_OTHER_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
      break;
    default:
      return FALSE;
    }

  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_LATIN:
    case G_UNICODE_SCRIPT_COMMON:
      return FALSE;
    default:
      return TRUE;
    }
}

/* What is no part of a text: control characters, direction marks and overrides, tags and whatever else is not seen,
 * the letters of Hangul that are blank, and code points that are no characters. */
static gboolean
is_unwanted (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_SURROGATE:
      return TRUE;
    default:
      return c == 0x34f || c == 0x115f || c == 0x1160 || c == 0x17b4 || c == 0x17b5 || c == 0x3164 || c == 0xffa0
             || (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef) || (c >= 0xe0000 && c <= 0xe00ff);
    }
}

static gboolean
joins (const char *joiner,
       gunichar    before)
{
  gunichar after = g_utf8_get_char (g_utf8_next_char (joiner));

  return can_be_joined (before) && can_be_joined (after);
}

/**
 * zg_template_clean_value:
 * @value: text from outside, valid UTF-8 or not
 * @keep_lines: whether line breaks may stay, every kind of them as "\n"; otherwise each run becomes a space
 *
 * Takes out what is no text, and the blanks at both ends. Bytes that are not UTF-8, lone surrogates too, become U+FFFD,
 * so that one sees that something is wrong. What joins the parts of emoji and of letters stays.
 *
 * Returns: (transfer full): valid UTF-8, "" when nothing can be read in it
 */
char *
zg_template_clean_value (const char *value,
                         gboolean    keep_lines)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);
  g_autoptr(GString) clean = g_string_sized_new (strlen (valid));
  gunichar last = 0;
  gboolean is_visible = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (breaks_line (c))
        c = keep_lines ? '\n' : ' ';
      else if (c == '\t')
        c = ' ';
      else if (is_joiner (c) ? !joins (p, last) : is_unwanted (c))
        continue;
      if (c == ' ' && last == ' ' && !keep_lines && breaks_line (g_utf8_get_char (p)))
        continue;

      is_visible |= !g_unichar_isspace (c);
      g_string_append_unichar (clean, c);
      last = c;
    }
  return is_visible ? g_strstrip (g_string_free (g_steal_pointer (&clean), FALSE)) : g_strdup ("");
}

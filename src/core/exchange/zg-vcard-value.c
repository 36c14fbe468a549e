/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-vcard-value.h"

#include <string.h>

/* What the bytes of a vCard's value mean: the encoding that they travel in, the one of the text, and its escapes. */

/* (transfer full): the bytes behind quoted-printable; what is no code of it stays as it is. */
static GString *
decode_quoted_printable (const GString *value)
{
  GString *bytes = g_string_sized_new (value->len);

  for (gsize i = 0; i < value->len; i++)
    {
      const char *at = value->str + i;

      if (*at == '=' && i + 2 < value->len && g_ascii_isxdigit (at[1]) && g_ascii_isxdigit (at[2]))
        {
          g_string_append_c (bytes, (char) (g_ascii_xdigit_value (at[1]) * 16 + g_ascii_xdigit_value (at[2])));
          i += 2;
        }
      else if (*at != '=' || i + 1 < value->len)
        {
          g_string_append_c (bytes, *at);
        }
    }
  return bytes;
}

/* Whether a text that is UTF-8 has characters as Chinese has them: no Chinese text of another encoding does by chance. */
static gboolean
has_wide (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p >= 0xe3)
      return TRUE;
  return FALSE;
}

/* Programs write GB2312 and mean GBK; GB18030 has both. What is no name of an encoding iconv is not asked for. */
static const char *
get_charset (const ZgVcardProperty *property)
{
  const char *charset = zg_vcard_property_get_parameter (property, "CHARSET");

  if (charset == NULL || *charset == '\0' || strlen (charset) > 30)
    return NULL;
  for (const char *p = charset; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_' && *p != ':')
      return NULL;
  if (g_ascii_strncasecmp (charset, "GB", 2) == 0 || g_ascii_strcasecmp (charset, "EUC-CN") == 0
      || g_ascii_strcasecmp (charset, "CP936") == 0)
    return "GB18030";
  return charset;
}

static char *
convert (const GString *bytes,
         const char    *charset)
{
  return g_convert (bytes->str, (gssize) bytes->len, "UTF-8", charset, NULL, NULL, NULL);
}

/* Says what the charset parameter names unless the bytes are something else; then UTF-8, then GB18030. */
static char *
to_text (const GString *bytes,
         const char    *charset,
         gboolean      *is_sound_out)
{
  gboolean is_utf8 = g_utf8_validate (bytes->str, (gssize) bytes->len, NULL);
  char *text = NULL;

  *is_sound_out = TRUE;
  if (is_utf8 && (charset == NULL || has_wide (bytes->str)))
    return g_strndup (bytes->str, bytes->len);
  if (charset != NULL)
    text = convert (bytes, charset);
  if (text == NULL && is_utf8)
    text = g_strndup (bytes->str, bytes->len);
  if (text == NULL)
    text = convert (bytes, "GB18030");
  if (text != NULL && g_utf8_validate (text, -1, NULL))
    return text;

  g_free (text);
  *is_sound_out = FALSE;
  return g_utf8_make_valid (bytes->str, (gssize) bytes->len);
}

/**
 * zg_vcard_value_decode:
 * @property: a property
 * @is_sound_out: (out): whether all of it was text
 *
 * The encoding that a card names is wrong now and then: Chinese that is UTF-8 is taken as such, whatever is said of it.
 *
 * Returns: (transfer full): the value as text, still escaped
 */
char *
zg_vcard_value_decode (const ZgVcardProperty *property,
                       gboolean              *is_sound_out)
{
  g_autoptr(GString) decoded = NULL;
  const GString *bytes = property->value;
  g_autofree char *text = NULL;

  if (zg_vcard_property_is_quoted_printable (property))
    bytes = decoded = decode_quoted_printable (property->value);
  /* What follows a NUL would be lost without a word. */
  if (memchr (bytes->str, '\0', bytes->len) != NULL)
    {
      *is_sound_out = FALSE;
      return g_utf8_make_valid (bytes->str, -1);
    }
  text = to_text (bytes, get_charset (property), is_sound_out);
  return g_steal_pointer (&text);
}

static void
append_unescaped (GString    *text,
                  const char *at)
{
  if (*at == 'n' || *at == 'N')
    g_string_append_c (text, '\n');
  else
    g_string_append_c (text, *at);
}

/**
 * zg_vcard_value_split:
 * @text: a value with parts
 * @separator: what stands between them; behind a backslash it is a part's own
 *
 * Returns: (transfer full) (element-type utf8): the parts without escapes, at least one
 */
GPtrArray *
zg_vcard_value_split (const char *text,
                      char        separator)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) part = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == separator)
        {
          g_ptr_array_add (parts, g_strdup (part->str));
          g_string_truncate (part, 0);
        }
      else if (*at == '\\' && at[1] != '\0' && strchr ("nN,;:\\", at[1]) != NULL)
        {
          append_unescaped (part, ++at);
        }
      else if (*at != '\r')
        {
          g_string_append_c (part, *at);
        }
    }
  g_ptr_array_add (parts, g_strdup (part->str));
  return parts;
}

/**
 * zg_vcard_value_unescape:
 * @text: a value without parts
 *
 * Returns: (transfer full): the text that it stands for
 */
char *
zg_vcard_value_unescape (const char *text)
{
  g_autoptr(GPtrArray) parts = zg_vcard_value_split (text, '\0');

  return g_ptr_array_steal_index (parts, 0);
}

/**
 * zg_vcard_value_escape:
 * @line: a line that is written
 * @text: what to add to it, so that zg_vcard_value_unescape() gives it back
 */
void
zg_vcard_value_escape (GString    *line,
                       const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '\n')
        g_string_append (line, "\\n");
      /* It would end the line. */
      if (*at == '\n' || *at == '\r')
        continue;
      if (strchr ("\\;,", *at) != NULL)
        g_string_append_c (line, '\\');
      g_string_append_c (line, *at);
    }
}

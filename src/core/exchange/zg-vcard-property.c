/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-vcard-property.h"

#include <string.h>

/* What stands before the colon of a line: the group, the name and the parameters of a property. */

#define MAX_PARAMETERS 64

static const char * const known_names[] = {
  "ADR", "AGENT", "ALTBDAY", "ANNIVERSARY", "BDAY", "BEGIN", "CALADRURI", "CALURI", "CATEGORIES", "CLASS",
  "CLIENTPIDMAP", "EMAIL", "END", "FBURL", "FN", "GENDER", "GEO", "IMPP", "KEY", "KIND", "LABEL", "LANG", "LOGO",
  "MAILER", "MEMBER", "N", "NAME", "NICKNAME", "NOTE", "ORG", "PHOTO", "PRODID", "PROFILE", "RELATED", "REV", "ROLE",
  "SORT-STRING", "SOUND", "SOURCE", "TEL", "TITLE", "TZ", "UID", "URL", "VERSION", "XML",
};

static const char * const binary_names[] = { "KEY", "LOGO", "PHOTO", "SOUND" };

/**
 * zg_vcard_property_clear:
 * @property: a property, all zero or with a head
 *
 * Lets go of all but the value.
 */
void
zg_vcard_property_clear (ZgVcardProperty *property)
{
  g_clear_pointer (&property->group, g_free);
  g_clear_pointer (&property->name, g_free);
  g_clear_pointer (&property->parameters, g_ptr_array_unref);
}

static gboolean
is_known_name (const char *name,
               gsize       length)
{
  gboolean is_capital = length > 1;

  if (length > 2 && g_ascii_strncasecmp (name, "X-", 2) == 0)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (known_names); i++)
    if (strlen (known_names[i]) == length && g_ascii_strncasecmp (known_names[i], name, length) == 0)
      return TRUE;
  for (gsize i = 0; i < length && is_capital; i++)
    is_capital = g_ascii_isupper (name[i]) || g_ascii_isdigit (name[i]) || name[i] == '-';
  return is_capital;
}

/**
 * zg_vcard_property_starts:
 * @line: a line of a file
 *
 * Returns: whether it begins like a property: http://… and text that goes on do not
 */
gboolean
zg_vcard_property_starts (const GString *line)
{
  const char *name = line->str;
  gsize length = 0;

  while (g_ascii_isalnum (name[length]) || name[length] == '-' || name[length] == '_')
    length++;
  if (length > 0 && name[length] == '.')
    {
      name += length + 1;
      length = 0;
      while (g_ascii_isalnum (name[length]) || name[length] == '-' || name[length] == '_')
        length++;
    }
  return length > 0 && (name[length] == ':' || name[length] == ';') && strchr (name + length, ':') != NULL
         && is_known_name (name, length);
}

/* Takes @text as a parameter: NAME=VALUE, or a value alone as vCard 2.1 has it. */
static void
add_parameter (ZgVcardProperty *property,
               const char      *text,
               gsize            length)
{
  static const char * const encodings[] = { "QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT" };
  g_autofree char *parameter = g_utf8_make_valid (text, (gssize) strnlen (text, length));
  char *equals = strchr (parameter, '=');
  const char *name = "TYPE";
  char *value = parameter;
  g_autofree char *upper = NULL;

  if (property->parameters->len >= MAX_PARAMETERS)
    return;
  if (equals != NULL)
    {
      *equals = '\0';
      upper = g_ascii_strup (g_strstrip (parameter), -1);
      name = upper;
      value = equals + 1;
    }
  g_strstrip (value);
  for (gsize i = 0; equals == NULL && i < G_N_ELEMENTS (encodings); i++)
    if (g_ascii_strcasecmp (value, encodings[i]) == 0)
      name = "ENCODING";
  if (value[0] == '"' && strlen (value) >= 2 && g_str_has_suffix (value, "\""))
    {
      value[strlen (value) - 1] = '\0';
      value++;
    }
  g_ptr_array_add (property->parameters, g_strdup_printf ("%s=%s", name, value));
}

/* Reads name and parameters off a line. Returns where the value begins, 0 for a line that is no property. */
static gsize
read_head (ZgVcardProperty *property,
           const GString   *line)
{
  gboolean quoted = FALSE;
  gsize start = 0;
  const char *dot;

  zg_vcard_property_clear (property);
  property->parameters = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; i < line->len; i++)
    {
      char c = line->str[i];

      if (c == '"' && property->name != NULL)
        quoted = !quoted;
      if (quoted || (c != ';' && c != ':'))
        continue;
      if (property->name == NULL)
        property->name = g_strndup (line->str, i);
      else
        add_parameter (property, line->str + start, i - start);
      start = i + 1;
      if (c == ':')
        break;
    }
  if (property->name == NULL || line->str[start - 1] != ':')
    {
      g_free (property->name);
      property->name = g_strdup ("");
      property->group = g_strdup ("");
      return 0;
    }

  dot = strrchr (property->name, '.');
  property->group = dot != NULL ? g_strndup (property->name, (gsize) (dot - property->name)) : g_strdup ("");
  {
    g_autofree char *name = g_ascii_strup (dot != NULL ? dot + 1 : property->name, -1);

    g_free (property->name);
    property->name = g_utf8_make_valid (g_strstrip (name), -1);
  }
  return start;
}

static gboolean
is_base64 (const ZgVcardProperty *property)
{
  const char *encoding = zg_vcard_property_get_parameter (property, "ENCODING");

  return encoding != NULL && (g_ascii_strcasecmp (encoding, "B") == 0 || g_ascii_strcasecmp (encoding, "BASE64") == 0);
}

/**
 * zg_vcard_property_begin:
 * @property: a property with a value to write into
 * @line: the first line of it
 *
 * Reads name and parameters off a line; what the value is has to be added.
 *
 * Returns: where the value begins in the line, 0 for a line that is no property
 */
gsize
zg_vcard_property_begin (ZgVcardProperty *property,
                         const GString   *line)
{
  gsize start = read_head (property, line);

  property->n_bytes = 0;
  property->is_cut = FALSE;
  property->is_binary = is_base64 (property);
  for (gsize i = 0; i < G_N_ELEMENTS (binary_names); i++)
    property->is_binary = property->is_binary || strcmp (property->name, binary_names[i]) == 0;
  g_string_truncate (property->value, 0);
  return start;
}

/**
 * zg_vcard_property_get_parameter:
 * @property: a property
 * @name: a parameter's name in capitals
 *
 * Returns: (transfer none) (nullable): the first value of the parameter
 */
const char *
zg_vcard_property_get_parameter (const ZgVcardProperty *property,
                                 const char            *name)
{
  gsize length = strlen (name);

  for (guint i = 0; i < property->parameters->len; i++)
    {
      const char *parameter = g_ptr_array_index (property->parameters, i);

      if (strncmp (parameter, name, length) == 0 && parameter[length] == '=')
        return parameter + length + 1;
    }
  return NULL;
}

/**
 * zg_vcard_property_has_type:
 * @property: a property
 * @type: a type in capitals
 *
 * Types stand each in a parameter of its own, or several in one with commas between them.
 *
 * Returns: whether the property is of the type
 */
gboolean
zg_vcard_property_has_type (const ZgVcardProperty *property,
                            const char            *type)
{
  for (guint i = 0; i < property->parameters->len; i++)
    {
      const char *parameter = g_ptr_array_index (property->parameters, i);
      g_auto(GStrv) types = NULL;

      if (!g_str_has_prefix (parameter, "TYPE="))
        continue;
      types = g_strsplit (parameter + strlen ("TYPE="), ",", -1);
      for (gsize k = 0; types[k] != NULL; k++)
        if (g_ascii_strcasecmp (g_strstrip (types[k]), type) == 0)
          return TRUE;
    }
  return FALSE;
}

/**
 * zg_vcard_property_is_quoted_printable:
 * @property: a property
 *
 * Returns: whether its value is written as quoted-printable (RFC 2045 6.7)
 */
gboolean
zg_vcard_property_is_quoted_printable (const ZgVcardProperty *property)
{
  const char *encoding = zg_vcard_property_get_parameter (property, "ENCODING");

  return encoding != NULL && (g_ascii_strcasecmp (encoding, "QUOTED-PRINTABLE") == 0
                              || g_ascii_strcasecmp (encoding, "Q") == 0);
}

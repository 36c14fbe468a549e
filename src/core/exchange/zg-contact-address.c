/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-contact-address.h"

#include <string.h>

/* The addresses of other programs. They have no field for a district: it stands in the street, mostly. */

static char *
dup_stripped (const char *text)
{
  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

static void
append_part (GString    *text,
             const char *part)
{
  g_autofree char *bare = dup_stripped (part);

  if (*bare != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", bare);
}

static gboolean
is_china (const char *country)
{
  static const char * const names[] = { "中国", "中國", "中华人民共和国", "China", "CN", "CHN", "PRC", "P.R. China",
                                        "People's Republic of China" };
  g_autofree char *bare = dup_stripped (country);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (names[i], bare) == 0)
      return TRUE;
  return *bare == '\0';
}

static gboolean
is_han (const char *text)
{
  return text != NULL && *text != '\0' && g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_HAN;
}

/* (transfer full): an address in China, whose district stands somewhere in its parts. */
static ZgAddress *
make_chinese_address (const ZgContactAddress *parts)
{
  g_autoptr(GString) rest = g_string_new (NULL);
  g_autofree char *region = dup_stripped (parts->region);
  g_autofree char *city = dup_stripped (parts->city);
  g_autofree char *whole = NULL;
  g_autoptr(ZgAddress) address = NULL;

  append_part (rest, parts->extended);
  append_part (rest, parts->street);
  append_part (rest, parts->box);
  whole = g_strconcat (region, city, rest->str, NULL);
  address = zg_address_parse_export (whole);
  if (address->province == NULL && *region != '\0')
    {
      g_clear_pointer (&address, zg_address_free);
      address = zg_address_new ();
      address->disclosure = zg_disclosure_of_text (whole);
      address->province = g_steal_pointer (&region);
      address->city = *city != '\0' ? g_steal_pointer (&city) : NULL;
      address->detail = g_strdup (rest->str);
    }
  if (address->postcode == NULL && parts->postcode != NULL)
    {
      address->postcode = dup_stripped (parts->postcode);
      if (*address->postcode == '\0' || strcmp (address->postcode, "000000") == 0)
        g_clear_pointer (&address->postcode, g_free);
    }
  return g_steal_pointer (&address);
}

/* (transfer full): an address elsewhere, as it is written on a letter. */
static ZgAddress *
make_foreign_address (const ZgContactAddress *parts)
{
  const char * const lines[] = { parts->street, parts->extended, parts->box, parts->city, parts->region, parts->postcode,
                                 parts->country };
  g_autoptr(GString) text = g_string_new (NULL);
  ZgAddress *address = zg_address_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *line = dup_stripped (lines[i]);

      if (*line != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", line);
    }
  address->disclosure = zg_disclosure_of_text (text->str);
  address->detail = g_strdup (text->str);
  return address;
}

/**
 * zg_contact_address_make:
 * @parts: an address in parts
 *
 * Returns: (transfer full): the address, which is empty when all parts are
 */
ZgAddress *
zg_contact_address_make (const ZgContactAddress *parts)
{
  if (is_china (parts->country) && (is_han (parts->region) || is_han (parts->city) || is_han (parts->street)))
    return make_chinese_address (parts);
  return make_foreign_address (parts);
}

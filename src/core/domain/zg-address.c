/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-address"

#include "config.h"

#include "zg-address.h"

#include "zg-address-region.h"
#include "zg-width.h"

#include <string.h>

/**
 * zg_address_new:
 *
 * Returns: (transfer full): an empty address
 */
ZgAddress *
zg_address_new (void)
{
  return g_new0 (ZgAddress, 1);
}

/**
 * zg_address_copy:
 * @address: an address
 *
 * Returns: (transfer full): an address with the same content
 */
ZgAddress *
zg_address_copy (const ZgAddress *address)
{
  ZgAddress *copy = g_memdup2 (address, sizeof *address);

  copy->province = g_strdup (address->province);
  copy->city = g_strdup (address->city);
  copy->district = g_strdup (address->district);
  copy->detail = g_strdup (address->detail);
  copy->postcode = g_strdup (address->postcode);
  return copy;
}

/**
 * zg_address_free:
 * @address: (transfer full) (nullable): an address
 */
void
zg_address_free (ZgAddress *address)
{
  if (address == NULL)
    return;

  g_free (address->province);
  g_free (address->city);
  g_free (address->district);
  g_free (address->detail);
  g_free (address->postcode);
  g_free (address);
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
same_text (const char *a,
           const char *b)
{
  return strcmp (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/* 上海 上海市: the city only says the municipality again. */
static gboolean
city_repeats_province (const ZgAddress *address)
{
  g_autofree char *province = NULL;

  if (!has_text (address->city) || !zg_region_is_municipality (address->province))
    return FALSE;

  province = zg_region_to_short (address->province);
  return g_str_has_prefix (address->city, province);
}

/* Chinese parts stand side by side; a blank only parts what would become one word or number. */
static void
append_part (GString    *text,
             const char *part)
{
  if (!has_text (part))
    return;
  if (text->len > 0 && g_ascii_isalnum (text->str[text->len - 1]) && g_ascii_isalnum (*part))
    g_string_append_c (text, ' ');
  g_string_append (text, part);
}

/**
 * zg_address_to_text:
 * @address: an address
 *
 * The whole address as it goes into a message and on a slip, without postcode: `浙江省杭州市西湖区文三路 100 号`.
 * A municipality is said once.
 *
 * Returns: (transfer full): the text; empty for an empty address
 */
char *
zg_address_to_text (const ZgAddress *address)
{
  GString *text = g_string_new (NULL);

  if (!city_repeats_province (address))
    append_part (text, address->province);
  append_part (text, address->city);
  append_part (text, address->district);
  append_part (text, address->detail);

  return g_string_free (text, FALSE);
}

/**
 * zg_address_to_region:
 * @address: an address
 *
 * The short form for a column of a list: `浙江 杭州`, `上海 浦东`.
 *
 * Returns: (transfer full): province and city, in a municipality the district; empty when neither is known
 */
char *
zg_address_to_region (const ZgAddress *address)
{
  gboolean in_municipality = zg_region_is_municipality (address->province);
  g_autofree char *province = zg_region_to_short (address->province);
  g_autofree char *place = zg_region_to_short (in_municipality || !has_text (address->city) ? address->district
                                                                                           : address->city);

  return g_strconcat (province, *province != '\0' && *place != '\0' ? " " : "", place, NULL);
}

/* Letters and digits only, in narrow width and one case. */
static void
append_key (GString    *key,
            const char *text)
{
  g_autofree char *narrow = zg_width_fold (text);
  g_autofree char *normal = g_utf8_normalize (narrow, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = normal != NULL ? g_utf8_casefold (normal, -1) : NULL;

  for (const char *at = folded; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (key, g_utf8_get_char (at));
}

/**
 * zg_address_to_key:
 * @address: an address
 *
 * A form to compare addresses by: width, blanks, punctuation and case do not matter, nor whether 省 and 市 are written
 * and a municipality is repeated. Hidden addresses have no key, because a hidden value must not match.
 *
 * Returns: (transfer full) (nullable): the key, or %NULL when the address is hidden or has no detail
 */
char *
zg_address_to_key (const ZgAddress *address)
{
  GString *key;
  g_autofree char *province = NULL;
  g_autofree char *city = NULL;

  if (address->disclosure != ZG_DISCLOSURE_PLAIN || !has_text (address->detail))
    return NULL;

  key = g_string_new (NULL);
  province = zg_region_to_short (address->province);
  append_key (key, province);
  if (!zg_region_is_municipality (address->province))
    {
      city = zg_region_to_short (address->city);
      append_key (key, city);
    }
  append_key (key, address->district);
  append_key (key, address->detail);

  return g_string_free (key, FALSE);
}

/**
 * zg_address_is_empty:
 * @address: (nullable): an address
 *
 * Returns: whether nothing at all is known
 */
gboolean
zg_address_is_empty (const ZgAddress *address)
{
  return address == NULL ||
         (!has_text (address->province) && !has_text (address->city) && !has_text (address->district) &&
          !has_text (address->detail) && !has_text (address->postcode));
}

/**
 * zg_address_is_complete:
 * @address: (nullable): an address
 *
 * Whether a courier can find the place: province, city, district and detail are there. Municipalities are their own
 * city, some cities and counties have no district, and Taiwan's addresses name no province.
 *
 * Returns: whether nothing is missing; of a hidden address nobody can tell, the checklist shows it as hidden
 */
gboolean
zg_address_is_complete (const ZgAddress *address)
{
  gboolean has_province, has_city, has_district;

  if (address == NULL || !has_text (address->detail))
    return FALSE;

  has_province = has_text (address->province) || zg_region_is_taiwanese_city (address->city);
  has_city = has_text (address->city) || zg_region_is_municipality (address->province) ||
             zg_region_has_no_district (address->district);
  has_district = has_text (address->district) || zg_region_has_no_district (address->city);
  return has_province && has_city && has_district;
}

/**
 * zg_address_equal:
 * @a: (nullable): an address
 * @b: (nullable): an address
 *
 * Returns: whether both are written alike; a missing and an empty part are the same
 */
gboolean
zg_address_equal (const ZgAddress *a,
                  const ZgAddress *b)
{
  if (a == NULL || b == NULL)
    return zg_address_is_empty (a) && zg_address_is_empty (b);

  return a->disclosure == b->disclosure && same_text (a->province, b->province) && same_text (a->city, b->city) &&
         same_text (a->district, b->district) && same_text (a->detail, b->detail) &&
         same_text (a->postcode, b->postcode);
}

static int
count_parts (const ZgAddress *address)
{
  return has_text (address->province) + has_text (address->city) + has_text (address->district);
}

/**
 * zg_address_improves:
 * @candidate: what a newer source says
 * @known: (nullable): what is kept
 *
 * Whether @candidate should replace @known: when it discloses more, when both are real and differ, or when both have no
 * street and it knows more of the region. A masked address never replaces a real one.
 *
 * Returns: whether to take @candidate
 */
gboolean
zg_address_improves (const ZgAddress *candidate,
                     const ZgAddress *known)
{
  if (zg_address_is_empty (candidate))
    return FALSE;
  if (zg_address_is_empty (known))
    return TRUE;
  if (candidate->disclosure != known->disclosure)
    return candidate->disclosure > known->disclosure;
  if (candidate->disclosure == ZG_DISCLOSURE_PLAIN)
    return !zg_address_equal (candidate, known);

  return count_parts (candidate) > count_parts (known);
}

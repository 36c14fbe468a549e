/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-phone"

#include "config.h"

#include "zg-phone.h"

#include "zg-width.h"

#include <string.h>

/* No number is longer (E.164 has 15 digits) and no pattern needs to look at more; the rest is kept as text. */
#define MAX_LENGTH 40

/* As many as a land line has without its area. */
#define MIN_TYPED_DIGITS 7

/* More than a Chinese mobile phone. */
#define MIN_WITH_COUNTRY 12

#define EXTENSION "(?:\\s*(?:-|转|轉|,|#|_|x|ext\\.?|分机|分機)\\s*(\\d{1,6}))?$"

/* The first group is the number, the second the extension. Read after a country code 86 was cut off. */
static const struct {
  ZgPhoneKind kind;
  const char *pattern;
} patterns[] = {
  { ZG_PHONE_MOBILE, "^(1[3-9](?:[ -]?\\d){9})" EXTENSION },
  /* 010, 02x and 0xxx, then seven or eight digits */
  { ZG_PHONE_LAND_LINE, "^(\\(?0(?:10|2\\d|[3-9]\\d\\d)\\)?[ -]?\\d{3,4}[ -]?\\d{4})" EXTENSION },
  { ZG_PHONE_LAND_LINE, "^([48]00[ -]?(?:\\d{3}[ -]?\\d{4}|\\d{4}[ -]?\\d{3}))" EXTENSION },
  /* Taiwan: 0912-345-678, (02)2345-6789, 04-2234 5678 */
  { ZG_PHONE_MOBILE, "^(09\\d{2}[ -]?\\d{3}[ -]?\\d{3})()$" },
  { ZG_PHONE_LAND_LINE, "^(\\(?0(?:[24]\\)?[ -]?\\d{4}[ -]?\\d{4}|[3-8]\\)?[ -]?\\d{3}[ -]?\\d{4}|"
                        "(?:37|49|82|89)\\)?[ -]?\\d{3}[ -]?\\d{3}))" EXTENSION },
  { ZG_PHONE_FOREIGN, "^((?:\\+|00)[1-9](?:[ ().-]*\\d){5,14})()$" },
};

static GRegex *
get_pattern (gsize index)
{
  static GRegex *compiled[G_N_ELEMENTS (patterns)];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
        compiled[i] = g_regex_new (patterns[i].pattern, G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
      g_once_init_leave (&ready, 1);
    }

  return compiled[index];
}

/* Takes off what spreadsheets put around a number so that it stays text: `'138…`, `="138…"`, tabs. */
static char *
unwrap (const char *text)
{
  g_autofree char *copy = g_strdup (text);
  char *bare = g_strstrip (copy);
  gsize length;

  if (bare[0] == '=' && bare[1] == '"')
    bare++;
  length = strlen (bare);
  if (length >= 2 && bare[0] == '"' && bare[length - 1] == '"')
    {
      bare[length - 1] = '\0';
      bare = g_strstrip (bare + 1);
    }
  if (bare[0] == '\'')
    bare = g_strchug (bare + 1);

  return g_strdup (bare);
}

static char *
digits_of (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_c (digits, *at);

  return g_string_free (digits, FALSE);
}

static gboolean
is_mobile (const char *digits)
{
  return strlen (digits) == 11 && digits[0] == '1' && digits[1] >= '3';
}

/*
 * Cuts +86, 0086, 86- and 86 off. After the country code people leave out the 0 of the area: +86 571 8888 8888, so it
 * is put back.
 */
static char *
cut_country_code (const char *number)
{
  g_autofree char *digits = NULL;
  const char *rest = number;

  if (g_str_has_prefix (number, "+86"))
    rest += 3;
  else if (g_str_has_prefix (number, "0086"))
    rest += 4;
  else if (g_str_has_prefix (number, "86"))
    {
      g_autofree char *bare = digits_of (number + 2);

      if (number[2] != '-' && number[2] != ' ' && !is_mobile (bare))
        return g_strdup (number);
      rest += 2;
    }
  else
    return g_strdup (number);

  rest += strspn (rest, " -");
  digits = digits_of (rest);
  if (rest[0] != '0' && rest[0] != '(' && !is_mobile (digits) && (strlen (digits) == 10 || rest[0] != '1') &&
      strlen (digits) <= 11)
    return g_strconcat ("0", rest, NULL);

  return g_strdup (rest);
}

/*
 * A number that fits no pattern may still be dialled (a short number, a neighbour's land line without area). One that
 * ends in a hyphen has lost its extension and is none.
 */
static char *
digits_of_unknown (const char *number)
{
  gsize length = strlen (number);

  if (length < 3 || length > 20 || strspn (number, "0123456789 -") < length || !g_ascii_isdigit (number[length - 1]))
    return NULL;

  return digits_of (number);
}

static void
recognise (ZgPhone    *phone,
           const char *number)
{
  phone->kind = ZG_PHONE_UNKNOWN;

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *digits = NULL;
      g_autofree char *extension = NULL;

      if (!g_regex_match (get_pattern (i), number, 0, &match))
        continue;

      phone->kind = patterns[i].kind;
      extension = g_match_info_fetch (match, 2);
      if (extension != NULL && *extension != '\0')
        phone->extension = g_steal_pointer (&extension);

      /* A mobile phone has no extension of its own: such a number forwards, to somebody else after some weeks. */
      if (phone->kind == ZG_PHONE_MOBILE && phone->extension != NULL)
        {
          phone->disclosure = ZG_DISCLOSURE_VIRTUAL;
          return;
        }

      digits = g_match_info_fetch (match, 1);
      phone->digits = digits_of (digits);
      if (phone->kind == ZG_PHONE_FOREIGN)
        {
          /* With its plus, or +1 380 013 8000 would be the same as a Chinese mobile phone. */
          g_autofree char *plain = g_steal_pointer (&phone->digits);

          phone->digits = g_strconcat ("+", g_str_has_prefix (plain, "00") ? plain + 2 : plain, NULL);
        }
      return;
    }

  phone->digits = digits_of_unknown (number);
}

/* Nearly every number is this: eleven digits of a Chinese mobile phone and nothing else. */
static ZgPhone *
parse_mobile (const char *text)
{
  ZgPhone *phone;

  if (text == NULL || text[0] != '1' || text[1] < '3' || strspn (text, "0123456789") != 11 || text[11] != '\0')
    return NULL;

  phone = g_new0 (ZgPhone, 1);
  phone->kind = ZG_PHONE_MOBILE;
  phone->disclosure = ZG_DISCLOSURE_PLAIN;
  phone->text = g_strdup (text);
  phone->digits = g_strdup (text);
  return phone;
}

/**
 * zg_phone_parse:
 * @text: (nullable): a phone number as platforms, spreadsheets and people write it
 *
 * Never fails: what is no number is kept as text of kind %ZG_PHONE_UNKNOWN. Understands full-width digits, blanks and
 * hyphens, the country code 86 in all its forms, Chinese and Taiwanese mobile phones and land lines, service numbers
 * (400), and extensions. A mobile number with an extension is virtual. Of hidden and virtual numbers the digits are not
 * given, so that nobody can search or match by them; a foreign number keeps its country code with a plus.
 *
 * Returns: (transfer full): the number
 */
ZgPhone *
zg_phone_parse (const char *text)
{
  ZgPhone *phone = parse_mobile (text);
  g_autofree char *bare = NULL;

  if (phone != NULL)
    return phone;

  phone = g_new0 (ZgPhone, 1);
  bare = unwrap (text != NULL ? text : "");
  phone->disclosure = zg_disclosure_of_text (bare);
  phone->kind = phone->disclosure == ZG_DISCLOSURE_ABSENT ? ZG_PHONE_NONE : ZG_PHONE_UNKNOWN;
  if (phone->disclosure == ZG_DISCLOSURE_PLAIN && strlen (bare) <= 3 * MAX_LENGTH &&
      g_utf8_validate (bare, -1, NULL))
    {
      g_autofree char *folded = zg_width_fold (bare);

      if (strlen (folded) <= MAX_LENGTH)
        {
          g_autofree char *number = cut_country_code (g_strstrip (folded));

          recognise (phone, number);
        }
    }
  if (phone->disclosure != ZG_DISCLOSURE_ABSENT)
    phone->text = g_steal_pointer (&bare);

  return phone;
}

/**
 * zg_phone_digits_of_typed:
 * @typed: what somebody looks for, in half width
 *
 * People type or copy a number as it is shown, or with a country code: 138 0000-2468, +86 13800002468, 0571-8888 6364.
 *
 * Returns: (transfer full) (nullable): the digits of @typed as a phone has them, without country code 86 and extension, if
 *   @typed can be a number or a part of one but is not these digits already
 */
char *
zg_phone_digits_of_typed (const char *typed)
{
  g_autoptr(ZgPhone) phone = NULL;
  g_autofree char *digits = NULL;
  gsize length = strlen (typed);

  if (length > MAX_LENGTH || strspn (typed, "0123456789 -().+") < length)
    return NULL;

  digits = digits_of (typed);
  phone = zg_phone_parse (typed);
  /* 00200009 may also be what a number ends in, and 3-502 a room. */
  if (strlen (digits) == length ? length < MIN_WITH_COUNTRY || phone->digits == NULL || phone->kind == ZG_PHONE_UNKNOWN
                                : strlen (digits) < MIN_TYPED_DIGITS)
    return NULL;
  if (phone->digits != NULL)
    return strcmp (phone->digits, typed) != 0 ? g_steal_pointer (&phone->digits) : NULL;
  return g_steal_pointer (&digits);
}

/**
 * zg_phone_free:
 * @phone: (transfer full) (nullable): a phone number
 */
void
zg_phone_free (ZgPhone *phone)
{
  if (phone == NULL)
    return;

  g_free (phone->text);
  g_free (phone->digits);
  g_free (phone->extension);
  g_free (phone);
}

/* Length of a mainland area code: 010 and 02x have three digits, all others four. */
static int
area_length (const char *digits)
{
  return digits[1] == '1' || digits[1] == '2' ? 3 : 4;
}

/**
 * zg_phone_to_text:
 * @phone: a phone number
 *
 * The number as people read it aloud: `138 0000 2468`, `0571-0000 2468`. Hidden, foreign and unknown numbers are shown
 * as they came.
 *
 * Returns: (transfer full): the text; empty when there is no number
 */
char *
zg_phone_to_text (const ZgPhone *phone)
{
  const char *digits = phone->digits;
  gsize length = digits != NULL ? strlen (digits) : 0;

  if (phone->kind == ZG_PHONE_MOBILE && length == 11)
    return g_strdup_printf ("%.3s %.4s %s", digits, digits + 3, digits + 7);

  if (phone->kind == ZG_PHONE_LAND_LINE && digits[0] == '0' && length >= 11)
    {
      int area = area_length (digits);

      return g_strdup_printf ("%.*s-%.*s %s%s%s", area, digits, (int) length - 4 - area, digits + area,
                              digits + length - 4, phone->extension != NULL ? "-" : "",
                              phone->extension != NULL ? phone->extension : "");
    }

  return g_strdup (phone->text != NULL ? phone->text : "");
}

/**
 * zg_phone_mask:
 * @phone: a phone number
 *
 * The number without the four digits before the last four, as platforms hide it: `138****8000`, `0571****2468`. Of a short
 * number only the last two digits stay, and nothing of an extension. What the platform hides stays as it came.
 *
 * Returns: (transfer full): the text; empty when there is no number
 */
char *
zg_phone_mask (const ZgPhone *phone)
{
  g_autofree char *digits = NULL;
  gsize length, from, to;

  if (phone->disclosure != ZG_DISCLOSURE_PLAIN && phone->disclosure != ZG_DISCLOSURE_VIRTUAL)
    return g_strdup (phone->text != NULL ? phone->text : "");

  digits = phone->digits != NULL ? g_strdup (phone->digits) : digits_of (phone->text != NULL ? phone->text : "");
  length = strlen (digits);
  to = length >= 7 ? length - 4 : MAX (length, 2) - 2;
  from = length >= 8 ? length - 8 : 0;
  for (gsize i = from; i < to; i++)
    {
      if (digits[i] != '+')
        digits[i] = '*';
    }
  return g_steal_pointer (&digits);
}

/**
 * zg_phone_is_plausible:
 * @phone: a phone number
 *
 * Returns: whether one can expect to reach somebody there. Of a hidden number nothing speaks against it, so it is
 *   plausible too; see zg_disclosure_is_hidden()
 */
gboolean
zg_phone_is_plausible (const ZgPhone *phone)
{
  if (zg_disclosure_is_hidden (phone->disclosure))
    return TRUE;

  return phone->kind == ZG_PHONE_MOBILE || phone->kind == ZG_PHONE_LAND_LINE || phone->kind == ZG_PHONE_FOREIGN;
}

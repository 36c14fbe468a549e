/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-money"

#include "config.h"

#include "zg-money.h"

#include "zg-error.h"
#include "zg-width.h"

#include <glib/gi18n.h>
#include <string.h>

#define DEFAULT_CURRENCY "CNY"

/* The currencies that have a sign of their own or no second decimal; every other one has two decimals and its code. */
static const struct {
  const char *code;
  int decimals;
  const char *sign;             /* what people are shown before the number */
  gboolean plain;               /* whole amounts are shown without decimals */
  const char *accepted[5];      /* what may stand before or after the number in a file */
} currencies[] = {
  { "CNY", 2, "¥", FALSE, { "¥", "￥", "元", "RMB" } },
  { "TWD", 2, "NT$", TRUE, { "NT$", "$", "元" } },
  { "USD", 2, "$", FALSE, { "US$", "$" } },
  { "EUR", 2, NULL, FALSE, { "€" } },
  { "JPY", 0, NULL, FALSE, { "¥", "￥", "円" } },
  { "KRW", 0, NULL, FALSE, { "₩", "￦" } },
};

static int
find_currency (const char *currency)
{
  if (currency == NULL || *currency == '\0')
    currency = DEFAULT_CURRENCY;

  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (g_ascii_strcasecmp (currencies[i].code, currency) == 0)
      return (int) i;

  return -1;
}

/**
 * zg_money_decimals:
 * @currency: (nullable): an ISO 4217 code; %NULL and empty mean CNY
 *
 * Returns: how many decimals the minor unit stands for: 2 for CNY (fen), 0 for JPY; 2 where nothing else is known
 */
int
zg_money_decimals (const char *currency)
{
  int index = find_currency (currency);

  return index >= 0 ? currencies[index].decimals : 2;
}

static gboolean
cut_prefix (char       **text,
            const char  *prefix)
{
  if (g_ascii_strncasecmp (*text, prefix, strlen (prefix)) != 0)
    return FALSE;

  *text = g_strchug (*text + strlen (prefix));
  return TRUE;
}

static gboolean
cut_suffix (char       *text,
            const char *suffix)
{
  gsize length = strlen (text);
  gsize suffix_length = strlen (suffix);

  if (length < suffix_length || g_ascii_strcasecmp (text + length - suffix_length, suffix) != 0)
    return FALSE;

  text[length - suffix_length] = '\0';
  g_strchomp (text);
  return TRUE;
}

static gboolean
cut_minus (char **text)
{
  return cut_prefix (text, "-") || cut_prefix (text, "−");
}

/* Takes the currency's sign or code off both ends. A foreign sign stays, and then the text is no number. */
static void
cut_signs (char       **text,
           const char  *currency)
{
  int index = find_currency (currency);
  const char *code = index >= 0 ? currencies[index].code : currency;

  if (!cut_prefix (text, code) && index >= 0)
    for (int i = 0; currencies[index].accepted[i] != NULL; i++)
      if (cut_prefix (text, currencies[index].accepted[i]))
        break;

  if (!cut_suffix (*text, code) && index >= 0)
    for (int i = 0; currencies[index].accepted[i] != NULL; i++)
      if (cut_suffix (*text, currencies[index].accepted[i]))
        break;
}

/* Whether commas stand only where thousands are parted: `1,299`, not `12,99`. */
static gboolean
commas_are_thousands (const char *whole)
{
  g_auto (GStrv) groups = NULL;

  if (strchr (whole, ',') == NULL)
    return TRUE;

  groups = g_strsplit (whole, ",", -1);
  if (strlen (groups[0]) < 1 || strlen (groups[0]) > 3)
    return FALSE;
  for (int i = 1; groups[i] != NULL; i++)
    if (strlen (groups[i]) != 3)
      return FALSE;

  return TRUE;
}

static gboolean
add_digit (gint64 *number,
           int     digit,
           int     sign)
{
  return !__builtin_mul_overflow (*number, (gint64) 10, number) &&
         !__builtin_add_overflow (*number, (gint64) (sign * digit), number);
}

/* Reads digits with an optional point. Counts downwards when @sign is -1, because -2^63 has no positive twin. */
static gboolean
read_decimal (char   *number,
              int     decimals,
              int     sign,
              gint64 *minor_out)
{
  char *point = strchr (number, '.');
  const char *fraction = "";
  gint64 minor = 0;
  int n_fraction = 0;

  if (point != NULL)
    {
      *point = '\0';
      fraction = point + 1;
      if (*fraction == '\0')
        return FALSE;
    }
  if ((*number == '\0' && *fraction == '\0') || !commas_are_thousands (number))
    return FALSE;

  for (const char *at = number; *at != '\0'; at++)
    if (*at != ',' && (!g_ascii_isdigit (*at) || !add_digit (&minor, g_ascii_digit_value (*at), sign)))
      return FALSE;

  for (const char *at = fraction; *at != '\0'; at++, n_fraction++)
    {
      if (!g_ascii_isdigit (*at) || (n_fraction >= decimals && *at != '0'))
        return FALSE;
      if (n_fraction < decimals && !add_digit (&minor, g_ascii_digit_value (*at), sign))
        return FALSE;
    }
  for (; n_fraction < decimals; n_fraction++)
    if (!add_digit (&minor, 0, sign))
      return FALSE;

  *minor_out = minor;
  return TRUE;
}

/**
 * zg_money_parse:
 * @text: an amount as platforms and people write it: `201.12`, `201.12元`, `￥1,299.00`, `-8.00`, full-width digits
 * @currency: (nullable): an ISO 4217 code; %NULL and empty mean CNY
 * @minor_out: (out): the amount in the currency's minor unit
 * @error: return location, #ZG_DOMAIN_ERROR_INVALID
 *
 * Reads an amount exactly: more decimals than the currency has are refused unless they are zeros, and so is anything
 * that does not belong to a number, the sign of another currency, and what does not fit into 64 bits.
 *
 * Returns: whether @text is an amount; @minor_out is untouched when it is not
 */
gboolean
zg_money_parse (const char  *text,
                const char  *currency,
                gint64      *minor_out,
                GError     **error)
{
  g_autofree char *folded = zg_width_fold (text);
  char *number = g_strstrip (folded);
  gboolean negative;
  gint64 minor;

  if (currency == NULL || *currency == '\0')
    currency = DEFAULT_CURRENCY;

  /* The minus may stand on either side of the sign: -¥8.00 and ¥-8.00. */
  negative = cut_minus (&number);
  cut_signs (&number, currency);
  if (!negative)
    negative = cut_minus (&number);

  if (!read_decimal (number, zg_money_decimals (currency), negative ? -1 : 1, &minor))
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                   _("“%s” is not an amount of money. Write it like 219.00."), text != NULL ? text : "");
      return FALSE;
    }

  *minor_out = minor;
  return TRUE;
}

static guint64
magnitude (gint64 minor)
{
  return minor < 0 ? 0 - (guint64) minor : (guint64) minor;
}

static char *
format_amount (guint64  amount,
               int      decimals,
               gboolean with_thousands)
{
  g_autofree char *digits = g_strdup_printf ("%0*" G_GUINT64_FORMAT, decimals + 1, amount);
  GString *text = g_string_new (NULL);
  gsize n_whole = strlen (digits) - (gsize) decimals;

  for (gsize i = 0; digits[i] != '\0'; i++)
    {
      if (i == n_whole)
        g_string_append_c (text, '.');
      else if (with_thousands && i > 0 && i < n_whole && (n_whole - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }

  return g_string_free (text, FALSE);
}

/**
 * zg_money_to_decimal:
 * @minor: an amount in minor units
 * @currency: (nullable): an ISO 4217 code; %NULL and empty mean CNY
 *
 * The form for files and programs: `-1299.00`.
 *
 * Returns: (transfer full): the number with all the currency's decimals, without sign and thousands
 */
char *
zg_money_to_decimal (gint64      minor,
                     const char *currency)
{
  g_autofree char *amount = format_amount (magnitude (minor), zg_money_decimals (currency), FALSE);

  return g_strconcat (minor < 0 ? "-" : "", amount, NULL);
}

/**
 * zg_money_to_text:
 * @minor: an amount in minor units
 * @currency: (nullable): an ISO 4217 code; %NULL and empty mean CNY
 *
 * The form for people: `¥1,299.00`, `-¥8.00`, `NT$90` (nobody pays cents in Taiwan); currencies without a sign of
 * their own have their code before the number.
 *
 * Returns: (transfer full): the amount with its currency
 */
char *
zg_money_to_text (gint64      minor,
                  const char *currency)
{
  int index = find_currency (currency);
  gboolean plain = index >= 0 && currencies[index].plain && minor % 100 == 0;
  g_autofree char *amount = plain ? format_amount (magnitude (minor) / 100, 0, TRUE)
                                  : format_amount (magnitude (minor), zg_money_decimals (currency), TRUE);
  const char *minus = minor < 0 ? "-" : "";

  if (index >= 0 && currencies[index].sign != NULL)
    return g_strconcat (minus, currencies[index].sign, amount, NULL);

  return g_strconcat (minus, currency, " ", amount, NULL);
}

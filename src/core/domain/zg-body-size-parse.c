/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-body-size"

#include "config.h"

#include "zg-body-size.h"

#include "zg-error.h"
#include "zg-width.h"

#include <glib/gi18n.h>
#include <string.h>

/* No measure is longer; what is, is no measure. */
#define MAX_BYTES 60

/* How much one of a unit is of what is kept: millimetres or grams. */
typedef struct {
  const char *word;
  int value;
} Unit;

static const Unit height_units[] = {
  { "cm", 10 }, { "厘米", 10 }, { "公分", 10 }, { "m", 1000 }, { "米", 1000 }, { "公尺", 1000 }, { "mm", 1 },
  { "毫米", 1 }, { "公釐", 1 },
};

/* On the mainland a 斤 is half a kilogram; Taiwan's, the 台斤, has 600 grams. */
static const Unit weight_units[] = {
  { "kg", 1000 }, { "公斤", 1000 }, { "千克", 1000 }, { "斤", 500 }, { "市斤", 500 }, { "台斤", 600 }, { "臺斤", 600 },
  { "lb", 454 }, { "lbs", 454 }, { "磅", 454 },
};

/* What people write before a measure. */
static const char * const titles[] = { "身高", "体重", "體重" };

/* Narrow, without blanks and titles; %NULL for what is too long to be a measure. */
static char *
simplify (const char *text)
{
  g_autofree char *narrow = NULL;
  g_autofree char *lower = NULL;
  GString *simple;
  const char *at;

  if (strlen (text) > MAX_BYTES)
    return NULL;

  narrow = zg_width_fold (text);
  lower = g_ascii_strdown (narrow, -1);
  at = lower;
  while (*at == ' ')
    at++;
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_has_prefix (at, titles[i]))
      {
        at += strlen (titles[i]);
        break;
      }

  simple = g_string_new (NULL);
  for (; *at != '\0'; at++)
    if (strchr (" :\t\n", *at) == NULL)
      g_string_append_c (simple, *at);
  return g_string_free (simple, FALSE);
}

/* Moves @at over `52`, `52.5`, `1.65`; the number comes in thousandths. */
static gboolean
read_thousandths (const char **at,
                  gint64      *number_out)
{
  gint64 number = 0;
  int n_digits = 0, n_decimals = 0;

  for (; g_ascii_isdigit (**at) && n_digits < 6; (*at)++, n_digits++)
    number = number * 10 + g_ascii_digit_value (**at);
  if (n_digits == 0)
    return FALSE;
  if (**at == '.' && g_ascii_isdigit ((*at)[1]))
    for ((*at)++; g_ascii_isdigit (**at) && n_decimals < 3; (*at)++, n_decimals++)
      number = number * 10 + g_ascii_digit_value (**at);
  for (; n_decimals < 3; n_decimals++)
    number *= 10;

  *number_out = number;
  return TRUE;
}

static gboolean
take_unit (const char *word,
           gint64      thousandths,
           const Unit *units,
           gsize       n_units,
           int        *value_out)
{
  for (gsize i = 0; i < n_units; i++)
    if (strcmp (units[i].word, word) == 0)
      {
        *value_out = (int) ((thousandths * units[i].value + 500) / 1000);
        return TRUE;
      }

  return FALSE;
}

#define TAKE_UNIT(word, thousandths, units, value_out) \
  take_unit (word, thousandths, units, G_N_ELEMENTS (units), value_out)

/* 1米65, 1m65: metres and centimetres. */
static gboolean
read_metres_and_more (const char *rest,
                      gint64      thousandths,
                      int        *height_out)
{
  gsize n = g_str_has_prefix (rest, "米") ? strlen ("米") : g_str_has_prefix (rest, "m") ? 1 : 0;

  if (n == 0 || !g_ascii_isdigit (rest[n]) || !g_ascii_isdigit (rest[n + 1]) || rest[n + 2] != '\0')
    return FALSE;

  *height_out = (int) thousandths + g_ascii_digit_value (rest[n]) * 100 + g_ascii_digit_value (rest[n + 1]) * 10;
  return TRUE;
}

/* 5'6": an inch is 25.4 mm, twelve are a foot. */
static gboolean
read_feet_and_inches (const char *rest,
                      gint64      thousandths,
                      int        *height_out)
{
  gint64 inches;

  if (*rest != '\'')
    return FALSE;
  rest++;
  if (!read_thousandths (&rest, &inches) || (*rest != '\0' && strcmp (rest, "\"") != 0 && strcmp (rest, "''") != 0))
    return FALSE;

  *height_out = (int) (((thousandths * 12 + inches) * 254 + 5000) / 10000);
  return TRUE;
}

/* Without a unit it is metres up to 2.5 and centimetres from 40 on; what lies between is neither. */
static gboolean
read_height (const char *text,
             int        *height_out)
{
  gint64 thousandths;

  if (!read_thousandths (&text, &thousandths))
    return FALSE;
  if (*text == '\0')
    return TAKE_UNIT (thousandths <= 2500 ? "m" : "cm", thousandths, height_units, height_out);

  return TAKE_UNIT (text, thousandths, height_units, height_out)
         || read_metres_and_more (text, thousandths, height_out)
         || read_feet_and_inches (text, thousandths, height_out);
}

/* What a sentence may repeat of @text. */
static char *
shorten (const char *text)
{
  return g_utf8_make_valid (text, (gssize) MIN (strlen (text), MAX_BYTES));
}

static gboolean
refuse (GError **error,
        char    *message)
{
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, message);
  g_free (message);
  return FALSE;
}

/**
 * zg_body_size_parse_height:
 * @text: `165`, `165cm`, `1.65m`, `1米65`, `5'6"`
 * @height_out: (out): millimetres, 0 for an empty text; untouched when it is no height
 * @error: return location, #ZG_DOMAIN_ERROR_INVALID with a sentence that says what is wrong
 *
 * Returns: whether @text is a height
 */
gboolean
zg_body_size_parse_height (const char  *text,
                           int         *height_out,
                           GError     **error)
{
  g_autofree char *simple = simplify (text);
  g_autofree char *shown = shorten (text);
  ZgBodySize size = { 0 };

  if (simple == NULL || (*simple != '\0' && (!read_height (simple, &size.height) || size.height == 0)))
    return refuse (error, g_strdup_printf (_("“%s” is not a height. Write it like 165 or 1.65 m."), shown));
  if (!zg_body_size_validate (&size, error))
    return FALSE;

  *height_out = size.height;
  return TRUE;
}

/*
 * On the mainland people say their weight in 斤, twice as many as kilograms, and leave the unit out. Up to 80 it must be
 * kilograms and from 200 on 斤; what lies between may be either.
 */
static gboolean
read_weight (const char *text,
             int        *weight_out,
             gboolean   *is_unclear_out)
{
  gint64 thousandths;

  if (!read_thousandths (&text, &thousandths))
    return FALSE;
  if (*text != '\0')
    return TAKE_UNIT (text, thousandths, weight_units, weight_out);

  *is_unclear_out = thousandths >= 80000 && thousandths < 200000;
  return TAKE_UNIT (thousandths < 200000 ? "kg" : "斤", thousandths, weight_units, weight_out);
}

/**
 * zg_body_size_parse_weight:
 * @text: `52.5`, `52.5kg`, `105斤`, `52公斤`, `116磅`
 * @weight_out: (out): grams, 0 for an empty text; untouched when it is no weight
 * @error: return location, #ZG_DOMAIN_ERROR_INVALID with a sentence that says what is wrong
 *
 * A number of 80 to 199 without a unit is asked, not guessed.
 *
 * Returns: whether @text is a weight
 */
gboolean
zg_body_size_parse_weight (const char  *text,
                           int         *weight_out,
                           GError     **error)
{
  g_autofree char *simple = simplify (text);
  g_autofree char *shown = shorten (text);
  gboolean is_unclear = FALSE;
  ZgBodySize size = { 0 };

  if (simple == NULL || (*simple != '\0' && (!read_weight (simple, &size.weight, &is_unclear) || size.weight == 0)))
    return refuse (error, g_strdup_printf (_("“%s” is not a weight. Write it like 52.5 kg."), shown));
  if (is_unclear)
    return refuse (error, g_strdup_printf (_("“%s” may be kilograms or half kilograms (斤). Write the unit after it."),
                                           simple));
  if (!zg_body_size_validate (&size, error))
    return FALSE;

  *weight_out = size.weight;
  return TRUE;
}

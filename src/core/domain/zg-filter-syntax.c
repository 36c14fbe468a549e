/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-domain"

#include "config.h"

#include "zg-filter-syntax.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-error.h"
#include "zg-integer.h"

/*
 * How filters are written, whatever they are over: terms with blanks between them, `level:金卡 spent:500.. tag:"送礼 用"`. A
 * value with a blank or a quotation mark stands in quotation marks, in which a backslash takes the next character as it is.
 */

#define MAX_TERMS 64
#define MAX_BYTES 4096

/*
 * Cuts the term that *@at begins with into key and value (%NULL when it has none). Returns %FALSE for a quotation mark
 * that nothing closes, or with something behind it.
 */
static gboolean
cut_term (const char **at,
          char       **key_out,
          char       **value_out)
{
  gsize n_key = strcspn (*at, ": \t\r\n");
  g_autoptr(GString) value = NULL;
  const char *end = *at + n_key;

  *key_out = g_strndup (*at, n_key);
  if (*end == ':')
    {
      gboolean is_quoted = *++end == '"';

      value = g_string_new (NULL);
      for (end += is_quoted; *end != '\0' && (is_quoted ? *end != '"' : !g_ascii_isspace (*end)); end++)
        {
          if (is_quoted && *end == '\\' && end[1] != '\0')
            end++;
          g_string_append_c (value, *end);
        }
      if (is_quoted && *end++ != '"')
        return FALSE;
      if (*end != '\0' && !g_ascii_isspace (*end))
        return FALSE;
      *value_out = g_string_free (g_steal_pointer (&value), FALSE);
    }
  *at = end;
  return TRUE;
}

static gboolean
check_text (const char  *text,
            GError     **error)
{
  if (strlen (text) <= MAX_BYTES && g_utf8_validate (text, -1, NULL))
    return TRUE;
  g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("This text is too long for a filter."));
  return FALSE;
}

/**
 * zg_filter_syntax_read:
 * @text: a filter as text
 * @func: called for each term
 * @data: for @func
 * @error: return location, %ZG_DOMAIN_ERROR_INVALID
 *
 * Returns: whether @text is well formed and @func took all of its terms
 */
gboolean
zg_filter_syntax_read (const char        *text,
                       ZgFilterTermFunc   func,
                       gpointer           data,
                       GError           **error)
{
  int n_terms = 0;

  if (!check_text (text, error))
    return FALSE;

  for (const char *at = text; *(at += strspn (at, " \t\r\n")) != '\0';)
    {
      g_autofree char *key = NULL;
      g_autofree char *value = NULL;

      if (++n_terms > MAX_TERMS)
        {
          g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("This text is too long for a filter."));
          return FALSE;
        }
      if (!cut_term (&at, &key, &value))
        {
          g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                       _("In the filter, the quotation marks behind “%s” do not fit together."), key);
          return FALSE;
        }
      if (!func (key, value, data, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * zg_filter_syntax_append_value:
 * @text: a filter that ends behind the colon of a term
 * @value: what the term says; in quotation marks where it has to be
 */
void
zg_filter_syntax_append_value (GString    *text,
                               const char *value)
{
  if (*value != '\0' && *value != '"' && value[strcspn (value, " \t\r\n\\")] == '\0')
    {
      g_string_append (text, value);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *at = value; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_c (text, '\\');
      g_string_append_c (text, *at);
    }
  g_string_append_c (text, '"');
}

/**
 * zg_filter_syntax_parse_date:
 * @text: YYYY-MM-DD
 * @date_out: (out): the same as a number, YYYYMMDD
 *
 * Returns: whether it is a day
 */
gboolean
zg_filter_syntax_parse_date (const char *text,
                             gint64     *date_out)
{
  g_auto(GStrv) parts = g_strsplit (text, "-", -1);
  gint64 year, month, day;

  if (g_strv_length (parts) != 3 || strlen (parts[0]) != 4 || strlen (parts[1]) != 2 || strlen (parts[2]) != 2
      || !zg_integer_parse (parts[0], 1900, 9998, &year) || !zg_integer_parse (parts[1], 1, 12, &month)
      || !zg_integer_parse (parts[2], 1, 31, &day)
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  *date_out = year * 10000 + month * 100 + day;
  return TRUE;
}

/**
 * zg_filter_syntax_append_date:
 * @text: a filter
 * @date: a day as a number, YYYYMMDD
 */
void
zg_filter_syntax_append_date (GString *text,
                              gint64   date)
{
  g_string_append_printf (text, "%04d-%02d-%02d", (int) (date / 10000), (int) (date / 100 % 100), (int) (date % 100));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-domain"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-error.h"
#include "zg-filter-terms.h"
#include "zg-integer.h"
#include "zg-money.h"

/*
 * A customer filter as text, as the shop file keeps it and the command line takes it: terms with blanks between them,
 * `level:金卡 spent:500.. tag:"送礼 用"`. A value with a blank or a quotation mark stands in quotation marks, in which a
 * backslash takes the next character as it is.
 */

/* Nobody means longer ones, and a day in the year 0 is none. */
#define MAX_DAYS 36500
#define MAX_TERMS 64
#define MAX_BYTES 4096

static gboolean
refuse_value (const ZgFilterTerm  *term,
              const char          *value,
              GError             **error)
{
  g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
               /* TRANSLATORS: %s: a term of a filter, what was written behind it, an example of how to write it */
               _("The filter can't read “%s:%s”. Write it like %s."), term->key, value, term->form);
  return FALSE;
}

/* YYYY-MM-DD as a number YYYYMMDD. */
static gboolean
parse_date (const char *text,
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

static gboolean
parse_end (ZgFilterTermKind  kind,
           const char       *currency,
           const char       *text,
           gint64           *end_out)
{
  if (*text == '\0')
    return TRUE;
  if (kind == ZG_FILTER_TERM_DATES)
    return parse_date (text, end_out);
  if (kind == ZG_FILTER_TERM_MONEY)
    return zg_money_parse (text, currency, end_out, NULL) && *end_out >= 0;
  return zg_integer_parse (text, 0, G_MAXINT64, end_out);
}

/* FROM..TO, FROM.., ..TO, or one value for both. */
static gboolean
parse_range (const ZgFilterTerm  *term,
             const char          *currency,
             const char          *text,
             ZgFilterRange       *range)
{
  const char *dots = strstr (text, "..");
  g_autofree char *from = dots != NULL ? g_strndup (text, (gsize) (dots - text)) : g_strdup (text);
  const char *to = dots != NULL ? dots + 2 : text;

  return (*from != '\0' || *to != '\0')
         && parse_end (term->kind, currency, from, &range->from)
         && parse_end (term->kind, currency, to, &range->to)
         && (range->from < 0 || range->to < 0 || range->from <= range->to);
}

static gboolean
parse_days (const char *text,
            int        *days_out)
{
  g_autofree char *number = g_strdup (text);
  gsize length = strlen (number);
  gint64 days;

  if (length < 2 || number[length - 1] != 'd')
    return FALSE;
  number[length - 1] = '\0';
  if (!zg_integer_parse (number, 1, MAX_DAYS, &days))
    return FALSE;
  *days_out = (int) days;
  return TRUE;
}

static gboolean
parse_choice (const char * const *choices,
              const char         *text,
              int                *place_out)
{
  for (int i = 0; choices[i] != NULL; i++)
    if (g_str_equal (choices[i], text))
      {
        *place_out = i + 1;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_currency (const char *text)
{
  return strlen (text) == 3 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]) && g_ascii_isupper (text[2]);
}

static gboolean
add_tag (GPtrArray  *tags,
         const char *name)
{
  if (*name == '\0' || g_ptr_array_find_with_equal_func (tags, name, g_str_equal, NULL))
    return FALSE;
  g_ptr_array_add (tags, g_strdup (name));
  return TRUE;
}

static gboolean
parse_value (const ZgFilterTerm  *term,
             const char          *value,
             ZgCustomerFilter    *filter)
{
  gpointer place = zg_filter_term_get (term, filter);

  switch (term->kind)
    {
    case ZG_FILTER_TERM_TAGS:
      return add_tag (*(GPtrArray **) place, value);
    case ZG_FILTER_TERM_CURRENCY:
      *(char **) place = g_strdup (value);
      return is_currency (value);
    case ZG_FILTER_TERM_TEXT:
      *(char **) place = g_strdup (value);
      return *value != '\0' || place == &filter->level || place == &filter->type;
    case ZG_FILTER_TERM_DATES:
    case ZG_FILTER_TERM_RANGE:
    case ZG_FILTER_TERM_MONEY:
      return parse_range (term, filter->currency, value, place);
    case ZG_FILTER_TERM_DAYS:
      return parse_days (value, place);
    case ZG_FILTER_TERM_CHOICE:
      return parse_choice (term->choices, value, place);
    case ZG_FILTER_TERM_FLAG:
      *(int *) place = TRUE;
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

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

static const ZgFilterTerm *
find_term (const char *key)
{
  for (const ZgFilterTerm *term = zg_filter_terms; term->key != NULL; term++)
    if (g_str_equal (term->key, key))
      return term;
  return NULL;
}

static gboolean
parse_term (const char        *key,
            const char        *value,
            ZgCustomerFilter  *filter,
            GError           **error)
{
  const ZgFilterTerm *term = find_term (key);

  if (term == NULL)
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("A filter has no term “%s”."), key);
      return FALSE;
    }
  if (term->kind != ZG_FILTER_TERM_TAGS && zg_filter_term_is_set (term, filter))
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("The filter has the term “%s” twice."), key);
      return FALSE;
    }
  /* Amounts were read in another currency. */
  if (term->kind == ZG_FILTER_TERM_CURRENCY && (filter->spent.from >= 0 || filter->spent.to >= 0))
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                   _("In a filter, the currency has to stand before the amounts."));
      return FALSE;
    }
  if ((value == NULL) != (term->kind == ZG_FILTER_TERM_FLAG) || !parse_value (term, value, filter))
    return refuse_value (term, value != NULL ? value : "", error);
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
 * zg_customer_filter_parse:
 * @text: a filter as text; empty for all customers
 * @error: return location, %ZG_DOMAIN_ERROR_INVALID
 *
 * Reads what zg_customer_filter_to_text() writes, with the terms in any order. Strict: what a newer program wrote is
 * refused instead of letting through whom it should not.
 *
 * Returns: (transfer full) (nullable): the filter
 */
ZgCustomerFilter *
zg_customer_filter_parse (const char  *text,
                          GError     **error)
{
  g_autoptr(ZgCustomerFilter) filter = zg_customer_filter_new ();
  int n_terms = 0;

  if (!check_text (text, error))
    return NULL;

  for (const char *at = text; *(at += strspn (at, " \t\r\n")) != '\0';)
    {
      g_autofree char *key = NULL;
      g_autofree char *value = NULL;

      if (++n_terms > MAX_TERMS)
        {
          g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("This text is too long for a filter."));
          return NULL;
        }
      if (!cut_term (&at, &key, &value))
        {
          g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                       _("In the filter, the quotation marks behind “%s” do not fit together."), key);
          return NULL;
        }
      if (!parse_term (key, value, filter, error))
        return NULL;
    }
  return g_steal_pointer (&filter);
}

static void
append_quoted (GString    *text,
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

static void
append_end (GString          *text,
            ZgFilterTermKind  kind,
            const char       *currency,
            gint64            end)
{
  if (end < 0)
    return;
  if (kind == ZG_FILTER_TERM_DATES)
    {
      g_string_append_printf (text, "%04d-%02d-%02d", (int) (end / 10000), (int) (end / 100 % 100), (int) (end % 100));
    }
  else if (kind == ZG_FILTER_TERM_MONEY)
    {
      g_autofree char *amount = zg_money_to_decimal (end, currency);

      g_string_append (text, amount);
    }
  else
    {
      g_string_append_printf (text, "%" G_GINT64_FORMAT, end);
    }
}

static void
append_key (GString            *text,
            const ZgFilterTerm *term)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, term->key);
  if (term->kind != ZG_FILTER_TERM_FLAG)
    g_string_append_c (text, ':');
}

static void
append_term (GString                *text,
             const ZgFilterTerm     *term,
             const ZgCustomerFilter *filter)
{
  gpointer value = zg_filter_term_get (term, filter);
  const ZgFilterRange *range = value;
  GPtrArray *tags = term->kind == ZG_FILTER_TERM_TAGS ? *(GPtrArray **) value : NULL;

  for (guint i = 0; tags != NULL && i < tags->len; i++)
    {
      append_key (text, term);
      append_quoted (text, tags->pdata[i]);
    }
  if (tags != NULL)
    return;

  append_key (text, term);
  if (term->kind == ZG_FILTER_TERM_TEXT || term->kind == ZG_FILTER_TERM_CURRENCY)
    {
      append_quoted (text, *(char **) value);
    }
  else if (term->kind == ZG_FILTER_TERM_DAYS)
    {
      g_string_append_printf (text, "%dd", *(int *) value);
    }
  else if (term->kind == ZG_FILTER_TERM_CHOICE)
    {
      g_string_append (text, term->choices[*(int *) value - 1]);
    }
  else if (term->kind != ZG_FILTER_TERM_FLAG)
    {
      append_end (text, term->kind, filter->currency, range->from);
      g_string_append (text, "..");
      append_end (text, term->kind, filter->currency, range->to);
    }
}

/**
 * zg_customer_filter_to_text:
 * @filter: a filter
 *
 * Returns: (transfer full): the one text of this filter, see zg_customer_filter_parse(); empty for all customers
 */
char *
zg_customer_filter_to_text (const ZgCustomerFilter *filter)
{
  GString *text = g_string_new (NULL);

  for (const ZgFilterTerm *term = zg_filter_terms; term->key != NULL; term++)
    if (zg_filter_term_is_set (term, filter))
      append_term (text, term, filter);
  return g_string_free (text, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-domain"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-error.h"
#include "zg-filter-syntax.h"
#include "zg-filter-terms.h"
#include "zg-integer.h"
#include "zg-money.h"

/* A customer filter as text, as the shop file keeps it and the command line takes it: see zg-filter-syntax.c. */

/* Nobody means longer ones. */
#define MAX_DAYS 36500

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

static gboolean
parse_end (ZgFilterTermKind  kind,
           const char       *currency,
           const char       *text,
           gint64           *end_out)
{
  if (*text == '\0')
    return TRUE;
  if (kind == ZG_FILTER_TERM_DATES)
    return zg_filter_syntax_parse_date (text, end_out);
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

static const ZgFilterTerm *
find_term (const char *key)
{
  for (const ZgFilterTerm *term = zg_filter_terms; term->key != NULL; term++)
    if (g_str_equal (term->key, key))
      return term;
  return NULL;
}

static gboolean
parse_term (const char  *key,
            const char  *value,
            gpointer     data,
            GError     **error)
{
  ZgCustomerFilter *filter = data;
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

  return zg_filter_syntax_read (text, parse_term, filter, error) ? g_steal_pointer (&filter) : NULL;
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
      zg_filter_syntax_append_date (text, end);
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
      zg_filter_syntax_append_value (text, tags->pdata[i]);
    }
  if (tags != NULL)
    return;

  append_key (text, term);
  if (term->kind == ZG_FILTER_TERM_TEXT || term->kind == ZG_FILTER_TERM_CURRENCY)
    {
      zg_filter_syntax_append_value (text, *(char **) value);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-domain"

#include "config.h"

#include "zg-order-filter.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-error.h"
#include "zg-filter-syntax.h"
#include "zg-platform.h"

/*
 * An order filter as a value and as text: `state:paid,packed flag:red courier:圆通 deadline:today case`. One table that reading,
 * writing and describing use.
 */

typedef enum {
  STATES,       /* guint: bits, words with commas between them */
  FLAGS,        /* guint: the same */
  HOLDS,        /* guint: the same */
  TEXT,         /* char * */
  PLATFORM,     /* char *: a word of zg-platform.h */
  DATES,        /* ZgFilterRange */
  CHOICE,       /* int: the place of the word, from 1 */
  MARK,         /* gboolean: the key alone */
} TermKind;

typedef struct {
  const char *key;
  TermKind kind;
  gsize offset;
  const char * const *choices;
  const char * const *labels;
  const char *form;
} Term;

static const char * const flag_words[] = { "none", "red", "yellow", "green", "blue", "purple", NULL };
static const char * const flag_labels[] = {
  N_("No flag"), N_("Red flag"), N_("Yellow flag"), N_("Green flag"), N_("Blue flag"), N_("Purple flag"), NULL
};
static const char * const deadlines[] = { "late", "today", "tomorrow", "week", NULL };
static const char * const deadline_labels[] = {
  N_("should have shipped"), N_("ships by today"), N_("ships by tomorrow"), N_("ships within a week"), NULL
};
static const char * const yes_no[] = { "yes", "no", NULL };
static const char * const confirmed_labels[] = { N_("confirmed"), N_("not confirmed"), NULL };
static const char * const case_label[] = { N_("a case is open"), NULL };
static const char * const partly_label[] = { N_("paid or shipped in part"), NULL };
static const char * const parcel_label[] = { N_("shares a parcel"), NULL };
static const char * const noted_label[] = { N_("with a note"), NULL };

#define AT(field) G_STRUCT_OFFSET (ZgOrderFilter, field)

static const Term terms[] = {
  { "state", STATES, AT (states), NULL, NULL, "state:paid,packed" },
  { "flag", FLAGS, AT (flags), flag_words, flag_labels, "flag:red,blue" },
  { "hold", HOLDS, AT (holds), NULL, NULL, "hold:any" },
  { "courier", TEXT, AT (courier), NULL, NULL, "courier:NAME" },
  { "platform", PLATFORM, AT (platform), NULL, NULL, "platform:taobao" },
  { "shop", TEXT, AT (shop), NULL, NULL, "shop:NAME" },
  { "ordered", DATES, AT (ordered), NULL, NULL, "ordered:2026-09-01..2026-09-30" },
  { "deadline", CHOICE, AT (deadline), deadlines, deadline_labels, "deadline:today" },
  { "confirmed", CHOICE, AT (confirmed), yes_no, confirmed_labels, "confirmed:no" },
  { "case", MARK, AT (in_case), NULL, case_label, "case" },
  { "partly", MARK, AT (partly), NULL, partly_label, "partly" },
  { "parcel", MARK, AT (in_parcel), NULL, parcel_label, "parcel" },
  { "noted", MARK, AT (noted), NULL, noted_label, "noted" },
};

/**
 * zg_order_filter_new:
 *
 * Returns: (transfer full): a filter that lets all orders through
 */
ZgOrderFilter *
zg_order_filter_new (void)
{
  ZgOrderFilter *filter = g_new0 (ZgOrderFilter, 1);

  filter->ordered.from = filter->ordered.to = -1;
  return filter;
}

/**
 * zg_order_filter_free:
 * @filter: (transfer full) (nullable): a filter
 */
void
zg_order_filter_free (ZgOrderFilter *filter)
{
  if (filter == NULL)
    return;

  g_free (filter->courier);
  g_free (filter->platform);
  g_free (filter->shop);
  g_free (filter);
}

static gboolean
is_set (const Term          *term,
        const ZgOrderFilter *filter)
{
  gconstpointer place = (const guint8 *) filter + term->offset;
  const ZgFilterRange *range = place;

  switch (term->kind)
    {
    case TEXT:
    case PLATFORM:
      return *(char * const *) place != NULL;
    case DATES:
      return range->from >= 0 || range->to >= 0;
    default:
      return *(const int *) place != 0;
    }
}

/**
 * zg_order_filter_is_empty:
 * @filter: a filter
 *
 * Returns: whether it lets all orders through
 */
gboolean
zg_order_filter_is_empty (const ZgOrderFilter *filter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    if (is_set (&terms[i], filter))
      return FALSE;
  return TRUE;
}

/* Words ************************************************************************************************************/

static gboolean
find_bit (const Term *term,
          const char *word,
          guint      *bit_out)
{
  ZgOrderState state;

  if (term->kind == STATES)
    {
      if (!zg_order_state_from_word (word, &state))
        return FALSE;
      *bit_out = ZG_ORDER_FILTER_BIT (state);
      return TRUE;
    }
  if (term->kind == HOLDS && g_str_equal (word, "any"))
    {
      *bit_out = ZG_ORDER_FILTER_ANY_HOLD;
      return TRUE;
    }
  for (int i = 0; term->kind == HOLDS && i < ZG_N_HOLDS; i++)
    if (g_str_equal (zg_hold_to_word (1 << i), word))
      {
        *bit_out = 1 << i;
        return TRUE;
      }
  for (int i = 0; term->kind == FLAGS && flag_words[i] != NULL; i++)
    if (g_str_equal (flag_words[i], word))
      {
        *bit_out = ZG_ORDER_FILTER_BIT (i);
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_bits (const Term *term,
            const char *value,
            guint      *bits)
{
  g_auto(GStrv) words = g_strsplit (value, ",", -1);
  guint bit;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!find_bit (term, words[i], &bit))
        return FALSE;
      *bits |= bit;
    }
  return *bits != 0;
}

static gboolean
parse_dates (const char    *value,
             ZgFilterRange *range)
{
  const char *dots = strstr (value, "..");
  g_autofree char *from = dots != NULL ? g_strndup (value, (gsize) (dots - value)) : g_strdup (value);
  const char *to = dots != NULL ? dots + 2 : value;

  return (*from != '\0' || *to != '\0')
         && (*from == '\0' || zg_filter_syntax_parse_date (from, &range->from))
         && (*to == '\0' || zg_filter_syntax_parse_date (to, &range->to))
         && (range->from < 0 || range->to < 0 || range->from <= range->to);
}

static gboolean
parse_value (const Term    *term,
             const char    *value,
             ZgOrderFilter *filter)
{
  gpointer place = (guint8 *) filter + term->offset;

  if ((value == NULL) != (term->kind == MARK))
    return FALSE;
  switch (term->kind)
    {
    case MARK:
      *(gboolean *) place = TRUE;
      return TRUE;
    case PLATFORM:
      *(char **) place = g_strdup (value);
      return zg_platform_is_known (value);
    case TEXT:
      *(char **) place = g_strdup (value);
      return *value != '\0' || place == (gpointer) &filter->courier;
    case DATES:
      return parse_dates (value, place);
    case CHOICE:
      for (int i = 0; term->choices[i] != NULL; i++)
        if (g_str_equal (term->choices[i], value))
          *(int *) place = i + 1;
      return *(int *) place != 0;
    default:
      return parse_bits (term, value, place);
    }
}

static gboolean
parse_term (const char  *key,
            const char  *value,
            gpointer     data,
            GError     **error)
{
  const Term *term = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (terms) && term == NULL; i++)
    if (g_str_equal (terms[i].key, key))
      term = &terms[i];
  if (term == NULL)
    g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("A filter has no term “%s”."), key);
  else if (is_set (term, data))
    g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("The filter has the term “%s” twice."), key);
  else if (parse_value (term, value, data))
    return TRUE;
  else
    g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                 _("The filter can't read “%s:%s”. Write it like %s."), key, value != NULL ? value : "", term->form);
  return FALSE;
}

/**
 * zg_order_filter_parse:
 * @text: a filter as text; empty for all orders
 * @error: return location, %ZG_DOMAIN_ERROR_INVALID
 *
 * Reads what zg_order_filter_to_text() writes, with the terms in any order.
 *
 * Returns: (transfer full) (nullable): the filter
 */
ZgOrderFilter *
zg_order_filter_parse (const char  *text,
                       GError     **error)
{
  g_autoptr(ZgOrderFilter) filter = zg_order_filter_new ();

  return zg_filter_syntax_read (text, parse_term, filter, error) ? g_steal_pointer (&filter) : NULL;
}

/* Writing and describing *******************************************************************************************/

static const char *
get_bit_word (const Term *term,
              int         bit,
              gboolean    described)
{
  if (term->kind == STATES)
    return described ? zg_order_state_to_label (bit) : zg_order_state_to_word (bit);
  if (term->kind == FLAGS)
    return described ? _(flag_labels[bit]) : flag_words[bit];
  if (ZG_ORDER_FILTER_BIT (bit) == ZG_ORDER_FILTER_ANY_HOLD)
    return described ? _("held") : "any";
  return described ? zg_hold_to_label (1 << bit) : zg_hold_to_word (1 << bit);
}

static void
append_bits (GString    *text,
             const Term *term,
             guint       bits,
             gboolean    described)
{
  gboolean first = TRUE;

  for (int bit = 0; bit < 16; bit++)
    {
      if ((bits & ZG_ORDER_FILTER_BIT (bit)) == 0)
        continue;
      if (!first)
        g_string_append (text, described ? _(" or ") : ",");
      g_string_append (text, get_bit_word (term, bit, described));
      first = FALSE;
    }
}

static void
append_dates (GString             *text,
              const ZgFilterRange *range)
{
  if (range->from >= 0)
    zg_filter_syntax_append_date (text, range->from);
  g_string_append (text, "..");
  if (range->to >= 0)
    zg_filter_syntax_append_date (text, range->to);
}

static void
append_value (GString             *text,
              const Term          *term,
              const ZgOrderFilter *filter)
{
  gconstpointer place = (const guint8 *) filter + term->offset;

  switch (term->kind)
    {
    case MARK:
      break;
    case TEXT:
    case PLATFORM:
      zg_filter_syntax_append_value (text, *(char * const *) place);
      break;
    case DATES:
      append_dates (text, place);
      break;
    case CHOICE:
      g_string_append (text, term->choices[*(const int *) place - 1]);
      break;
    default:
      append_bits (text, term, *(const guint *) place, FALSE);
    }
}

/**
 * zg_order_filter_to_text:
 * @filter: a filter
 *
 * Returns: (transfer full): the one text of this filter, see zg_order_filter_parse(); empty for all orders
 */
char *
zg_order_filter_to_text (const ZgOrderFilter *filter)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      if (!is_set (&terms[i], filter))
        continue;
      g_string_append_printf (text, "%s%s%s", text->len > 0 ? " " : "", terms[i].key, terms[i].kind == MARK ? "" : ":");
      append_value (text, &terms[i], filter);
    }
  return g_string_free (text, FALSE);
}

static void
describe_term (GString             *text,
               const Term          *term,
               const ZgOrderFilter *filter)
{
  gconstpointer place = (const guint8 *) filter + term->offset;
  const char *value = term->kind == TEXT || term->kind == PLATFORM ? *(char * const *) place : NULL;

  switch (term->kind)
    {
    case MARK:
      g_string_append (text, _(term->labels[0]));
      break;
    case TEXT:
      g_string_append (text, *value != '\0' ? value : _("no courier chosen"));
      break;
    case PLATFORM:
      g_string_append (text, zg_platform_to_label (value));
      break;
    case DATES:
      append_dates (text, place);
      break;
    case CHOICE:
      g_string_append (text, _(term->labels[*(const int *) place - 1]));
      break;
    default:
      append_bits (text, term, *(const guint *) place, TRUE);
    }
}

/**
 * zg_order_filter_describe:
 * @filter: a filter
 *
 * Returns: (transfer full): what it lets through, in the user's language; empty for all orders
 */
char *
zg_order_filter_describe (const ZgOrderFilter *filter)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      if (!is_set (&terms[i], filter))
        continue;
      if (text->len > 0)
        g_string_append (text, " · ");
      describe_term (text, &terms[i], filter);
    }
  return g_string_free (text, FALSE);
}

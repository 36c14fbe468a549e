/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-domain"

#include "config.h"

#include "zg-filter-terms.h"

static const char * const months[] = {
  "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "this-month", "next-month", NULL
};
static const char * const consents[] = { "not-asked", "yes", "no", NULL };
static const char * const asked[] = { "open", "due", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (months) == ZG_BIRTHDAY_NEXT_MONTH + 1);

#define TERM(key, kind, field, choices, form) \
  { key, ZG_FILTER_TERM_##kind, G_STRUCT_OFFSET (ZgCustomerFilter, field), choices, form }

/* In the order in which they are written. */
const ZgFilterTerm zg_filter_terms[] = {
  TERM ("tag", TAGS, all_tags, NULL, "tag:NAME"),
  TERM ("any-tag", TAGS, any_tags, NULL, "any-tag:NAME"),
  TERM ("level", TEXT, level, NULL, "level:NAME"),
  TERM ("type", TEXT, type, NULL, "type:NAME"),
  TERM ("province", TEXT, province, NULL, "province:NAME"),
  TERM ("city", TEXT, city, NULL, "city:NAME"),
  TERM ("last-order", DATES, last_order, NULL, "last-order:2026-01-01..2026-03-31"),
  TERM ("no-order", DAYS, no_order_days, NULL, "no-order:90d"),
  TERM ("ordered", DAYS, ordered_days, NULL, "ordered:30d"),
  TERM ("orders", RANGE, orders, NULL, "orders:2..5"),
  TERM ("currency", CURRENCY, currency, NULL, "currency:TWD"),
  TERM ("spent", MONEY, spent, NULL, "spent:100..500.50"),
  TERM ("birthday", CHOICE, birthday, months, "birthday:this-month"),
  TERM ("no-contact", DAYS, no_contact_days, NULL, "no-contact:30d"),
  TERM ("never-contacted", FLAG, never_contacted, NULL, "never-contacted"),
  TERM ("consent", CHOICE, consent, consents, "consent:yes"),
  TERM ("asked", CHOICE, asked, asked, "asked:due"),
  TERM ("unshipped", FLAG, unshipped, NULL, "unshipped"),
  TERM ("follow-up", FLAG, follow_up, NULL, "follow-up"),
  TERM ("caution", FLAG, caution, NULL, "caution"),
  { NULL }
};

/**
 * zg_filter_term_get:
 * @term: a term
 * @filter: a filter
 *
 * Returns: (transfer none): where @filter has the value, of the type that the kind says
 */
gpointer
zg_filter_term_get (const ZgFilterTerm     *term,
                    const ZgCustomerFilter *filter)
{
  return G_STRUCT_MEMBER_P (filter, term->offset);
}

/**
 * zg_filter_term_is_set:
 * @term: a term
 * @filter: a filter
 *
 * Returns: whether @filter says anything of it
 */
gboolean
zg_filter_term_is_set (const ZgFilterTerm     *term,
                       const ZgCustomerFilter *filter)
{
  gpointer value = zg_filter_term_get (term, filter);
  const ZgFilterRange *range = value;

  switch (term->kind)
    {
    case ZG_FILTER_TERM_TAGS:
      return (*(GPtrArray **) value)->len > 0;
    case ZG_FILTER_TERM_TEXT:
    case ZG_FILTER_TERM_CURRENCY:
      return *(char **) value != NULL;
    case ZG_FILTER_TERM_DATES:
    case ZG_FILTER_TERM_RANGE:
    case ZG_FILTER_TERM_MONEY:
      return range->from >= 0 || range->to >= 0;
    case ZG_FILTER_TERM_DAYS:
    case ZG_FILTER_TERM_CHOICE:
    case ZG_FILTER_TERM_FLAG:
      return *(int *) value != 0;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The months that a filter for birthdays names by their distance from today; 1 to 12 are months of every year. */
#define ZG_BIRTHDAY_THIS_MONTH 13
#define ZG_BIRTHDAY_NEXT_MONTH 14

/**
 * ZgConsentTerm:
 *
 * What a filter asks of the consent to be contacted. What is kept in the shop file is one less.
 */
typedef enum {
  ZG_CONSENT_TERM_NONE,
  ZG_CONSENT_TERM_NOT_ASKED,
  ZG_CONSENT_TERM_YES,
  ZG_CONSENT_TERM_NO,
} ZgConsentTerm;

/**
 * ZgAskedTerm:
 * @ZG_ASKED_TERM_OPEN: asked for something and did not buy it
 * @ZG_ASKED_TERM_DUE: and the time to ask again has come
 */
typedef enum {
  ZG_ASKED_TERM_NONE,
  ZG_ASKED_TERM_OPEN,
  ZG_ASKED_TERM_DUE,
} ZgAskedTerm;

/**
 * ZgFilterRange:
 * @from: the least, -1 for any
 * @to: the most, -1 for any
 */
typedef struct {
  gint64 from;
  gint64 to;
} ZgFilterRange;

/**
 * ZgCustomerFilter:
 * @all_tags: (element-type utf8): each of these tags
 * @any_tags: (element-type utf8): at least one of these tags
 * @level: (nullable): this member level; empty for those without
 * @type: (nullable): this customer type; empty for those without
 * @province: (nullable): an address there, in any form: 浙江 or 浙江省
 * @city: (nullable): an address there, in any form
 * @last_order: days as YYYYMMDD, both included, where the shop is
 * @no_order_days: the last order is more than so many days ago; 0 for any
 * @ordered_days: the last order is at most so many days ago; 0 for any
 * @orders: how many orders
 * @spent: in minor units of @currency
 * @currency: (nullable): %NULL is CNY
 * @birthday: a month, #ZG_BIRTHDAY_THIS_MONTH or #ZG_BIRTHDAY_NEXT_MONTH; 0 for any
 * @no_contact_days: not heard of for more than so many days, neither by a contact nor by an order; 0 for any
 * @never_contacted: nothing was ever said to them
 * @unshipped: an order is paid and not shipped
 * @follow_up: an open follow-up is due
 * @caution: somebody wrote down why to be careful
 *
 * Which customers: those that all of it is true of. Without a term, all of them.
 */
typedef struct {
  GPtrArray *all_tags;
  GPtrArray *any_tags;
  char *level;
  char *type;
  char *province;
  char *city;
  ZgFilterRange last_order;
  int no_order_days;
  int ordered_days;
  ZgFilterRange orders;
  ZgFilterRange spent;
  char *currency;
  int birthday;
  int no_contact_days;
  int never_contacted;
  int consent;
  int asked;
  int unshipped;
  int follow_up;
  int caution;
} ZgCustomerFilter;

ZgCustomerFilter *zg_customer_filter_new (void) G_GNUC_WARN_UNUSED_RESULT;
ZgCustomerFilter *zg_customer_filter_copy (const ZgCustomerFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
void zg_customer_filter_free (ZgCustomerFilter *filter);
gboolean zg_customer_filter_equal (const ZgCustomerFilter *a,
                                   const ZgCustomerFilter *b);
gboolean zg_customer_filter_is_empty (const ZgCustomerFilter *filter);
ZgCustomerFilter *zg_customer_filter_parse (const char  *text,
                                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char *zg_customer_filter_to_text (const ZgCustomerFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
char *zg_customer_filter_describe (const ZgCustomerFilter *filter) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgCustomerFilter, zg_customer_filter_free)

G_END_DECLS

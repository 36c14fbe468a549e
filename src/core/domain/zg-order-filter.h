/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer-filter.h"
#include "zg-order-state.h"

G_BEGIN_DECLS

/**
 * ZgDeadlineTerm:
 * @ZG_DEADLINE_LATE: it should have left
 * @ZG_DEADLINE_TODAY: it has to leave today, or should have before
 * @ZG_DEADLINE_TOMORROW: by tomorrow
 * @ZG_DEADLINE_WEEK: within seven days
 *
 * Until when an order that is not shipped has to leave: what the platform says, else so many hours after it was paid.
 */
typedef enum {
  ZG_DEADLINE_ANY,
  ZG_DEADLINE_LATE,
  ZG_DEADLINE_TODAY,
  ZG_DEADLINE_TOMORROW,
  ZG_DEADLINE_WEEK,
} ZgDeadlineTerm;

typedef enum {
  ZG_CONFIRMED_ANY,
  ZG_CONFIRMED_YES,
  ZG_CONFIRMED_NO,
} ZgConfirmedTerm;

/* The state and the flag of an order as a bit of ZgOrderFilter. */
#define ZG_ORDER_FILTER_BIT(number) (1u << (number))
#define ZG_ORDER_FILTER_ANY_HOLD 0x8000u

/**
 * ZgOrderFilter:
 * @states: bits of where an order may stand; 0 for anywhere
 * @flags: bits of the flags it may have, 0 for no flag; 0 for any
 * @holds: #ZgHold of which at least one is there, or %ZG_ORDER_FILTER_ANY_HOLD; 0 for any
 * @courier: (nullable): brought by this one; empty where none was chosen
 * @platform: (nullable): a word of zg-platform.h
 * @shop: (nullable): this shop on a platform
 * @ordered: days as YYYYMMDD, both included, where the shop is; -1 for any
 * @in_case: a case is open
 * @partly: paid or shipped in part
 * @in_parcel: shares a parcel with others
 * @noted: the buyer or the shop wrote something
 *
 * Which orders: those that all of it is true of. Without a term, all of them.
 */
typedef struct {
  guint states;
  guint flags;
  guint holds;
  char *courier;
  char *platform;
  char *shop;
  ZgFilterRange ordered;
  ZgDeadlineTerm deadline;
  ZgConfirmedTerm confirmed;
  gboolean in_case;
  gboolean partly;
  gboolean in_parcel;
  gboolean noted;
} ZgOrderFilter;

ZgOrderFilter *zg_order_filter_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_order_filter_free (ZgOrderFilter *filter);
gboolean zg_order_filter_is_empty (const ZgOrderFilter *filter);
ZgOrderFilter *zg_order_filter_parse (const char  *text,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char *zg_order_filter_to_text (const ZgOrderFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
char *zg_order_filter_describe (const ZgOrderFilter *filter) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgOrderFilter, zg_order_filter_free)

G_END_DECLS

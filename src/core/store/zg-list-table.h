/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "zg-consent.h"
#include "zg-database.h"
#include "zg-order-state.h"
#include "zg-personal.h"
#include "zg-time.h"

G_BEGIN_DECLS

typedef enum {
  ZG_CUSTOMER_SORT_LAST_ORDER,
  ZG_CUSTOMER_SORT_SPENT,
  ZG_CUSTOMER_SORT_LAST_CONTACT,
  ZG_CUSTOMER_SORT_NAME,
  ZG_CUSTOMER_SORT_ORDERS,
  ZG_CUSTOMER_SORT_LEVEL,
  ZG_CUSTOMER_SORT_CITY,
} ZgCustomerSort;

typedef enum {
  ZG_CUSTOMER_FILTER_ALL,
  ZG_CUSTOMER_FILTER_REGULAR,           /* two orders or more */
  ZG_CUSTOMER_FILTER_QUIET,             /* no contact for 30 days, and at least one order */
  ZG_CUSTOMER_FILTER_FOLLOW_UP,         /* an open follow-up is due */
  ZG_CUSTOMER_FILTER_CAUTION,
} ZgCustomerListFilter;

#define ZG_N_CUSTOMER_FILTERS 5

/* What each of them means, as the text of a #ZgCustomerFilter. */
extern const char * const zg_list_table_customer_texts[ZG_N_CUSTOMER_FILTERS];

typedef enum {
  ZG_ORDER_SORT_ORDERED,
  ZG_ORDER_SORT_TOTAL,
  ZG_ORDER_SORT_DEADLINE,               /* what is to be shipped, by its deadline, before everything else */
  ZG_ORDER_SORT_STATE,
  ZG_ORDER_SORT_COURIER,
  ZG_ORDER_SORT_PLATFORM,
} ZgOrderSort;

typedef enum {
  ZG_ORDER_FILTER_ALL,
  ZG_ORDER_FILTER_UNPAID,
  ZG_ORDER_FILTER_UNCONFIRMED,          /* paid, checklist not complete */
  ZG_ORDER_FILTER_TO_SHIP,              /* paid or packed */
  ZG_ORDER_FILTER_MERGEABLE,            /* could go in one parcel with another one; the merge radar knows which */
  ZG_ORDER_FILTER_SHIPPED,
  ZG_ORDER_FILTER_CASE,                 /* a case is open */
  ZG_ORDER_FILTER_CONFLICT,             /* the platform and the desk disagree */
} ZgOrderListFilter;

#define ZG_N_ORDER_FILTERS 8

/**
 * ZgCustomerRow:
 *
 * What a list shows of a customer.
 */
typedef struct {
  gint64 id;
  ZgPersonal name;
  char *call_name;
  ZgPersonal phone;
  char *city;                   /* "浙江 杭州" */
  char *level;
  char *tags;                   /* joined by "\n" */
  gboolean caution;
  gboolean follow_up_due;
  gboolean unpaid;
  gint64 n_orders;
  gint64 spent;
  char *currency;               /* of @spent; %NULL without an order */
  ZgTime last_order_at;
  ZgTime last_contact_at;
  char *source;
  char *birthday;               /* as zg_birthday_from_text() reads it; empty when it is not known */
  ZgConsent consent;
} ZgCustomerRow;

/**
 * ZgOrderRow:
 *
 * What a list shows of an order.
 */
typedef struct {
  gint64 id;
  gint64 customer_id;
  char *number;
  char *call_name;              /* the customer's, else the recipient */
  char *first_item;
  int n_items;
  gint64 quantity;
  gint64 total;
  char *currency;
  ZgOrderState state;
  ZgHold holds;
  ZgTime confirmed_at;
  int n_ticked;                 /* rows of the checklist that are done, of @n_checks */
  int n_checks;
  int n_open_cases;
  char *platform;               /* a word of zg-platform.h */
  char *courier;
  char *buyer_note;
  char *seller_note;
  ZgTime ordered_at;
  ZgTime paid_at;
  ZgTime shipped_at;
  ZgTime ship_by;
  int flag;
  char *tracking;
  char *refund_state;
  gboolean conflict;
} ZgOrderRow;

void zg_customer_row_free (ZgCustomerRow *row);
void zg_order_row_free (ZgOrderRow *row);

GArray *zg_list_table_customer_ids (ZgDatabase            *db,
                                    ZgCustomerListFilter   filter,
                                    ZgCustomerSort         sort,
                                    gboolean               descending,
                                    ZgTime                 now,
                                    GError               **error);
const char *zg_list_table_get_order_sql (ZgOrderSort sort,
                                         gboolean    descending);
GArray *zg_list_table_order_ids (ZgDatabase         *db,
                                 ZgOrderListFilter   filter,
                                 ZgOrderSort         sort,
                                 gboolean            descending,
                                 GError            **error);
GArray *zg_list_table_sort_orders (ZgDatabase   *db,
                                   GArray       *ids,
                                   ZgOrderSort   sort,
                                   gboolean      descending,
                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_list_table_count_customers (ZgDatabase  *db,
                                        ZgTime       now,
                                        gint64       counts[ZG_N_CUSTOMER_FILTERS],
                                        GError     **error);
gboolean zg_list_table_count_open_orders (ZgDatabase  *db,
                                          gint64      *count_out,
                                          GError     **error);
gboolean zg_list_table_count_orders (ZgDatabase  *db,
                                     gint64       counts[ZG_N_ORDER_FILTERS],
                                     GError     **error);
GPtrArray *zg_list_table_customer_rows (ZgDatabase    *db,
                                        const gint64  *ids,
                                        guint          n_ids,
                                        ZgTime         now,
                                        GError       **error);
GPtrArray *zg_list_table_order_rows (ZgDatabase    *db,
                                     const gint64  *ids,
                                     guint          n_ids,
                                     GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgCustomerRow, zg_customer_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgOrderRow, zg_order_row_free)

G_END_DECLS

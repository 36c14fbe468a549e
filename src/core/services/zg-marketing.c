/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-integer.h"
#include "zg-marketing-table.h"
#include "zg-round.h"
#include "zg-shop-table.h"
#include "zg-store-error.h"

/* Nobody who does not want it is invited to buy, and nobody more often than the shop allows itself. */

/**
 * zg_marketing_get_budget:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: how many invitations to buy a customer gets in a calendar month at the most; -1 on an error
 */
gint64
zg_marketing_get_budget (ZgDatabase  *db,
                         GError     **error)
{
  g_autofree char *value = zg_shop_table_get_setting (db, ZG_SETTING_MARKETING_BUDGET, "", error);
  gint64 budget;

  if (value == NULL)
    return -1;
  if (!zg_integer_parse (value, 0, ZG_MARKETING_MAX_BUDGET, &budget))
    budget = ZG_MARKETING_DEFAULT_BUDGET;
  return budget;
}

/**
 * zg_marketing_set_budget:
 * @db: a writing connection in a transaction
 * @budget: how many invitations to buy a customer gets in a calendar month; brought between 0 and
 *   %ZG_MARKETING_MAX_BUDGET
 * @error: return location for an error
 *
 * Returns: whether it is so from now on
 */
gboolean
zg_marketing_set_budget (ZgDatabase  *db,
                         gint64       budget,
                         GError     **error)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, CLAMP (budget, 0, ZG_MARKETING_MAX_BUDGET));

  return zg_shop_table_set_setting (db, ZG_SETTING_MARKETING_BUDGET, value, error);
}

/* When the calendar month began, where the shop is. */
static ZgTime
month_begin (ZgClock *clock)
{
  GTimeZone *zone = zg_clock_get_zone (clock);
  g_autoptr(GTimeZone) local = zone != NULL ? g_time_zone_ref (zone) : g_time_zone_new_local ();
  g_autoptr(GDateTime) now = zg_time_to_date_time (zg_clock_now (clock), zone);
  g_autoptr(GDateTime) begin = g_date_time_new (local, g_date_time_get_year (now), g_date_time_get_month (now), 1, 0, 0, 0);

  return g_date_time_to_unix (begin) * ZG_TIME_SECOND;
}

/**
 * zg_marketing_check:
 * @db: a connection
 * @customer_id: a customer
 * @clock: what time it is and where
 * @limit_out: (out): why they may not be invited to buy now, %ZG_ROUND_LIMIT_NONE when they may
 * @is_unasked_out: (out) (optional): whether nobody asked them yet if they may be contacted
 * @error: return location for an error
 *
 * Returns: whether the customer was looked at
 */
gboolean
zg_marketing_check (ZgDatabase    *db,
                    gint64         customer_id,
                    ZgClock       *clock,
                    ZgRoundLimit  *limit_out,
                    gboolean      *is_unasked_out,
                    GError       **error)
{
  gint64 budget = zg_marketing_get_budget (db, error);
  ZgConsent consent;
  gint64 n_invitations;

  if (budget < 0 || !zg_marketing_table_look_up (db, customer_id, month_begin (clock), &consent, &n_invitations, error))
    return FALSE;

  if (is_unasked_out != NULL)
    *is_unasked_out = consent == ZG_CONSENT_NOT_ASKED;
  *limit_out = consent == ZG_CONSENT_NO ? ZG_ROUND_LIMIT_CONSENT
               : n_invitations >= budget ? ZG_ROUND_LIMIT_BUDGET : ZG_ROUND_LIMIT_NONE;
  return TRUE;
}

static gboolean
count_some (ZgDatabase         *db,
            GArray             *customer_ids,
            ZgClock            *clock,
            ZgMarketingCounts  *counts,
            GError            **error)
{
  for (guint i = 0; i < customer_ids->len; i++)
    {
      g_autoptr(GError) look_error = NULL;
      ZgRoundLimit limit;
      gboolean is_unasked;

      if (!zg_marketing_check (db, g_array_index (customer_ids, gint64, i), clock, &limit, &is_unasked, &look_error))
        {
          /* Erased in the meantime. */
          if (g_error_matches (look_error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND))
            continue;
          g_propagate_error (error, g_steal_pointer (&look_error));
          return FALSE;
        }
      counts->n_customers++;
      counts->n_refused += limit == ZG_ROUND_LIMIT_CONSENT;
      counts->n_enough += limit == ZG_ROUND_LIMIT_BUDGET;
      counts->n_unasked += is_unasked && limit == ZG_ROUND_LIMIT_NONE;
    }
  return TRUE;
}

/**
 * zg_marketing_count:
 * @db: a connection
 * @filter: which customers
 * @customer_ids: (nullable) (element-type gint64): these customers instead
 * @clock: what time it is and where
 * @counts_out: (out): how many there are, and how many of them may be invited to buy now
 * @error: return location for an error
 *
 * What a round will find, told before it begins.
 *
 * Returns: whether they were counted
 */
gboolean
zg_marketing_count (ZgDatabase              *db,
                    const ZgCustomerFilter  *filter,
                    GArray                  *customer_ids,
                    ZgClock                 *clock,
                    ZgMarketingCounts       *counts_out,
                    GError                 **error)
{
  gint64 budget = zg_marketing_get_budget (db, error);

  *counts_out = (ZgMarketingCounts) { 0 };
  if (budget < 0)
    return FALSE;
  if (customer_ids != NULL)
    return count_some (db, customer_ids, clock, counts_out, error);
  return zg_marketing_table_count (db, filter, month_begin (clock), budget, clock, counts_out, error);
}

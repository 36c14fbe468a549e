/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-store"

#include "config.h"

#include "zg-marketing-table.h"

#include <glib/gi18n.h>

#include "zg-customer-filter-sql.h"
#include "zg-statement.h"

/* Which lines of the contact log were invitations to buy. */

/**
 * zg_marketing_table_look_up:
 * @db: a connection
 * @customer_id: a customer
 * @since: from when on invitations count
 * @consent_out: (out): whether they may be contacted
 * @n_invitations_out: (out): how often they were invited to buy since
 * @error: return location for an error
 *
 * Returns: whether the customer was found; %FALSE with %ZG_STORE_ERROR_NOT_FOUND when there is none
 */
gboolean
zg_marketing_table_look_up (ZgDatabase  *db,
                            gint64       customer_id,
                            ZgTime       since,
                            ZgConsent   *consent_out,
                            gint64      *n_invitations_out,
                            GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db,
    "SELECT consent, (SELECT count(*) FROM contact WHERE customer_id = customer.id AND marketing = 1 AND at >= ?) "
    "FROM customer WHERE id = ?", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, since);
  zg_statement_bind_int64 (statement, 1, customer_id);
  if (!zg_statement_step (statement, &has_row, error))
    return FALSE;
  if (!has_row)
    {
      g_set_error_literal (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no such customer."));
      return FALSE;
    }
  *consent_out = (ZgConsent) zg_statement_get_int64 (statement, 0);
  *n_invitations_out = zg_statement_get_int64 (statement, 1);
  return TRUE;
}

/**
 * zg_marketing_table_count:
 * @db: a connection
 * @filter: which customers
 * @since: from when on invitations count
 * @budget: how many of them are enough
 * @clock: what time it is and where
 * @counts_out: (out): how many there are, and how many may be invited
 * @error: return location for an error
 *
 * Returns: whether they were counted
 */
gboolean
zg_marketing_table_count (ZgDatabase              *db,
                          const ZgCustomerFilter  *filter,
                          ZgTime                   since,
                          gint64                   budget,
                          ZgClock                 *clock,
                          ZgMarketingCounts       *counts_out,
                          GError                 **error)
{
  g_autoptr(ZgFilterSql) conditions = zg_filter_sql_new (filter, clock);
  /* Who had enough is found once, not for each customer. With a budget of nothing everybody had. */
  g_autofree char *enough = budget > 0
    ? g_strdup_printf ("customer.id IN (SELECT customer_id FROM contact WHERE marketing = 1 AND at >= %" G_GINT64_FORMAT
                       " GROUP BY customer_id HAVING count(*) >= %" G_GINT64_FORMAT ")", since, budget)
    : g_strdup ("1");
  g_autofree char *columns = g_strdup_printf ("count(*), count(*) FILTER (WHERE consent = 2), "
                                              "count(*) FILTER (WHERE consent < 2 AND %s), "
                                              "count(*) FILTER (WHERE consent = 0 AND NOT %s)", enough, enough);
  g_autoptr(ZgStatement) statement = zg_filter_sql_prepare_list (conditions, db, columns, NULL, error);
  gboolean has_row;

  if (statement == NULL || !zg_statement_step (statement, &has_row, error))
    return FALSE;
  counts_out->n_customers = zg_statement_get_int64 (statement, 0);
  counts_out->n_refused = zg_statement_get_int64 (statement, 1);
  counts_out->n_enough = zg_statement_get_int64 (statement, 2);
  counts_out->n_unasked = zg_statement_get_int64 (statement, 3);
  return TRUE;
}

/**
 * zg_marketing_table_mark:
 * @db: a writing connection in a transaction
 * @contact_id: a line of the contact log
 * @error: return location for an error
 *
 * Returns: whether it counts as an invitation to buy
 */
gboolean
zg_marketing_table_mark (ZgDatabase  *db,
                         gint64       contact_id,
                         GError     **error)
{
  g_autoptr(ZgStatement) statement = zg_statement_new (db, "UPDATE contact SET marketing = 1 WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  zg_statement_bind_int64 (statement, 0, contact_id);
  zg_database_note_change (db, ZG_TABLE_CONTACT, contact_id);
  return zg_statement_run (statement, error);
}

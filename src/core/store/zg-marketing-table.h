/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-consent.h"
#include "zg-customer-filter.h"
#include "zg-database.h"
#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgMarketingCounts:
 * @n_customers: all of them
 * @n_refused: of them those who do not want to be contacted
 * @n_enough: and those who had as many invitations as the shop allows itself
 * @n_unasked: of the others those whom nobody asked yet
 *
 * Which of many customers may be invited to buy.
 */
typedef struct {
  gint64 n_customers;
  gint64 n_refused;
  gint64 n_enough;
  gint64 n_unasked;
} ZgMarketingCounts;

gboolean zg_marketing_table_look_up (ZgDatabase  *db,
                                     gint64       customer_id,
                                     ZgTime       since,
                                     ZgConsent   *consent_out,
                                     gint64      *n_invitations_out,
                                     GError     **error);
gboolean zg_marketing_table_count (ZgDatabase              *db,
                                   const ZgCustomerFilter  *filter,
                                   ZgTime                   since,
                                   gint64                   budget,
                                   ZgClock                 *clock,
                                   ZgMarketingCounts       *counts_out,
                                   GError                 **error);
gboolean zg_marketing_table_mark (ZgDatabase  *db,
                                  gint64       contact_id,
                                  GError     **error);

G_END_DECLS

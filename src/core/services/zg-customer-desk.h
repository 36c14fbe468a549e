/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-contact.h"
#include "zg-customer.h"
#include "zg-database.h"
#include "zg-timeline.h"

G_BEGIN_DECLS

/* A customer who was bought from and not heard of for longer is quiet. */
#define ZG_QUIET_DAYS 30

/**
 * ZgCustomerFile:
 * @customer: the customer
 * @follow_ups: (element-type ZgFollowUp): what is open, the most urgent first
 * @timeline: what happened, newest first, as far as it was asked for
 * @interests: (element-type ZgInterest): what they asked for and did not buy, newest first
 * @attachments: (element-type ZgAttachment): files that belong to them, without their bytes, newest first
 * @order_names: (element-type ZgOrderName): the orders that an attachment can be about, newest first; empty while there is
 *   no attachment
 * @n_unfinished: orders that are unpaid or not shipped
 * @average: what a paid order comes to, minor units; 0 while nothing was paid
 *
 * A customer with all that the desk looks at beside them.
 */
typedef struct {
  ZgCustomer *customer;
  GPtrArray *follow_ups;
  ZgTimeline *timeline;
  GPtrArray *interests;
  GPtrArray *attachments;
  GPtrArray *order_names;
  gint64 n_unfinished;
  gint64 average;
} ZgCustomerFile;

ZgCustomerFile *zg_customer_desk_open (ZgDatabase            *db,
                                       gint64                 customer_id,
                                       const ZgTimelineSpan  *span,
                                       GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_customer_file_free (ZgCustomerFile *file);

ZgCustomer *zg_customer_desk_sketch (const char *name,
                                     const char *platform,
                                     const char *phone_or_account) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_customer_desk_create (ZgDatabase  *db,
                                  ZgCustomer  *customer,
                                  ZgClock     *clock,
                                  GError     **error);
gboolean zg_customer_desk_change (ZgDatabase        *db,
                                  const ZgCustomer  *before,
                                  const ZgCustomer  *after,
                                  gboolean           even_if_changed,
                                  gint64             staff_id,
                                  ZgClock           *clock,
                                  ZgCustomer       **saved_out,
                                  gint64            *contact_id_out,
                                  GError           **error);
gboolean zg_customer_desk_take_back (ZgDatabase        *db,
                                     const ZgCustomer  *before,
                                     const ZgCustomer  *saved,
                                     gint64             contact_id,
                                     ZgClock           *clock,
                                     GError           **error);

gint64 zg_customer_desk_add_note (ZgDatabase  *db,
                                  gint64       customer_id,
                                  const char  *text,
                                  gint64       staff_id,
                                  ZgClock     *clock,
                                  GError     **error);
gint64 zg_customer_desk_add_follow_up (ZgDatabase  *db,
                                       gint64       customer_id,
                                       ZgTime       due_at,
                                       const char  *text,
                                       gint64       staff_id,
                                       ZgClock     *clock,
                                       GError     **error);
gint64 zg_customer_desk_finish_follow_up (ZgDatabase        *db,
                                          const ZgFollowUp  *follow_up,
                                          gint64             staff_id,
                                          ZgClock           *clock,
                                          GError           **error);
gboolean zg_customer_desk_reopen_follow_up (ZgDatabase  *db,
                                            gint64       follow_up_id,
                                            gint64       contact_id,
                                            GError     **error);
ZgTime zg_customer_desk_due_in_days (int      days,
                                     ZgClock *clock);
ZgTime zg_customer_desk_due_on (int      year,
                                int      month,
                                int      day,
                                ZgClock *clock);
gboolean zg_customer_desk_parse_day (const char  *text,
                                     ZgClock     *clock,
                                     ZgTime      *due_out,
                                     GError     **error);
int zg_customer_desk_quiet_days (ZgTime   last_order_at,
                                 ZgTime   last_contact_at,
                                 ZgClock *clock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgCustomerFile, zg_customer_file_free)

G_END_DECLS

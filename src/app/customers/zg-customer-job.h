/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer-desk.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

typedef enum {
  ZG_CUSTOMER_JOB_CREATE,
  ZG_CUSTOMER_JOB_DELETE,
  ZG_CUSTOMER_JOB_CHANGE,
  ZG_CUSTOMER_JOB_TAKE_BACK,
  ZG_CUSTOMER_JOB_ADD_NOTE,
  ZG_CUSTOMER_JOB_DELETE_NOTE,
  ZG_CUSTOMER_JOB_ADD_FOLLOW_UP,
  ZG_CUSTOMER_JOB_DELETE_FOLLOW_UP,
  ZG_CUSTOMER_JOB_FINISH_FOLLOW_UP,
  ZG_CUSTOMER_JOB_REOPEN_FOLLOW_UP,
} ZgCustomerJobKind;

/**
 * ZgCustomerJob:
 * @customer_id: whom it is about; set by a creation
 * @customer: (nullable): what to create, or what a changed customer should be
 * @before: (nullable): what a changed customer was
 * @even_if_changed: whether a change counts also where somebody else changed the same thing
 * @saved: (nullable): what a change has made of the customer
 * @text: (nullable): of a note or follow-up
 * @due_at: of a follow-up
 * @contact_id: the line of the timeline that was written, or is to go
 * @follow_up_id: the follow-up that was written, or is to go
 *
 * One write of the Customers screen, which knows how to be taken back.
 */
typedef struct {
  ZgCustomerJobKind kind;
  ZgSession *session;
  ZgClock *clock;
  gint64 staff_id;
  gint64 customer_id;
  ZgCustomer *customer;
  ZgCustomer *before;
  gboolean even_if_changed;
  ZgCustomer *saved;
  char *text;
  ZgTime due_at;
  gint64 contact_id;
  gint64 follow_up_id;
} ZgCustomerJob;

ZgCustomerJob *zg_customer_job_new (ZgCustomerJobKind  kind,
                                    ZgSession         *session,
                                    gint64             customer_id) G_GNUC_WARN_UNUSED_RESULT;
ZgCustomerJob *zg_customer_job_new_change (ZgSession        *session,
                                           const ZgCustomer *before,
                                           const ZgCustomer *after,
                                           gboolean          even_if_changed) G_GNUC_WARN_UNUSED_RESULT;
void zg_customer_job_free (ZgCustomerJob *job);
void zg_customer_job_run_async (ZgCustomerJob       *job,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);
ZgCustomerJob *zg_customer_job_run_finish (GAsyncResult  *result,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_customer_job_offer_undo (ZgCustomerJob *job,
                                 ZgToastArea   *toasts,
                                 const char    *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgCustomerJob, zg_customer_job_free)

G_END_DECLS

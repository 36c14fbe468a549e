/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-customer-job"

#include "config.h"

#include "zg-contact-table.h"
#include "zg-customer-job.h"
#include "zg-customer-table.h"
#include "zg-session-write.h"

/* The writes of the Customers screen: each runs on the store's writing thread, and most can be taken back. */

/**
 * zg_customer_job_new:
 * @kind: what to do
 * @session: the shop
 * @customer_id: whom it is about, 0 for somebody new
 *
 * Returns: (transfer full): a job; fill in what its kind needs, then zg_customer_job_run_async()
 */
ZgCustomerJob *
zg_customer_job_new (ZgCustomerJobKind  kind,
                     ZgSession         *session,
                     gint64             customer_id)
{
  ZgCustomerJob *job = g_new0 (ZgCustomerJob, 1);

  job->kind = kind;
  job->session = g_object_ref (session);
  job->clock = zg_clock_ref (zg_session_get_clock (session));
  job->staff_id = zg_session_get_clerk_id (session);
  job->customer_id = customer_id;
  return job;
}

/**
 * zg_customer_job_new_change:
 * @session: the shop
 * @before: a customer as they were shown
 * @after: the same customer as they should be
 * @even_if_changed: whether that counts also where somebody else changed the same thing
 *
 * Returns: (transfer full): a job that changes what is different
 */
ZgCustomerJob *
zg_customer_job_new_change (ZgSession        *session,
                            const ZgCustomer *before,
                            const ZgCustomer *after,
                            gboolean          even_if_changed)
{
  ZgCustomerJob *job = zg_customer_job_new (ZG_CUSTOMER_JOB_CHANGE, session, before->id);

  job->before = zg_customer_copy (before);
  job->customer = zg_customer_copy (after);
  job->even_if_changed = even_if_changed;
  return job;
}

/**
 * zg_customer_job_free:
 * @job: (transfer full) (nullable): a job
 */
void
zg_customer_job_free (ZgCustomerJob *job)
{
  if (job == NULL)
    return;

  g_object_unref (job->session);
  zg_clock_unref (job->clock);
  zg_customer_free (job->customer);
  zg_customer_free (job->before);
  zg_customer_free (job->saved);
  g_free (job->text);
  g_free (job);
}

static gboolean
create (ZgDatabase     *db,
        ZgCustomerJob  *job,
        GError        **error)
{
  if (!zg_customer_desk_create (db, job->customer, job->clock, error))
    return FALSE;
  job->customer_id = job->customer->id;
  return TRUE;
}

static gboolean
finish_follow_up (ZgDatabase     *db,
                  ZgCustomerJob  *job,
                  GError        **error)
{
  ZgFollowUp follow_up = { .id = job->follow_up_id, .customer_id = job->customer_id, .text = job->text };

  job->contact_id = zg_customer_desk_finish_follow_up (db, &follow_up, job->staff_id, job->clock, error);
  return job->contact_id != 0;
}

static gboolean
run (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  ZgCustomerJob *job = data;

  switch (job->kind)
    {
    case ZG_CUSTOMER_JOB_CREATE:
      return create (db, job, error);
    case ZG_CUSTOMER_JOB_DELETE:
      return zg_customer_table_delete (db, job->customer_id, error);
    case ZG_CUSTOMER_JOB_CHANGE:
      return zg_customer_desk_change (db, job->before, job->customer, job->even_if_changed, job->staff_id, job->clock,
                                      &job->saved, &job->contact_id, error);
    case ZG_CUSTOMER_JOB_TAKE_BACK:
      return zg_customer_desk_take_back (db, job->before, job->saved, job->contact_id, job->clock, error);
    case ZG_CUSTOMER_JOB_ADD_NOTE:
      job->contact_id = zg_customer_desk_add_note (db, job->customer_id, job->text, job->staff_id, job->clock, error);
      return job->contact_id != 0;
    case ZG_CUSTOMER_JOB_DELETE_NOTE:
      return zg_contact_table_delete (db, job->contact_id, error);
    case ZG_CUSTOMER_JOB_ADD_FOLLOW_UP:
      job->follow_up_id = zg_customer_desk_add_follow_up (db, job->customer_id, job->due_at, job->text, job->staff_id,
                                                          job->clock, error);
      return job->follow_up_id != 0;
    case ZG_CUSTOMER_JOB_DELETE_FOLLOW_UP:
      return zg_follow_up_table_delete (db, job->follow_up_id, error);
    case ZG_CUSTOMER_JOB_FINISH_FOLLOW_UP:
      return finish_follow_up (db, job, error);
    case ZG_CUSTOMER_JOB_REOPEN_FOLLOW_UP:
      return zg_customer_desk_reopen_follow_up (db, job->follow_up_id, job->contact_id, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * zg_customer_job_run_async:
 * @job: (transfer full): a job
 *
 * Runs it on the store's writing thread. When it fails, nothing was written.
 */
void
zg_customer_job_run_async (ZgCustomerJob       *job,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  zg_store_write_async (zg_session_get_store (job->session), run, job, (GDestroyNotify) zg_customer_job_free, NULL,
                        callback, user_data);
}

/**
 * zg_customer_job_run_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the job that was done, with the ids of what it wrote
 */
ZgCustomerJob *
zg_customer_job_run_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);

  return zg_store_finish (ZG_STORE (store), result, error);
}

static ZgCustomerJob *
reverse (const ZgCustomerJob *job)
{
  static const ZgCustomerJobKind opposites[] = {
    [ZG_CUSTOMER_JOB_CREATE] = ZG_CUSTOMER_JOB_DELETE,
    [ZG_CUSTOMER_JOB_CHANGE] = ZG_CUSTOMER_JOB_TAKE_BACK,
    [ZG_CUSTOMER_JOB_ADD_NOTE] = ZG_CUSTOMER_JOB_DELETE_NOTE,
    [ZG_CUSTOMER_JOB_ADD_FOLLOW_UP] = ZG_CUSTOMER_JOB_DELETE_FOLLOW_UP,
    [ZG_CUSTOMER_JOB_FINISH_FOLLOW_UP] = ZG_CUSTOMER_JOB_REOPEN_FOLLOW_UP,
  };
  ZgCustomerJob *opposite;

  g_return_val_if_fail (job->kind < G_N_ELEMENTS (opposites), NULL);

  opposite = zg_customer_job_new (opposites[job->kind], job->session, job->customer_id);
  opposite->contact_id = job->contact_id;
  opposite->follow_up_id = job->follow_up_id;
  if (job->kind == ZG_CUSTOMER_JOB_CHANGE)
    {
      opposite->before = zg_customer_copy (job->before);
      opposite->saved = zg_customer_copy (job->saved);
    }
  return opposite;
}

static void
undo (gpointer data)
{
  ZgCustomerJob *job = data;

  zg_session_write (job->session, run, reverse (job), (GDestroyNotify) zg_customer_job_free);
}

/**
 * zg_customer_job_offer_undo:
 * @job: (transfer full): a job that was done
 * @toasts: where to say so
 * @text: what was done
 *
 * Tells what was done and offers to take it back.
 */
void
zg_customer_job_offer_undo (ZgCustomerJob *job,
                            ZgToastArea   *toasts,
                            const char    *text)
{
  zg_toast_area_show_undo (toasts, text, NULL, undo, job, (GDestroyNotify) zg_customer_job_free);
}

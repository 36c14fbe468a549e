/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-attachment-job"

#include "config.h"

#include "zg-attachment-job.h"
#include "zg-session-write.h"

/* The writes of the files that belong to customers: each runs on the store's writing thread, and can be taken back. */

/**
 * zg_attachment_job_new:
 * @kind: what to do
 * @session: the shop
 * @customer_id: whose files they are
 *
 * Returns: (transfer full): a job; fill in what its kind needs
 */
ZgAttachmentJob *
zg_attachment_job_new (ZgAttachmentJobKind  kind,
                       ZgSession           *session,
                       gint64               customer_id)
{
  ZgAttachmentJob *job = g_new0 (ZgAttachmentJob, 1);

  job->kind = kind;
  job->session = g_object_ref (session);
  job->clock = zg_clock_ref (zg_session_get_clock (session));
  job->staff_id = zg_session_get_clerk_id (session);
  job->customer_id = customer_id;
  job->attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_attachment_free);
  return job;
}

/**
 * zg_attachment_job_free:
 * @job: (transfer full) (nullable): a job
 */
void
zg_attachment_job_free (ZgAttachmentJob *job)
{
  if (job == NULL)
    return;

  g_object_unref (job->session);
  zg_clock_unref (job->clock);
  g_ptr_array_unref (job->attachments);
  zg_attachment_free (job->after);
  g_free (job);
}

static gboolean
run_one (ZgDatabase       *db,
         ZgAttachmentJob  *job,
         guint             index,
         GError          **error)
{
  ZgAttachment *attachment = g_ptr_array_index (job->attachments, index);
  ZgAttachment *removed;

  switch (job->kind)
    {
    case ZG_ATTACHMENT_JOB_ADD:
      return zg_customer_attachment_add (db, attachment, job->customer_id, 0, job->staff_id, job->clock, error);
    case ZG_ATTACHMENT_JOB_CHANGE:
      return zg_customer_attachment_change (db, attachment, job->after, error);
    case ZG_ATTACHMENT_JOB_REMOVE:
      removed = zg_customer_attachment_remove (db, attachment->id, error);
      if (removed == NULL)
        return FALSE;
      zg_attachment_free (attachment);
      g_ptr_array_index (job->attachments, index) = removed;
      return TRUE;
    case ZG_ATTACHMENT_JOB_PUT_BACK:
      return zg_customer_attachment_put_back (db, attachment, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
run (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  ZgAttachmentJob *job = data;

  for (guint i = 0; i < job->attachments->len; i++)
    if (!run_one (db, job, i, error))
      return FALSE;
  return TRUE;
}

/**
 * zg_attachment_job_run_async:
 * @job: (transfer full): a job
 *
 * Runs it on the store's writing thread. When it fails, nothing was written.
 */
void
zg_attachment_job_run_async (ZgAttachmentJob     *job,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  zg_store_write_async (zg_session_get_store (job->session), run, job, (GDestroyNotify) zg_attachment_job_free, NULL,
                        callback, user_data);
}

/**
 * zg_attachment_job_run_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the job that was done
 */
ZgAttachmentJob *
zg_attachment_job_run_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);

  return zg_store_finish (ZG_STORE (store), result, error);
}

static ZgAttachmentJob *
reverse (const ZgAttachmentJob *job)
{
  static const ZgAttachmentJobKind opposites[] = {
    [ZG_ATTACHMENT_JOB_ADD] = ZG_ATTACHMENT_JOB_REMOVE,
    [ZG_ATTACHMENT_JOB_CHANGE] = ZG_ATTACHMENT_JOB_CHANGE,
    [ZG_ATTACHMENT_JOB_REMOVE] = ZG_ATTACHMENT_JOB_PUT_BACK,
    [ZG_ATTACHMENT_JOB_PUT_BACK] = ZG_ATTACHMENT_JOB_REMOVE,
  };
  ZgAttachmentJob *opposite = zg_attachment_job_new (opposites[job->kind], job->session, job->customer_id);

  if (job->kind == ZG_ATTACHMENT_JOB_CHANGE)
    {
      g_ptr_array_add (opposite->attachments, zg_attachment_copy (job->after));
      opposite->after = zg_attachment_copy (job->attachments->pdata[0]);
      return opposite;
    }
  for (guint i = 0; i < job->attachments->len; i++)
    g_ptr_array_add (opposite->attachments, zg_attachment_copy (job->attachments->pdata[i]));
  return opposite;
}

static void
undo (gpointer data)
{
  ZgAttachmentJob *job = data;

  zg_session_write (job->session, run, reverse (job), (GDestroyNotify) zg_attachment_job_free);
}

/**
 * zg_attachment_job_offer_undo:
 * @job: (transfer full): a job that was done
 * @toasts: where to say so
 * @text: what was done
 *
 * Tells what was done and offers to take it back.
 */
void
zg_attachment_job_offer_undo (ZgAttachmentJob *job,
                              ZgToastArea     *toasts,
                              const char      *text)
{
  zg_toast_area_show_undo (toasts, text, NULL, undo, job, (GDestroyNotify) zg_attachment_job_free);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-job"

#include "config.h"

#include "zg-reply-group-edit.h"
#include "zg-reply-job.h"
#include "zg-reply-place.h"
#include "zg-reply-unsaved.h"
#include "zg-session-write.h"

/* The edits of the Replies screen: each runs on the store's writing thread, and can be taken back. */

/**
 * zg_reply_job_new:
 * @kind: what to do
 * @session: the shop
 * @id: the reply it is about, or 0
 *
 * Returns: (transfer full): a job; fill in what its kind needs, then run it
 */
ZgReplyJob *
zg_reply_job_new (ZgReplyJobKind  kind,
                  ZgSession      *session,
                  gint64          id)
{
  ZgReplyJob *job = g_new0 (ZgReplyJob, 1);

  job->kind = kind;
  job->session = g_object_ref (session);
  job->now = zg_clock_now (zg_session_get_clock (session));
  job->id = id;
  job->undo = zg_reply_undo_new ();
  return job;
}

/**
 * zg_reply_job_free:
 * @job: (transfer full) (nullable): a job
 */
void
zg_reply_job_free (ZgReplyJob *job)
{
  if (job == NULL)
    return;

  g_object_unref (job->session);
  zg_reply_free (job->reply);
  zg_reply_free (job->opened);
  zg_reply_free (job->draft);
  zg_picture_free (job->picture);
  zg_reply_undo_free (job->undo);
  g_free (job->name);
  g_free (job);
}

/* The group may be one that is only named yet. Whatever is newer in the shop file is written over where the person said so. */
static gboolean
save (ZgDatabase  *db,
      ZgReplyJob  *job,
      GError     **error)
{
  gint64 was = job->reply->id;

  if (job->name != NULL)
    job->reply->group_id = zg_reply_table_ensure_group (db, job->name, error);
  if (job->reply->group_id == 0)
    return FALSE;

  if (job->kind == ZG_REPLY_JOB_OVERWRITE)
    {
      g_autoptr(ZgReply) newer = zg_reply_table_load (db, job->reply->id, error);

      if (newer == NULL)
        return FALSE;
      job->reply->version = newer->version;
    }

  if (job->opened != NULL && !zg_reply_place_keep (db, job->reply, job->opened, error))
    return FALSE;
  if (!zg_reply_edit_save (db, job->reply, job->picture, job->now, job->undo, error))
    return FALSE;
  job->id = job->reply->id;
  return zg_reply_unsaved_clear (db, was, error);
}

static gboolean
duplicate (ZgDatabase  *db,
           ZgReplyJob  *job,
           GError     **error)
{
  job->id = zg_reply_edit_duplicate (db, job->id, job->now, job->undo, error);
  return job->id != 0;
}

static gboolean
add_group (ZgDatabase  *db,
           ZgReplyJob  *job,
           GError     **error)
{
  job->group_id = zg_reply_group_edit_add (db, job->name, job->undo, error);
  return job->group_id != 0;
}

static gboolean
keep_draft (ZgDatabase  *db,
            ZgReplyJob  *job,
            GError     **error)
{
  return job->draft != NULL ? zg_reply_unsaved_keep (db, job->draft, error) : zg_reply_unsaved_clear (db, job->id, error);
}

static gboolean
run (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  ZgReplyJob *job = data;

  switch (job->kind)
    {
    case ZG_REPLY_JOB_SAVE:
    case ZG_REPLY_JOB_OVERWRITE:
      return save (db, job, error);
    case ZG_REPLY_JOB_DUPLICATE:
      return duplicate (db, job, error);
    case ZG_REPLY_JOB_MOVE:
      return zg_reply_place_move (db, job->id, job->group_id, -1, job->undo, error);
    case ZG_REPLY_JOB_PUT:
      return zg_reply_place_put (db, job->id, job->onto_id, job->undo, error);
    case ZG_REPLY_JOB_SHIFT:
      return zg_reply_place_shift (db, job->id, job->step, job->undo, error);
    case ZG_REPLY_JOB_FAVOURITE:
      return zg_reply_place_set_favourite (db, job->id, job->step != 0, job->undo, error);
    case ZG_REPLY_JOB_DELETE:
      return zg_reply_edit_delete (db, job->id, job->now, job->undo, error);
    case ZG_REPLY_JOB_RESTORE:
      return zg_reply_edit_restore (db, job->id, job->now, job->undo, error);
    case ZG_REPLY_JOB_ADD_GROUP:
      return add_group (db, job, error);
    case ZG_REPLY_JOB_RENAME_GROUP:
      return zg_reply_group_edit_rename (db, job->group_id, job->name, job->undo, error);
    case ZG_REPLY_JOB_SHIFT_GROUP:
      return zg_reply_group_edit_shift (db, job->group_id, job->step, job->undo, error);
    case ZG_REPLY_JOB_DELETE_GROUP:
      return zg_reply_group_edit_delete (db, job->group_id, job->move_to, job->undo, error);
    case ZG_REPLY_JOB_KEEP_DRAFT:
      return keep_draft (db, job, error);
    case ZG_REPLY_JOB_TIDY:
      return zg_reply_edit_tidy (db, job->now, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * zg_reply_job_run_async:
 * @job: (transfer full): a job
 *
 * Runs it on the store's writing thread. When it fails, nothing was written.
 */
void
zg_reply_job_run_async (ZgReplyJob          *job,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  zg_store_write_async (zg_session_get_store (job->session), run, job, (GDestroyNotify) zg_reply_job_free, NULL,
                        callback, user_data);
}

/**
 * zg_reply_job_run_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the job that was done, with the ids of what it wrote
 */
ZgReplyJob *
zg_reply_job_run_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);

  return zg_store_finish (ZG_STORE (store), result, error);
}

/* What a job that runs by itself does in the end. */
typedef struct {
  ZgSession *session;
  ZgToastArea *toasts;
  char *done;
} Ending;

static void
run_cb (GObject      *store,
        GAsyncResult *result,
        gpointer      user_data)
{
  Ending *ending = user_data;
  g_autoptr (GError) error = NULL;
  ZgReplyJob *job = zg_reply_job_run_finish (result, &error);

  if (job == NULL)
    zg_session_fail (ending->session, error);
  else if (ending->toasts == NULL || ending->done == NULL)
    zg_reply_job_free (job);
  else
    zg_reply_job_offer_undo (job, ending->toasts, ending->done);

  g_object_unref (ending->session);
  g_clear_object (&ending->toasts);
  g_free (ending->done);
  g_free (ending);
}

/**
 * zg_reply_job_run:
 * @job: (transfer full): a job
 * @toasts: (nullable): where to say what was done
 * @done: (nullable): what was done; %NULL says nothing
 *
 * Runs the job, then offers to take it back. What goes wrong, the window says.
 */
void
zg_reply_job_run (ZgReplyJob  *job,
                  ZgToastArea *toasts,
                  const char  *done)
{
  Ending *ending = g_new0 (Ending, 1);

  ending->session = g_object_ref (job->session);
  g_set_object (&ending->toasts, toasts);
  ending->done = g_strdup (done);
  zg_reply_job_run_async (job, run_cb, ending);
}

static gboolean
take_back (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  ZgReplyJob *job = data;

  return zg_reply_undo_apply (db, job->undo, job->now, error);
}

static void
undo_cb (gpointer data)
{
  ZgReplyJob *done = data;
  ZgReplyJob *job = zg_reply_job_new (done->kind, done->session, done->id);

  g_clear_pointer (&job->undo, zg_reply_undo_free);
  job->undo = g_steal_pointer (&done->undo);
  zg_session_write (done->session, take_back, job, (GDestroyNotify) zg_reply_job_free);
}

/**
 * zg_reply_job_offer_undo:
 * @job: (transfer full): a job that was done
 * @toasts: where to say so
 * @text: what was done
 *
 * Tells what was done and offers to take it back.
 */
void
zg_reply_job_offer_undo (ZgReplyJob  *job,
                         ZgToastArea *toasts,
                         const char  *text)
{
  zg_toast_area_show_undo (toasts, text, NULL, undo_cb, job, (GDestroyNotify) zg_reply_job_free);
}

static void
tidied_cb (GObject      *store,
           GAsyncResult *result,
           gpointer      user_data)
{
  /* A file that can't be written is no reason to say anything: the next start tidies. */
  zg_reply_job_free (zg_reply_job_run_finish (result, NULL));
}

/**
 * zg_reply_job_tidy:
 * @session: the shop
 *
 * Deletes for good what was in the bin for long enough. To be done before anything can be taken back.
 */
void
zg_reply_job_tidy (ZgSession *session)
{
  zg_reply_job_run_async (zg_reply_job_new (ZG_REPLY_JOB_TIDY, session, 0), tidied_cb, NULL);
}

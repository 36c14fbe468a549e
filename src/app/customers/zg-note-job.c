/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-note-job"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-note.h"
#include "zg-note-job.h"
#include "zg-session-write.h"

/**
 * ZgNoteJob:
 *
 * One change to a note of a timeline, which knows how to be taken back.
 */
struct _ZgNoteJob
{
  ZgSession *session;
  ZgContact *before;
  char *text;
  gboolean even_if_changed;
  ZgContact *saved;             /* (nullable): what the change made of it, NULL when it took it away */
};

/**
 * zg_note_job_free:
 * @job: (transfer full) (nullable): a job
 */
void
zg_note_job_free (ZgNoteJob *job)
{
  if (job == NULL)
    return;

  g_object_unref (job->session);
  zg_contact_free (job->before);
  zg_contact_free (job->saved);
  g_free (job->text);
  g_free (job);
}

static gboolean
run (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  ZgNoteJob *job = data;

  return zg_customer_note_change (db, job->before, job->text, job->even_if_changed, &job->saved, error);
}

static gboolean
take_back (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  ZgNoteJob *job = data;

  return zg_customer_note_take_back (db, job->before, job->saved, error);
}

/**
 * zg_note_job_run_async:
 * @session: the shop
 * @before: a note as it was shown
 * @text: what it should say; nothing takes it away
 * @even_if_changed: whether that counts also where somebody else changed it
 *
 * Changes the note on the store's writing thread.
 */
void
zg_note_job_run_async (ZgSession           *session,
                       const ZgContact     *before,
                       const char          *text,
                       gboolean             even_if_changed,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  ZgNoteJob *job = g_new0 (ZgNoteJob, 1);

  job->session = g_object_ref (session);
  job->before = zg_contact_copy (before);
  job->text = g_strdup (text);
  job->even_if_changed = even_if_changed;
  zg_store_write_async (zg_session_get_store (session), run, job, (GDestroyNotify) zg_note_job_free, NULL, callback,
                        user_data);
}

/**
 * zg_note_job_run_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the job that was done
 */
ZgNoteJob *
zg_note_job_run_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);

  return zg_store_finish (ZG_STORE (store), result, error);
}

static void
undo (gpointer data)
{
  ZgNoteJob *job = data;
  ZgNoteJob *reverse = g_new0 (ZgNoteJob, 1);

  reverse->session = g_object_ref (job->session);
  reverse->before = zg_contact_copy (job->before);
  reverse->saved = job->saved != NULL ? zg_contact_copy (job->saved) : NULL;
  zg_session_write (job->session, take_back, reverse, (GDestroyNotify) zg_note_job_free);
}

/**
 * zg_note_job_offer_undo:
 * @job: (transfer full): a job that was done
 * @toasts: where to say so
 *
 * Tells what was done and offers to take it back.
 */
void
zg_note_job_offer_undo (ZgNoteJob   *job,
                        ZgToastArea *toasts)
{
  zg_toast_area_show_undo (toasts, job->saved != NULL ? _("Saved") : _("Note removed"), NULL, undo, job,
                           (GDestroyNotify) zg_note_job_free);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-merge-job"

#include "config.h"

#include "zg-merge-job.h"

#include <glib/gi18n.h>

#include "zg-customer-table.h"
#include "zg-session-write.h"

/* Two customers read together, and what a person finds about them written on the store's thread. */

typedef struct {
  gint64 kept_id;
  gint64 other_id;
  ZgMergePair *pair;
} LoadJob;

/**
 * zg_merge_pair_free:
 * @pair: (transfer full) (nullable): two customers
 */
void
zg_merge_pair_free (ZgMergePair *pair)
{
  if (pair == NULL)
    return;

  zg_merge_plan_free (pair->plan);
  zg_customer_free (pair->kept);
  zg_customer_free (pair->other);
  g_free (pair);
}

static void
load_job_free (gpointer data)
{
  LoadJob *job = data;

  zg_merge_pair_free (job->pair);
  g_free (job);
}

static gboolean
load (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  LoadJob *job = data;
  ZgMergePair *pair = job->pair = g_new0 (ZgMergePair, 1);

  pair->plan = zg_customer_merge_plan (db, job->kept_id, job->other_id, error);
  if (pair->plan == NULL)
    return FALSE;
  pair->kept = zg_customer_table_load (db, job->kept_id, error);
  pair->other = pair->kept != NULL ? zg_customer_table_load (db, job->other_id, error) : NULL;
  return pair->other != NULL && zg_merge_table_count_moves (db, job->other_id, &pair->moves, error);
}

/**
 * zg_merge_pair_load_async:
 * @session: the shop
 * @kept_id: who would stay
 * @other_id: who would go into them
 * @cancellable: (nullable):
 * @callback: called with what zg_merge_pair_load_finish() takes
 * @user_data: for @callback
 *
 * Reads both, and what the program proposes.
 */
void
zg_merge_pair_load_async (ZgSession           *session,
                          gint64               kept_id,
                          gint64               other_id,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  LoadJob *job = g_new0 (LoadJob, 1);

  job->kept_id = kept_id;
  job->other_id = other_id;
  zg_store_read_async (zg_session_get_store (session), load, job, load_job_free, cancellable, callback, user_data);
}

/**
 * zg_merge_pair_load_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): both; %NULL when one is gone
 */
ZgMergePair *
zg_merge_pair_load_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);
  LoadJob *job = zg_store_finish (ZG_STORE (store), result, error);
  ZgMergePair *pair;

  if (job == NULL)
    return NULL;
  pair = g_steal_pointer (&job->pair);
  load_job_free (job);
  return pair;
}

/* Writing *************************************************************************************************************/

static ZgMergePlan *
copy_plan (const ZgMergePlan *plan)
{
  ZgMergePlan *copy = zg_merge_plan_new ();

  copy->kept.id = plan->kept.id;
  copy->kept.version = plan->kept.version;
  copy->other.id = plan->other.id;
  copy->other.version = plan->other.version;
  for (int i = 0; i < ZG_N_MERGE_FIELDS; i++)
    {
      zg_personal_copy (&copy->kept.values[i], &plan->kept.values[i]);
      zg_personal_copy (&copy->other.values[i], &plan->other.values[i]);
      copy->choices[i] = plan->choices[i];
    }
  return copy;
}

/**
 * zg_merge_job_new:
 * @session: the shop
 * @pair: two customers, with what was chosen
 * @same: whether they are one person: else it is noted that they are not
 *
 * Returns: (transfer full): a job for zg_merge_job_run_async()
 */
ZgMergeJob *
zg_merge_job_new (ZgSession   *session,
                  ZgMergePair *pair,
                  gboolean     same)
{
  ZgMergeJob *job = g_new0 (ZgMergeJob, 1);

  job->session = g_object_ref (session);
  job->clock = zg_clock_ref (zg_session_get_clock (session));
  job->staff_id = zg_session_get_clerk_id (session);
  job->kept_id = pair->plan->kept.id;
  job->other_id = pair->plan->other.id;
  job->same = same;
  job->plan = same ? copy_plan (pair->plan) : NULL;
  job->name = g_strdup (zg_customer_get_call_name (pair->kept));
  return job;
}

/**
 * zg_merge_job_free:
 * @job: (transfer full) (nullable): a job
 */
void
zg_merge_job_free (ZgMergeJob *job)
{
  if (job == NULL)
    return;

  g_object_unref (job->session);
  zg_clock_unref (job->clock);
  zg_merge_plan_free (job->plan);
  g_free (job->name);
  g_free (job);
}

static gboolean
run (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  ZgMergeJob *job = data;

  if (!job->same)
    return zg_customer_set_not_same (db, job->kept_id, job->other_id, TRUE, job->staff_id, job->clock, error);
  job->merge_id = zg_customer_merge (db, job->plan, job->staff_id, job->clock, error);
  return job->merge_id != 0;
}

static gboolean
take_back (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  ZgMergeJob *job = data;
  g_autoptr (ZgCustomerMerge) merge = NULL;

  if (!job->same)
    return zg_customer_set_not_same (db, job->kept_id, job->other_id, FALSE, job->staff_id, job->clock, error);
  merge = zg_customer_unmerge (db, job->merge_id, job->clock, error);
  return merge != NULL;
}

/**
 * zg_merge_job_run_async:
 * @job: (transfer full): a job
 * @callback: called with what zg_merge_job_run_finish() takes
 * @user_data: for @callback
 *
 * Writes what was found. When it fails, nothing was written.
 */
void
zg_merge_job_run_async (ZgMergeJob          *job,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  zg_store_write_async (zg_session_get_store (job->session), run, job, (GDestroyNotify) zg_merge_job_free, NULL, callback,
                        user_data);
}

/**
 * zg_merge_job_run_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the job that was done
 */
ZgMergeJob *
zg_merge_job_run_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);

  return zg_store_finish (ZG_STORE (store), result, error);
}

static void
undo (gpointer data)
{
  ZgMergeJob *job = data;
  ZgMergeJob *back = g_new0 (ZgMergeJob, 1);

  back->session = g_object_ref (job->session);
  back->clock = zg_clock_ref (job->clock);
  back->staff_id = job->staff_id;
  back->kept_id = job->kept_id;
  back->other_id = job->other_id;
  back->same = job->same;
  back->merge_id = job->merge_id;
  zg_session_write (job->session, take_back, back, (GDestroyNotify) zg_merge_job_free);
}

/**
 * zg_merge_job_offer_undo:
 * @job: (transfer full): a job that was done
 * @toasts: where to say so
 *
 * Tells what was done and offers to take it back.
 */
void
zg_merge_job_offer_undo (ZgMergeJob  *job,
                         ZgToastArea *toasts)
{
  g_autofree char *text = job->same ? g_strdup_printf (_("Merged into %s"), job->name)
                                     : g_strdup (_("Noted: they are two people"));

  zg_toast_area_show_undo (toasts, text, NULL, undo, job, (GDestroyNotify) zg_merge_job_free);
}

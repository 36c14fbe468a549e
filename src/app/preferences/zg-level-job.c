/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-level-job"

#include "config.h"

#include "zg-level-job.h"

#include <glib/gi18n.h>

/* Member levels on the store's threads: their rules, whom another fits, and giving it to them. */

static gboolean
save (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  return zg_member_level_save_all (db, data, error);
}

/**
 * zg_level_job_save_async:
 * @session: the shop
 * @levels: (element-type ZgMemberLevel): all levels, the lowest first
 *
 * Writes the levels and their rules.
 */
void
zg_level_job_save_async (ZgSession           *session,
                         GPtrArray           *levels,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  zg_store_write_async (zg_session_get_store (session), save, g_ptr_array_ref (levels), (GDestroyNotify) g_ptr_array_unref,
                        NULL, callback, user_data);
}

/**
 * zg_level_job_save_finish:
 * @error: return location for an error
 *
 * Returns: whether they are written
 */
gboolean
zg_level_job_save_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);
  g_autoptr (GPtrArray) levels = zg_store_finish (ZG_STORE (store), result, error);

  return levels != NULL;
}

static gboolean
suggest (ZgDatabase    *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (GPtrArray) suggestions = zg_member_level_suggest_all (db, error);

  if (suggestions == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (data, g_steal_pointer (&suggestions));
  return TRUE;
}

/**
 * zg_level_job_suggest_async:
 * @session: the shop
 *
 * Asks whose level is another than the one that fits.
 */
void
zg_level_job_suggest_async (ZgSession           *session,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  zg_store_read_async (zg_session_get_store (session), suggest,
                       g_ptr_array_new_with_free_func ((GDestroyNotify) zg_level_suggestion_free),
                       (GDestroyNotify) g_ptr_array_unref, NULL, callback, user_data);
}

/**
 * zg_level_job_suggest_finish:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgLevelSuggestion): the customers
 */
GPtrArray *
zg_level_job_suggest_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);

  return zg_store_finish (ZG_STORE (store), result, error);
}

typedef struct {
  ZgSession *session;
  ZgToastArea *toasts;          /* NULL when it is taken back */
  GPtrArray *suggestions;
  gint64 staff_id;
  ZgClock *clock;
  gboolean is_reverse;
  guint n_changed;
} ApplyJob;

static ApplyJob *
apply_job_new (ZgSession   *session,
               GPtrArray   *suggestions,
               ZgToastArea *toasts)
{
  ApplyJob *job = g_new0 (ApplyJob, 1);

  job->session = g_object_ref (session);
  job->toasts = toasts != NULL ? g_object_ref (toasts) : NULL;
  job->suggestions = g_ptr_array_ref (suggestions);
  job->staff_id = zg_session_get_clerk_id (session);
  job->clock = zg_clock_ref (zg_session_get_clock (session));
  job->is_reverse = toasts == NULL;
  return job;
}

static void
apply_job_free (gpointer data)
{
  ApplyJob *job = data;

  g_object_unref (job->session);
  g_clear_object (&job->toasts);
  g_ptr_array_unref (job->suggestions);
  zg_clock_unref (job->clock);
  g_free (job);
}

static gboolean
apply (ZgDatabase    *db,
       gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  ApplyJob *job = data;

  return zg_member_level_apply (db, job->suggestions, job->is_reverse, job->staff_id, job->clock, &job->n_changed, error);
}

static void applied_cb (GObject      *store,
                        GAsyncResult *result,
                        gpointer      user_data);

static void
run (ApplyJob *job)
{
  zg_store_write_async (zg_session_get_store (job->session), apply, job, apply_job_free, NULL, applied_cb,
                        g_object_ref (job->session));
}

static void
undo_cb (gpointer data)
{
  ApplyJob *job = data;

  run (apply_job_new (job->session, job->suggestions, NULL));
}

static void
applied_cb (GObject      *store,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ZgSession) session = user_data;
  g_autoptr (GError) error = NULL;
  ApplyJob *job = zg_store_finish (ZG_STORE (store), result, &error);
  g_autoptr (ZgToastArea) toasts = NULL;
  g_autofree char *text = NULL;

  if (job == NULL)
    {
      zg_session_fail (session, error);
      return;
    }
  /* The toast keeps what takes it back: that must not hold the toasts. */
  toasts = g_steal_pointer (&job->toasts);
  if (toasts == NULL)
    {
      apply_job_free (job);
      return;
    }
  text = g_strdup_printf (ngettext ("%u customer has another level", "%u customers have another level", job->n_changed),
                          job->n_changed);
  zg_toast_area_show_undo (toasts, text, NULL, undo_cb, job, apply_job_free);
}

/**
 * zg_level_job_apply:
 * @session: the shop
 * @suggestions: (element-type ZgLevelSuggestion): who gets which level
 * @toasts: where to say so, and to offer to take it back
 *
 * Gives customers the levels that fit them.
 */
void
zg_level_job_apply (ZgSession   *session,
                    GPtrArray   *suggestions,
                    ZgToastArea *toasts)
{
  run (apply_job_new (session, suggestions, toasts));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-parcel-job"

#include "config.h"

#include "zg-parcel-job.h"

#include <glib/gi18n.h>

#include "zg-error-text.h"
#include "zg-error.h"
#include "zg-merge-radar.h"
#include "zg-order-parcel.h"
#include "zg-order-table.h"
#include "zg-parcel-table.h"
#include "zg-session-write.h"

/* Orders come into parcels and out of them here, on the store's writing thread; each of it can be taken back. */

/* An order, and the parcel in which it was before. */
typedef struct {
  gint64 order_id;
  gint64 parcel_id;
} Place;

struct _ZgParcelJob
{
  ZgParcelJobKind kind;
  ZgParcelJobKind undone;       /* what a restoring job takes back */
  ZgSession *session;
  ZgClock *clock;
  gint64 staff_id;
  GArray *places;
  gint64 parcel_id;             /* that was made */
  gint64 version;               /* of it, as it was left */
  gint64 saved_postage;         /* of one that was taken apart */
};

/**
 * zg_parcel_job_new:
 * @kind: what to do
 * @session: the shop
 *
 * Returns: (transfer full): a job without orders
 */
ZgParcelJob *
zg_parcel_job_new (ZgParcelJobKind  kind,
                   ZgSession       *session)
{
  ZgParcelJob *job = g_new0 (ZgParcelJob, 1);

  job->kind = kind;
  job->session = g_object_ref (session);
  job->clock = zg_clock_ref (zg_session_get_clock (session));
  job->staff_id = zg_session_get_clerk_id (session);
  job->places = g_array_new (FALSE, FALSE, sizeof (Place));
  return job;
}

/**
 * zg_parcel_job_free:
 * @job: (transfer full): a job
 */
void
zg_parcel_job_free (ZgParcelJob *job)
{
  g_object_unref (job->session);
  zg_clock_unref (job->clock);
  g_array_unref (job->places);
  g_free (job);
}

/**
 * zg_parcel_job_add:
 * @job: a job
 * @order_id: an order that it is about
 */
void
zg_parcel_job_add (ZgParcelJob *job,
                   gint64       order_id)
{
  const Place place = { order_id, 0 };

  g_array_append_val (job->places, place);
}

/**
 * zg_parcel_job_add_all:
 * @job: a job
 * @orders: (element-type ZgOrder): orders that it is about
 */
void
zg_parcel_job_add_all (ZgParcelJob *job,
                       GPtrArray   *orders)
{
  for (guint i = 0; i < orders->len; i++)
    zg_parcel_job_add (job, ((const ZgOrder *) g_ptr_array_index (orders, i))->id);
}

static Place *
place_at (const ZgParcelJob *job,
          guint              index)
{
  return &g_array_index (job->places, Place, index);
}

/* The orders of the places whose parcel was @parcel_id; all of them for -1. */
static GPtrArray *
load_orders (ZgDatabase         *db,
             const ZgParcelJob  *job,
             gint64              parcel_id,
             GError            **error)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_order_free);

  for (guint i = 0; i < job->places->len; i++)
    {
      ZgOrder *order;

      if (parcel_id != -1 && place_at (job, i)->parcel_id != parcel_id)
        continue;
      order = zg_order_table_load (db, place_at (job, i)->order_id, error);
      if (order == NULL)
        return NULL;
      g_ptr_array_add (orders, order);
    }
  return g_steal_pointer (&orders);
}

/* What is in a parcel with one of the orders comes along, and has to come back as well. */
static gboolean
note_places (ZgDatabase   *db,
             ZgParcelJob  *job,
             GPtrArray    *orders,
             GError      **error)
{
  g_array_set_size (job->places, 0);
  for (guint i = 0; i < orders->len; i++)
    {
      const ZgOrder *order = g_ptr_array_index (orders, i);
      g_autoptr (ZgParcel) parcel = order->parcel_id != 0 ? zg_parcel_table_load (db, order->parcel_id, error) : NULL;
      gboolean is_known = FALSE;

      if (order->parcel_id != 0 && parcel == NULL)
        return FALSE;
      for (guint j = 0; j < job->places->len; j++)
        is_known = is_known || place_at (job, j)->order_id == order->id;
      for (guint j = 0; !is_known && parcel != NULL && j < parcel->order_ids->len; j++)
        {
          const Place place = { g_array_index (parcel->order_ids, gint64, j), parcel->id };

          g_array_append_val (job->places, place);
        }
      if (!is_known && parcel == NULL)
        zg_parcel_job_add (job, order->id);
    }
  return TRUE;
}

static gboolean
keep_version (ZgDatabase   *db,
              ZgParcelJob  *job,
              GError      **error)
{
  g_autoptr (ZgParcel) parcel = zg_parcel_table_load (db, job->parcel_id, error);

  job->version = parcel != NULL ? parcel->version : 0;
  return parcel != NULL;
}

static gboolean
merge (ZgDatabase   *db,
       ZgParcelJob  *job,
       GError      **error)
{
  g_autoptr (GPtrArray) orders = load_orders (db, job, -1, error);

  if (orders == NULL || !note_places (db, job, orders, error))
    return FALSE;
  job->parcel_id = zg_order_parcel_merge (db, orders, ZG_POSTAGE_COMPUTED, job->staff_id, zg_clock_now (job->clock), error);
  return job->parcel_id != 0 && keep_version (db, job, error);
}

static gboolean
split (ZgDatabase   *db,
       ZgParcelJob  *job,
       GError      **error)
{
  g_autoptr (GPtrArray) orders = load_orders (db, job, -1, error);
  gint64 id = orders != NULL ? ((const ZgOrder *) g_ptr_array_index (orders, 0))->parcel_id : 0;
  g_autoptr (ZgParcel) parcel = orders != NULL ? zg_parcel_table_load (db, id, error) : NULL;

  if (parcel == NULL || !note_places (db, job, orders, error))
    return FALSE;
  job->saved_postage = parcel->saved_postage;
  return zg_order_parcel_unmerge (db, id, 0, job->staff_id, zg_clock_now (job->clock), error);
}

static gboolean
set_apart (ZgDatabase         *db,
           const ZgParcelJob  *job,
           gboolean            is_apart,
           GError            **error)
{
  for (guint i = 1; i < job->places->len; i++)
    {
      if (!zg_merge_radar_set_apart (db, place_at (job, 0)->order_id, place_at (job, i)->order_id, is_apart, job->staff_id,
                                     zg_clock_now (job->clock), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
merge_again (ZgDatabase         *db,
             const ZgParcelJob  *job,
             gint64              parcel_id,
             gint64              saved_postage,
             GError            **error)
{
  g_autoptr (GPtrArray) orders = load_orders (db, job, parcel_id, error);

  return orders != NULL
         && zg_order_parcel_merge (db, orders, saved_postage, job->staff_id, zg_clock_now (job->clock), error) != 0;
}

/* Out of the parcel that was made, and back into those that were there. */
static gboolean
undo_merge (ZgDatabase         *db,
            const ZgParcelJob  *job,
            GError            **error)
{
  gint64 last = 0;

  if (!zg_order_parcel_unmerge (db, job->parcel_id, job->version, job->staff_id, zg_clock_now (job->clock), error))
    return FALSE;
  for (guint i = 0; i < job->places->len; i++)
    {
      gint64 id = place_at (job, i)->parcel_id;

      /* The orders of a parcel stand together. */
      if (id != 0 && id != last && !merge_again (db, job, id, ZG_POSTAGE_COMPUTED, error))
        return FALSE;
      last = id;
    }
  return TRUE;
}

static gboolean
run (ZgDatabase    *db,
     gpointer       data,
     GCancellable  *cancellable,
     GError       **error)
{
  ZgParcelJob *job = data;

  switch (job->kind)
    {
    case ZG_PARCEL_JOB_MERGE:
      return merge (db, job, error);
    case ZG_PARCEL_JOB_SPLIT:
      return split (db, job, error);
    case ZG_PARCEL_JOB_APART:
      return set_apart (db, job, TRUE, error);
    case ZG_PARCEL_JOB_RESTORE:
      if (job->undone == ZG_PARCEL_JOB_MERGE)
        return undo_merge (db, job, error);
      if (job->undone == ZG_PARCEL_JOB_SPLIT)
        return merge_again (db, job, -1, job->saved_postage, error);
      return set_apart (db, job, FALSE, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
undo (gpointer data)
{
  const ZgParcelJob *job = data;
  ZgParcelJob *opposite = zg_parcel_job_new (ZG_PARCEL_JOB_RESTORE, job->session);

  opposite->undone = job->kind;
  g_array_append_vals (opposite->places, job->places->data, job->places->len);
  opposite->parcel_id = job->parcel_id;
  opposite->version = job->version;
  opposite->saved_postage = job->saved_postage;
  zg_session_write (job->session, run, opposite, (GDestroyNotify) zg_parcel_job_free);
}

static char *
describe (const ZgParcelJob *job)
{
  switch (job->kind)
    {
    case ZG_PARCEL_JOB_MERGE:
      return g_strdup_printf (ngettext ("%u order goes in one parcel", "%u orders go in one parcel", job->places->len),
                              job->places->len);
    case ZG_PARCEL_JOB_SPLIT:
      return g_strdup (_("Each order goes on its own again"));
    case ZG_PARCEL_JOB_APART:
    case ZG_PARCEL_JOB_RESTORE:
    default:
      return g_strdup (_("They go in parcels of their own"));
    }
}

typedef struct {
  ZgSession *session;
  ZgToastArea *toasts;
} Run;

static void
run_free (Run *data)
{
  g_object_unref (data->session);
  g_object_unref (data->toasts);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static void
done_cb (GObject      *store,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Run) data = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZgParcelJob) job = zg_store_finish (ZG_STORE (store), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (data->toasts)) == NULL)
    return;
  if (job != NULL)
    {
      g_autofree char *text = describe (job);

      zg_toast_area_show_undo (data->toasts, text, NULL, undo, g_steal_pointer (&job), (GDestroyNotify) zg_parcel_job_free);
    }
  else if (error->domain == ZG_DOMAIN_ERROR)
    {
      zg_toast_area_show (data->toasts, error->message);
    }
  else
    {
      zg_session_fail (data->session, error);
    }
}

/**
 * zg_parcel_job_run:
 * @job: (transfer full): a job with its orders
 * @toasts: where to tell what was done, with an undo, or why it was refused
 *
 * Runs it on the store's writing thread. When it fails, nothing was written.
 */
void
zg_parcel_job_run (ZgParcelJob *job,
                   ZgToastArea *toasts)
{
  Run *data = g_new0 (Run, 1);

  data->session = g_object_ref (job->session);
  data->toasts = g_object_ref (toasts);
  zg_store_write_async (zg_session_get_store (job->session), run, job, (GDestroyNotify) zg_parcel_job_free, NULL, done_cb,
                        data);
}

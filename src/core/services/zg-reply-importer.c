/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-reply-importer.h"

/* An import of replies by way of the shop's threads. Not for the thread of a window. */

/**
 * zg_reply_importer_read:
 * @path: a file that somebody chose as one of replies
 * @zone: the zone of times that name none
 * @error: return location for an error
 *
 * Reads a file, whatever its format. Text that is no table, YAML or JSON is taken for a phrase a line.
 *
 * Returns: (transfer full) (nullable): what it says
 */
ZgReplyFile *
zg_reply_importer_read (const char  *path,
                        GTimeZone   *zone,
                        GError     **error)
{
  ZgReplyFormat format = ZG_REPLY_FORMAT_PHRASES;

  zg_reply_file_recognise (path, &format);
  return zg_reply_file_read (path, format, zone, error);
}

typedef struct {
  const ZgReplyFile *file;
  gboolean convert;
  ZgReplyPlan *plan;
} PlanJob;

static gboolean
make_plan (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  PlanJob *job = data;

  job->plan = zg_reply_plan_new (db, job->file, job->convert, error);
  return job->plan != NULL;
}

/**
 * zg_reply_importer_plan:
 * @store: the shop
 * @file: a file of replies, which has to outlive the plan
 * @convert: whether placeholders of other programs become ours
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what the import of the file would do, see zg_reply_plan_new()
 */
ZgReplyPlan *
zg_reply_importer_plan (ZgStore            *store,
                        const ZgReplyFile  *file,
                        gboolean            convert,
                        GError            **error)
{
  PlanJob job = { .file = file, .convert = convert };

  return zg_store_read (store, make_plan, &job, error) ? job.plan : NULL;
}

typedef struct {
  const ZgReplyPlan *plan;
  const char *path;
  gint64 staff_id;
  ZgTime now;
  gint64 import_id;
} ApplyJob;

static gboolean
apply_plan (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  ApplyJob *job = data;

  return zg_reply_plan_apply (db, job->plan, job->path, job->staff_id, job->now, &job->import_id, error);
}

/**
 * zg_reply_importer_apply:
 * @store: the shop
 * @plan: what to do
 * @path: the file that it comes from
 * @staff_id: who imports, or 0
 * @clock: what time it is
 * @import_id_out: (out): for zg_importer_undo(); 0 when there was nothing to do
 * @error: return location for an error
 *
 * Returns: whether all is done; else nothing is
 */
gboolean
zg_reply_importer_apply (ZgStore            *store,
                         const ZgReplyPlan  *plan,
                         const char         *path,
                         gint64              staff_id,
                         ZgClock            *clock,
                         gint64             *import_id_out,
                         GError            **error)
{
  ApplyJob job = { .plan = plan, .path = path, .staff_id = staff_id, .now = zg_clock_now (clock) };

  if (!zg_store_write (store, apply_plan, &job, error))
    return FALSE;
  *import_id_out = job.import_id;
  return TRUE;
}

/**
 * zg_reply_importer_make_rejects:
 * @plan: a plan
 *
 * Returns: (transfer full): the refused rows under their header, to be mended and imported again
 */
char *
zg_reply_importer_make_rejects (const ZgReplyPlan *plan)
{
  GString *text = g_string_new ("\xef\xbb\xbf");

  g_string_append (text, plan->header != NULL ? plan->header : "");
  for (guint i = 0; i < plan->refusals->len; i++)
    {
      const ZgReplyRefusal *refusal = g_ptr_array_index (plan->refusals, i);

      g_string_append (text, refusal->raw != NULL ? refusal->raw : "");
    }
  return g_string_free (text, FALSE);
}

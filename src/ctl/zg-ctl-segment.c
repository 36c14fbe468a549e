/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-ctl-find.h"
#include "zg-ctl.h"
#include "zg-filtered-customers.h"
#include "zg-integer.h"
#include "zg-list-table.h"
#include "zg-record-json.h"
#include "zg-segment.h"

/* `segment …`: filters with a name, ready and saved, and who is in them. */

#define DEFAULT_LIMIT 50

typedef struct {
  ZgCtl *ctl;
  const char *name;             /* a name, a key, or a filter */
  const char *filter;
  int limit;
  GPtrArray *segments;
  GArray *counts;               /* gint64, -1 for a filter of a newer program */
  ZgSegment *segment;
  gint64 count;
  GPtrArray *rows;
} SegmentJob;

static void
segment_job_clear (SegmentJob *job)
{
  g_clear_pointer (&job->segments, g_ptr_array_unref);
  g_clear_pointer (&job->counts, g_array_unref);
  g_clear_pointer (&job->segment, zg_segment_free);
  g_clear_pointer (&job->rows, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SegmentJob, segment_job_clear)

static gboolean
list (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  SegmentJob *job = data;

  job->segments = zg_segment_load_all (db, error);
  if (job->segments == NULL)
    return FALSE;
  job->counts = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < job->segments->len; i++)
    {
      gint64 count = -1;

      zg_segment_count (db, job->segments->pdata[i], job->ctl->clock, &count, NULL);
      g_array_append_val (job->counts, count);
    }
  return TRUE;
}

static gboolean
find_and_count (ZgDatabase    *db,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  SegmentJob *job = data;

  job->segment = zg_segment_find (db, job->name, error);
  return job->segment != NULL && zg_segment_count (db, job->segment, job->ctl->clock, &job->count, error);
}

static gboolean
show (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  SegmentJob *job = data;
  g_autoptr(ZgCustomerFilter) filter = NULL;
  g_autoptr(GArray) ids = NULL;

  if (!find_and_count (db, job, cancellable, error))
    return FALSE;
  filter = zg_customer_filter_parse (job->segment->filter, error);
  if (filter == NULL)
    return FALSE;
  ids = zg_filtered_customers_list (db, filter, ZG_CUSTOMER_SORT_LAST_ORDER, TRUE, job->ctl->clock, error);
  if (ids == NULL)
    return FALSE;
  job->rows = zg_list_table_customer_rows (db, (gint64 *) (void *) ids->data, MIN (ids->len, (guint) job->limit),
                                           zg_clock_now (job->ctl->clock), error);
  return job->rows != NULL;
}

/* A saved filter of that name gets the new filter. */
static gboolean
save (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  SegmentJob *job = data;
  g_autoptr(GPtrArray) saved = zg_segment_table_load (db, error);

  if (saved == NULL)
    return FALSE;
  for (guint i = 0; i < saved->len && job->segment == NULL; i++)
    if (g_str_equal (((ZgSegment *) saved->pdata[i])->name, job->name))
      job->segment = zg_segment_copy (saved->pdata[i]);
  if (job->segment == NULL)
    job->segment = zg_segment_new (job->name, NULL);
  g_free (job->segment->filter);
  job->segment->filter = g_strdup (job->filter);
  return zg_segment_save (db, job->segment, error)
         && zg_segment_count (db, job->segment, job->ctl->clock, &job->count, error);
}

static gboolean
erase (ZgDatabase    *db,
       gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  SegmentJob *job = data;
  g_autoptr(GPtrArray) saved = zg_segment_table_load (db, error);

  if (saved == NULL)
    return FALSE;
  for (guint i = 0; i < saved->len; i++)
    {
      const ZgSegment *segment = saved->pdata[i];

      if (!g_str_equal (segment->name, job->name))
        continue;
      job->segment = zg_segment_copy (segment);
      return zg_segment_delete (db, segment->id, error);
    }
  g_set_error (error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND, _("There is no saved segment “%s”."), job->name);
  return FALSE;
}

static JsonObject *
make_segment (const ZgSegment *segment,
              gint64           count)
{
  JsonObject *object = json_object_new ();
  g_autofree char *words = zg_segment_describe (segment);

  zg_json_set_id (object, "id", segment->id);
  zg_json_set_text (object, "key", segment->key);
  zg_json_set_text (object, "name", segment->name);
  zg_json_set_text (object, "filter", segment->filter);
  zg_json_set_text (object, "description", words);
  if (count >= 0)
    json_object_set_int_member (object, "count", count);
  else
    json_object_set_null_member (object, "count");
  return object;
}

ZgCtlStatus
zg_ctl_segment_list (ZgCtl  *ctl,
                     int     n_arguments,
                     char  **arguments)
{
  g_auto(SegmentJob) job = { .ctl = ctl };
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonArray) array = json_array_new ();

  if (!zg_ctl_read (ctl, list, &job, &error))
    return zg_ctl_fail (error);

  for (guint i = 0; i < job.segments->len; i++)
    {
      const ZgSegment *segment = job.segments->pdata[i];
      gint64 count = g_array_index (job.counts, gint64, i);
      g_autofree char *words = zg_segment_describe (segment);

      if (ctl->json)
        json_array_add_object_element (array, make_segment (segment, count));
      else
        zg_ctl_print ("%7" G_GINT64_FORMAT "  %s  %s", count, segment->name, words);
    }
  if (ctl->json)
    zg_ctl_print_array (g_steal_pointer (&array));
  return ZG_CTL_DONE;
}

ZgCtlStatus
zg_ctl_segment_count (ZgCtl  *ctl,
                      int     n_arguments,
                      char  **arguments)
{
  g_auto(SegmentJob) job = { .ctl = ctl, .name = arguments[0] };
  g_autoptr(GError) error = NULL;

  if (!zg_ctl_read (ctl, find_and_count, &job, &error))
    return zg_ctl_fail (error);
  if (ctl->json)
    zg_ctl_print_object (make_segment (job.segment, job.count));
  else
    zg_ctl_print ("%" G_GINT64_FORMAT, job.count);
  return ZG_CTL_DONE;
}

ZgCtlStatus
zg_ctl_segment_show (ZgCtl  *ctl,
                     int     n_arguments,
                     char  **arguments)
{
  g_auto(SegmentJob) job = { .ctl = ctl, .name = arguments[0] };
  const char *limit = zg_ctl_options_get (ctl->options, "--limit");
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonArray) array = json_array_new ();
  gint64 number = DEFAULT_LIMIT;

  if (limit != NULL && !zg_integer_parse (limit, 1, 1000000, &number))
    return zg_ctl_usage (_("“%s” is no number of rows."), limit);
  job.limit = (int) number;
  if (!zg_ctl_read (ctl, show, &job, &error))
    return zg_ctl_fail (error);

  for (guint i = 0; i < job.rows->len; i++)
    {
      const ZgCustomerRow *row = job.rows->pdata[i];
      const char *name = row->call_name != NULL && *row->call_name != '\0' ? row->call_name : row->name.text;

      if (ctl->json)
        json_array_add_object_element (array, zg_ctl_customer_to_json (row));
      else
        zg_ctl_print ("%" G_GINT64_FORMAT "  %s", row->id, name != NULL ? name : "");
    }
  if (ctl->json)
    {
      JsonObject *object = make_segment (job.segment, job.count);

      json_object_set_array_member (object, "customers", g_steal_pointer (&array));
      zg_ctl_print_object (object);
    }
  return ZG_CTL_DONE;
}

ZgCtlStatus
zg_ctl_segment_save (ZgCtl  *ctl,
                     int     n_arguments,
                     char  **arguments)
{
  g_auto(SegmentJob) job = { .ctl = ctl, .name = arguments[0], .filter = arguments[1] };
  g_autoptr(GError) error = NULL;

  if (!zg_ctl_write (ctl, save, &job, &error))
    return zg_ctl_fail (error);
  if (ctl->json)
    zg_ctl_print_object (make_segment (job.segment, job.count));
  else
    zg_ctl_print ("%" G_GINT64_FORMAT "  %s  %s", job.count, job.segment->name, job.segment->filter);
  return ZG_CTL_DONE;
}

ZgCtlStatus
zg_ctl_segment_delete (ZgCtl  *ctl,
                       int     n_arguments,
                       char  **arguments)
{
  g_auto(SegmentJob) job = { .ctl = ctl, .name = arguments[0] };
  g_autoptr(GError) error = NULL;

  if (!zg_ctl_write (ctl, erase, &job, &error))
    return zg_ctl_fail (error);
  if (ctl->json)
    zg_ctl_print_object (make_segment (job.segment, -1));
  return ZG_CTL_DONE;
}

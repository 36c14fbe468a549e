/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "zg-ctl.h"
#include "zg-demo.h"
#include "zg-export.h"
#include "zg-reply-export.h"

/* `export` and `demo`. */

typedef struct {
  ZgCtl *ctl;
  ZgExportTable table;
  ZgExportFormat format;
  const char *path;
  gint64 n_rows;
  gint64 n_without_gbk;
} ExportJob;

static gboolean
export (ZgDatabase    *db,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  ExportJob *job = data;

  return zg_export_write (db, job->table, job->format, job->ctl->staff_id, job->path,
                          zg_clock_get_zone (job->ctl->clock), &job->n_rows, cancellable, error)
         && (job->format != ZG_EXPORT_QIANNIU
             || zg_reply_export_count_without_gbk (db, job->ctl->staff_id, &job->n_without_gbk, error));
}

ZgCtlStatus
zg_ctl_export (ZgCtl  *ctl,
               int     n_arguments,
               char  **arguments)
{
  const char *format = zg_ctl_options_get (ctl->options, "--format");
  ExportJob job = { .ctl = ctl, .path = arguments[1] };
  g_autoptr(GError) error = NULL;

  if (format == NULL)
    {
      g_autofree char *name = g_path_get_basename (job.path);
      const char *dot = strrchr (name, '.');

      format = dot != NULL ? g_intern_string (dot + 1) : "csv";
    }
  if (!zg_export_table_from_word (arguments[0], &job.table))
    return zg_ctl_usage (_("“%s” can't be exported; say customers, orders, replies or followups."), arguments[0]);
  if (!zg_export_format_from_word (format, &job.format))
    return zg_ctl_usage (_("“%s” is no format; say csv, json, vcard, qianniu or espanso."), format);
  if (!zg_export_can_write (job.table, job.format))
    return zg_ctl_usage (job.format == ZG_EXPORT_VCARD ? _("Only customers can be exported as %s.")
                                                       : _("Only replies can be exported as %s."), format);
  if (!zg_ctl_open (ctl, FALSE, &error))
    return zg_ctl_fail (error);
  if (!zg_ctl_read (ctl, export, &job, &error))
    {
      g_prefix_error (&error, "%s: ", job.path);
      return zg_ctl_fail (error);
    }

  if (job.n_without_gbk > 0)
    {
      g_autofree char *text = zg_reply_export_describe_without_gbk (job.n_without_gbk);

      fprintf (stderr, "%s: %s\n", job.path, text);
    }
  if (ctl->json)
    {
      JsonObject *object = json_object_new ();
      JsonNode *node = json_node_new (JSON_NODE_OBJECT);

      json_object_set_int_member (object, "rows", job.n_rows);
      json_node_take_object (node, object);
      zg_ctl_print_json (node);
    }
  else
    {
      zg_ctl_print (ngettext ("%ld row", "%ld rows", (gulong) job.n_rows), (glong) job.n_rows);
    }
  return ZG_CTL_DONE;
}

static gboolean
fill_demo (ZgDatabase    *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  ZgCtl *ctl = data;

  return zg_demo_fill (db, NULL, ctl->clock, error);
}

ZgCtlStatus
zg_ctl_demo (ZgCtl  *ctl,
             int     n_arguments,
             char  **arguments)
{
  g_autoptr(GError) error = NULL;

  if (!zg_ctl_write (ctl, fill_demo, ctl, &error))
    return zg_ctl_fail (error);
  return zg_ctl_stats (ctl, 0, NULL);
}

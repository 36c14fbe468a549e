/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "zg-backup.h"
#include "zg-ctl.h"
#include "zg-due.h"
#include "zg-record-json.h"
#include "zg-row-counts.h"
#include "zg-search-index.h"
#include "zg-shop-file.h"

/* What concerns the shop as a whole: due, check, stats, backup, restore, demo. */

typedef struct {
  ZgCtl *ctl;
  ZgTime until;
  GPtrArray *list;
} DueJob;

static gboolean
list_due (ZgDatabase    *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  DueJob *job = data;

  job->list = zg_due_list (db, job->until, job->ctl->clock, error);
  return job->list != NULL;
}

static void
print_due (ZgCtl     *ctl,
           GPtrArray *list)
{
  GTimeZone *zone = zg_clock_get_zone (ctl->clock);
  ZgTime now = zg_clock_now (ctl->clock);
  g_autoptr(JsonArray) array = json_array_new ();

  for (guint i = 0; i < list->len; i++)
    {
      const ZgDue *due = g_ptr_array_index (list, i);
      g_autofree char *time = zg_time_to_text (due->at, now, zone);

      if (ctl->json)
        json_array_add_element (array, zg_record_json_due (due, now, zone));
      else
        zg_ctl_print ("%s  %s  %s  %s  %s", time, zg_due_kind_to_label (due->kind),
                      due->customer != NULL ? due->customer : "", due->number != NULL ? due->number : "", due->text);
    }

  if (ctl->json)
    {
      JsonNode *node = json_node_new (JSON_NODE_ARRAY);

      json_node_set_array (node, array);
      zg_ctl_print_json (node);
    }
}

ZgCtlStatus
zg_ctl_due (ZgCtl  *ctl,
            int     n_arguments,
            char  **arguments)
{
  const char *until = zg_ctl_options_get (ctl->options, "--until");
  DueJob job = { .ctl = ctl };
  g_autoptr(GError) error = NULL;

  if (until != NULL && !zg_ctl_parse_time (ctl, until, &job.until, &error))
    return zg_ctl_usage ("%s", error->message);
  if (!zg_ctl_read (ctl, list_due, &job, &error))
    return zg_ctl_fail (error);

  print_due (ctl, job.list);
  g_ptr_array_unref (job.list);
  return ZG_CTL_DONE;
}

static gboolean
check_index (ZgDatabase    *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return zg_search_index_check (db, error);
}

ZgCtlStatus
zg_ctl_check (ZgCtl  *ctl,
              int     n_arguments,
              char  **arguments)
{
  g_autoptr(GError) error = NULL;

  if (!zg_ctl_open (ctl, FALSE, &error)
      || !zg_shop_file_verify (ctl->path, &error)
      || !zg_ctl_write (ctl, check_index, NULL, &error))
    return zg_ctl_fail (error);

  if (ctl->json)
    {
      JsonObject *object = json_object_new ();
      JsonNode *node = json_node_new (JSON_NODE_OBJECT);

      json_object_set_boolean_member (object, "tables", TRUE);
      json_object_set_boolean_member (object, "index", TRUE);
      json_node_take_object (node, object);
      zg_ctl_print_json (node);
    }
  else
    {
      zg_ctl_print ("%s", _("The shop file and its search index are sound."));
    }
  return ZG_CTL_DONE;
}

static const struct {
  const char *key;
  const char *label;
  ZgRows rows;
} counters[] = {
  { "customers", N_("Customers"), ZG_ROWS_CUSTOMERS },
  { "orders", N_("Orders"), ZG_ROWS_ORDERS },
  { "items", N_("Items"), ZG_ROWS_ITEMS },
  { "replies", N_("Replies"), ZG_ROWS_REPLIES },
  { "followups", N_("Follow-ups"), ZG_ROWS_FOLLOW_UPS },
  { "contacts", N_("Entries in the timelines"), ZG_ROWS_CONTACTS },
  { "imports", N_("Imports"), ZG_ROWS_IMPORTS },
};

static gboolean
count_rows (ZgDatabase    *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  JsonObject *object = data;

  for (gsize i = 0; i < G_N_ELEMENTS (counters); i++)
    {
      gint64 count;

      if (!zg_row_counts_get (db, counters[i].rows, &count, error))
        return FALSE;
      json_object_set_int_member (object, counters[i].key, count);
    }
  return TRUE;
}

static gint64
file_size (const char *path,
           const char *ending)
{
  g_autofree char *full = g_strconcat (path, ending, NULL);
  GStatBuf info;

  return g_stat (full, &info) == 0 ? info.st_size : 0;
}

static void
print_size (const char *label,
            gint64      bytes)
{
  g_autofree char *text = g_format_size ((guint64) bytes);

  zg_ctl_print ("%s  %s", label, text);
}

ZgCtlStatus
zg_ctl_stats (ZgCtl  *ctl,
              int     n_arguments,
              char  **arguments)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr(GError) error = NULL;

  json_node_take_object (node, object);
  if (!zg_ctl_read (ctl, count_rows, object, &error))
    {
      json_node_unref (node);
      return zg_ctl_fail (error);
    }

  json_object_set_int_member (object, "file_bytes", file_size (ctl->path, ""));
  json_object_set_int_member (object, "journal_bytes", file_size (ctl->path, "-wal"));
  if (ctl->json)
    {
      zg_ctl_print_json (node);
      return ZG_CTL_DONE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (counters); i++)
    zg_ctl_print ("%s  %" G_GINT64_FORMAT, _(counters[i].label), json_object_get_int_member (object, counters[i].key));
  print_size (_("Size of the shop file"), json_object_get_int_member (object, "file_bytes"));
  print_size (_("Size of its journal"), json_object_get_int_member (object, "journal_bytes"));
  json_node_unref (node);
  return ZG_CTL_DONE;
}

static void
print_file (ZgCtl      *ctl,
            const char *key,
            const char *path)
{
  JsonObject *object;
  JsonNode *node;

  if (!ctl->json)
    {
      if (path[0] != '\0')
        zg_ctl_print ("%s", path);
      return;
    }

  object = json_object_new ();
  node = json_node_new (JSON_NODE_OBJECT);
  zg_json_set_text (object, key, path);
  json_node_take_object (node, object);
  zg_ctl_print_json (node);
}

ZgCtlStatus
zg_ctl_backup (ZgCtl  *ctl,
               int     n_arguments,
               char  **arguments)
{
  g_autoptr(GError) error = NULL;

  if (!zg_ctl_open (ctl, FALSE, &error) || !zg_backup_write_to (ctl->path, arguments[0], NULL, &error))
    return zg_ctl_fail (error);
  print_file (ctl, "backup", arguments[0]);
  return ZG_CTL_DONE;
}

ZgCtlStatus
zg_ctl_restore (ZgCtl  *ctl,
                int     n_arguments,
                char  **arguments)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *replaced = zg_backup_restore (ctl->path, arguments[0], ctl->clock, &error);

  if (replaced == NULL)
    return zg_ctl_fail (error);
  print_file (ctl, "replaced", replaced);
  return ZG_CTL_DONE;
}

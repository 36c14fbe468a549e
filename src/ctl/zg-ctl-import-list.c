/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include "zg-ctl-import-list.h"

#include <glib/gi18n.h>

#include "zg-import-table.h"
#include "zg-record-json.h"

/* `import-undo` without an import: what can be taken back. */

static const struct {
  const char *word;
  const char *label;
} states[] = {
  [ZG_IMPORT_RUNNING] = { "running", N_("still running") },
  [ZG_IMPORT_FINISHED] = { "finished", N_("finished") },
  [ZG_IMPORT_UNDONE] = { "undone", N_("taken back") },
  [ZG_IMPORT_INTERRUPTED] = { "interrupted", N_("interrupted before its end") },
};

static gboolean
list_imports (ZgDatabase    *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  GPtrArray **list = data;

  *list = zg_import_table_list (db, error);
  return *list != NULL;
}

static void
add_entry (JsonArray         *array,
           const ZgImportLog *log,
           GTimeZone         *zone)
{
  JsonObject *object = json_object_new ();
  JsonObject *orders = json_object_new ();

  zg_json_set_id (object, "import_id", log->id);
  zg_json_set_text (object, "state", states[log->state].word);
  zg_json_set_text (object, "file", log->file_name);
  zg_json_set_text (object, "format", log->format);
  zg_json_set_time (object, "started_at", log->started_at, zone);
  zg_json_set_time (object, "finished_at", log->finished_at, zone);
  json_object_set_int_member (object, "rows", log->n_rows);
  json_object_set_int_member (object, "rejected", log->n_rejected);
  json_object_set_int_member (orders, "new", log->n_new);
  json_object_set_int_member (orders, "updated", log->n_changed);
  json_object_set_object_member (object, "orders", orders);
  json_array_add_object_element (array, object);
}

ZgCtlStatus
zg_ctl_import_list (ZgCtl *ctl)
{
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GError) error = NULL;
  JsonArray *array;
  JsonNode *node;

  if (!zg_ctl_read (ctl, list_imports, &list, &error))
    return zg_ctl_fail (error);
  if (!ctl->json)
    {
      for (guint i = 0; i < list->len; i++)
        {
          const ZgImportLog *log = g_ptr_array_index (list, i);

          /* TRANSLATORS: an import's number, its file, its state, and how many orders it brought and changed */
          zg_ctl_print (_("%ld: %s, %s; orders: %ld new, %ld updated"), (glong) log->id, log->file_name,
                        _(states[log->state].label), (glong) log->n_new, (glong) log->n_changed);
        }
      return ZG_CTL_DONE;
    }

  array = json_array_new ();
  node = json_node_new (JSON_NODE_ARRAY);
  for (guint i = 0; i < list->len; i++)
    add_entry (array, g_ptr_array_index (list, i), zg_clock_get_zone (ctl->clock));
  json_node_take_array (node, array);
  zg_ctl_print_json (node);
  return ZG_CTL_DONE;
}

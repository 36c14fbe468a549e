/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "zg-backup.h"
#include "zg-ctl.h"
#include "zg-importer.h"
#include "zg-record-json.h"

/* `import` and `import-undo`. */

static JsonObject *
make_counts (gint64 fresh,
             gint64 updated,
             gint64 unchanged)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "new", fresh);
  json_object_set_int_member (object, "updated", updated);
  json_object_set_int_member (object, "unchanged", unchanged);
  return object;
}

static JsonNode *
result_to_json (const ZgImportResult *result)
{
  const ZgImportCounts *counts = &result->counts;
  JsonObject *object = json_object_new ();
  JsonArray *rejected = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < result->rejects->len; i++)
    {
      const ZgImportReject *reject = g_ptr_array_index (result->rejects, i);
      JsonObject *entry = json_object_new ();

      json_object_set_int_member (entry, "line", (gint64) reject->line);
      zg_json_set_text (entry, "reason", reject->reason);
      json_array_add_object_element (rejected, entry);
    }

  zg_json_set_text (object, "format", result->format);
  zg_json_set_text (object, "encoding", result->encoding);
  json_object_set_int_member (object, "rows", result->n_rows);
  json_object_set_object_member (object, "customers", make_counts (counts->customers_new, counts->customers_updated,
                                                                   counts->customers_unchanged));
  json_object_set_object_member (object, "orders", make_counts (counts->orders_new, counts->orders_updated,
                                                                counts->orders_unchanged));
  json_object_set_int_member (object, "items", counts->items);
  json_object_set_array_member (object, "rejected", rejected);
  zg_json_set_id (object, "import_id", result->import_id);
  json_node_take_object (node, object);
  return node;
}

static void
print_result (const char           *path,
              const ZgImportResult *result)
{
  const ZgImportCounts *counts = &result->counts;

  for (guint i = 0; i < result->rejects->len; i++)
    {
      const ZgImportReject *reject = g_ptr_array_index (result->rejects, i);

      fprintf (stderr, "%s:%" G_GUINT64_FORMAT ": %s\n", path, reject->line, reject->reason);
    }
  zg_ctl_print (_("%s: %ld rows; orders: %ld new, %ld updated, %ld unchanged; refused: %ld"), path,
                (glong) result->n_rows, (glong) counts->orders_new, (glong) counts->orders_updated,
                (glong) counts->orders_unchanged, (glong) result->n_rejected);
  if (result->import_id != 0)
    zg_ctl_print (_("To take it back: import-undo %ld"), (glong) result->import_id);
}

/* The refused rows under their header, to be mended and imported again. */
static gboolean
save_rejects (const char            *path,
              const ZgImportResult  *result,
              GError               **error)
{
  g_autoptr(GString) text = g_string_new ("\xef\xbb\xbf");

  g_string_append (text, result->header);
  for (guint i = 0; i < result->rejects->len; i++)
    {
      const ZgImportReject *reject = g_ptr_array_index (result->rejects, i);

      g_string_append (text, reject->raw != NULL ? reject->raw : "");
    }
  return g_file_set_contents_full (path, text->str, (gssize) text->len, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/* @documents gets what is printed as JSON: however many files there are, it is one document. */
static ZgCtlStatus
import_file (ZgCtl                  *ctl,
             const char             *path,
             const ZgImportOptions  *options,
             const char             *rejects_path,
             JsonArray              *documents)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgImportResult) result = zg_importer_run (ctl->store, path, options, NULL, &error);

  if (result == NULL)
    {
      fprintf (stderr, "%s: %s\n", path, error->message);
      return ZG_CTL_FAILED;
    }
  if (rejects_path != NULL && result->n_rejected > 0 && !save_rejects (rejects_path, result, &error))
    return zg_ctl_fail (error);

  if (ctl->json)
    json_array_add_element (documents, result_to_json (result));
  else
    print_result (path, result);
  return result->n_rejected > 0 ? ZG_CTL_PARTLY : ZG_CTL_DONE;
}

/* One file is its own document, several are a list. */
static void
print_documents (JsonArray *documents,
                 int        n_files)
{
  JsonNode *node;

  if (n_files == 1 && json_array_get_length (documents) == 0)
    return;
  if (n_files == 1)
    {
      node = json_array_dup_element (documents, 0);
    }
  else
    {
      node = json_node_new (JSON_NODE_ARRAY);
      json_node_set_array (node, documents);
    }
  zg_ctl_print_json (node);
}

ZgCtlStatus
zg_ctl_import (ZgCtl  *ctl,
               int     n_arguments,
               char  **arguments)
{
  const char *rejects = zg_ctl_take_option (&n_arguments, arguments, "--rejects");
  ZgImportOptions options = { .clock = ctl->clock };
  ZgCtlStatus status = ZG_CTL_DONE;
  g_autoptr(JsonArray) documents = json_array_new ();
  g_autoptr(GError) error = NULL;

  options.platform = zg_ctl_take_option (&n_arguments, arguments, "--platform");
  options.shop = zg_ctl_take_option (&n_arguments, arguments, "--shop");
  options.dry_run = zg_ctl_take_flag (&n_arguments, arguments, "--dry-run");
  if (!zg_ctl_open (ctl, TRUE, &error))
    return zg_ctl_fail (error);
  /* A backup of at most an hour is good enough; a new shop has nothing to back up. */
  if (!options.dry_run && !zg_backup_make_if_due (ctl->path, ZG_TIME_HOUR, ctl->clock, NULL, &error))
    return zg_ctl_fail (error);

  options.staff_id = ctl->staff_id;
  for (int i = 0; i < n_arguments; i++)
    {
      ZgCtlStatus file_status = import_file (ctl, arguments[i], &options, rejects, documents);

      if (file_status == ZG_CTL_FAILED && n_arguments > 1)
        file_status = ZG_CTL_PARTLY;
      status = MAX (status, file_status);
    }
  if (ctl->json)
    print_documents (documents, n_arguments);
  return status;
}

ZgCtlStatus
zg_ctl_import_undo (ZgCtl  *ctl,
                    int     n_arguments,
                    char  **arguments)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgImportUndo) undo = NULL;
  gint64 import_id;

  if (!g_ascii_string_to_signed (arguments[0], 10, 1, G_MAXINT64, &import_id, NULL))
    return zg_ctl_usage (_("“%s” is no import."), arguments[0]);
  if (!zg_ctl_open (ctl, FALSE, &error))
    return zg_ctl_fail (error);
  undo = zg_importer_undo (ctl->store, import_id, ctl->clock, &error);
  if (undo == NULL)
    return zg_ctl_fail (error);

  if (ctl->json)
    {
      JsonObject *object = json_object_new ();
      JsonObject *removed = json_object_new ();
      JsonArray *kept = json_array_new ();
      JsonNode *node = json_node_new (JSON_NODE_OBJECT);

      json_object_set_int_member (removed, "orders", undo->orders_removed);
      json_object_set_int_member (removed, "customers", undo->customers_removed);
      for (guint i = 0; i < undo->kept->len; i++)
        json_array_add_string_element (kept, g_ptr_array_index (undo->kept, i));
      json_object_set_object_member (object, "removed", removed);
      json_object_set_array_member (object, "kept", kept);
      json_node_take_object (node, object);
      zg_ctl_print_json (node);
    }
  else
    {
      zg_ctl_print (_("Removed: %ld orders, %ld customers. Kept: %u."), (glong) undo->orders_removed,
                    (glong) undo->customers_removed, undo->kept->len);
    }
  return ZG_CTL_DONE;
}

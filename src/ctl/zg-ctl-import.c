/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "zg-backup.h"
#include "zg-contact-change.h"
#include "zg-contact-file.h"
#include "zg-ctl-import-contacts.h"
#include "zg-ctl-import-list.h"
#include "zg-ctl-import-replies.h"
#include "zg-importer.h"
#include "zg-integer.h"
#include "zg-record-json.h"
#include "zg-taobao-profile.h"

/* `import` and `import-undo`. */

/* Set by the signals that ask a program to end; looked at after each batch of rows. */
static volatile sig_atomic_t asked_to_end;

static void
note_signal (int number)
{
  asked_to_end = 1;
}

/* Whoever stops an import gets the shop back as it was, and for that the program has to live a little longer. */
static void
catch_signals (void)
{
  static const int numbers[] = { SIGINT, SIGTERM, SIGHUP };
  struct sigaction action = { .sa_handler = note_signal, .sa_flags = SA_RESTART };

  sigemptyset (&action.sa_mask);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    sigaction (numbers[i], &action, NULL);
}

static void
look_for_signal (double   part,
                 gint64   n_rows,
                 gpointer data)
{
  if (asked_to_end)
    g_cancellable_cancel (data);
}

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
  if (counts->anonymous > 0)
    json_object_set_int_member (object, "anonymous", counts->anonymous);
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
  if (counts->anonymous > 0)
    zg_ctl_print (ngettext ("%ld order is of somebody who was erased: it has no buyer.",
                            "%ld orders are of people who were erased: they have no buyer.", (gulong) counts->anonymous),
                  (glong) counts->anonymous);
  if (result->n_rejected > result->rejects->len)
    fprintf (stderr, _("%s: %ld more rows were refused.\n"), path,
             (glong) (result->n_rejected - result->rejects->len));
  if (result->import_id != 0)
    zg_ctl_print (_("To take it back: import-undo %ld"), (glong) result->import_id);
}

/* The refused rows under their header, to be mended and imported again. */
static gboolean
save_rejects (const char            *path,
              const ZgImportResult  *result,
              GError               **error)
{
  g_autofree char *text = zg_importer_make_rejects (result);

  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/* @documents gets what is printed as JSON: however many files there are, it is one document. */
static ZgCtlStatus
import_orders (ZgCtl                  *ctl,
               const char             *path,
               const ZgImportOptions  *options,
               const char             *rejects_path,
               JsonArray              *documents)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgImportResult) result = zg_importer_run (ctl->store, path, options, options->progress_data, &error);
  ZgCtlStatus status;

  if (result == NULL)
    {
      gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

      fprintf (stderr, "%s: %s\n", path, cancelled ? _("The import was stopped; nothing of it stays.") : error->message);
      return ZG_CTL_FAILED;
    }

  status = result->n_rejected > 0 ? ZG_CTL_PARTLY : ZG_CTL_DONE;
  /* The rows are in the shop all the same: it is still told what was done. */
  if (rejects_path != NULL && result->n_rejected > 0 && !save_rejects (rejects_path, result, &error))
    fprintf (stderr, "%s: %s\n", rejects_path, error->message);

  if (ctl->json)
    json_array_add_element (documents, result_to_json (result));
  else
    print_result (path, result);
  return status;
}

/* What a file is stands in it, unless it was said: plain text is only taken for phrases when it was. */
static ZgCtlStatus
import_file (ZgCtl                  *ctl,
             const char             *path,
             const ZgImportOptions  *options,
             JsonArray              *documents)
{
  const char *word = zg_ctl_options_get (ctl->options, "--format");
  ZgReplyFormat wanted, format;
  gboolean is_wanted = word != NULL && zg_reply_format_from_word (word, &wanted);
  ZgContactFormat wanted_contacts, contact_format;
  gboolean is_wanted_contacts = word != NULL && zg_contact_format_from_word (word, &wanted_contacts);

  if (is_wanted && wanted == ZG_REPLY_FORMAT_PHRASES)
    return zg_ctl_import_replies (ctl, path, wanted, documents);
  if ((word == NULL || is_wanted) && zg_reply_file_recognise (path, &format))
    {
      if (!is_wanted || wanted == format)
        return zg_ctl_import_replies (ctl, path, format, documents);
      fprintf (stderr, "%s: ", path);
      fprintf (stderr, _("The file is of the format %s, not %s."), zg_reply_format_to_word (format), word);
      fputc ('\n', stderr);
      return ZG_CTL_FAILED;
    }
  if ((word == NULL || is_wanted_contacts) && zg_contact_file_recognise (path, &contact_format))
    {
      if (!is_wanted_contacts || wanted_contacts == contact_format)
        return zg_ctl_import_contacts (ctl, path, options->progress_data, look_for_signal, documents);
      fprintf (stderr, "%s: ", path);
      fprintf (stderr, _("The file is of the format %s, not %s."), zg_contact_format_to_word (contact_format), word);
      fputc ('\n', stderr);
      return ZG_CTL_FAILED;
    }
  return import_orders (ctl, path, options, zg_ctl_options_get (ctl->options, "--rejects"), documents);
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

static ZgCtlStatus
import_files (ZgCtl                  *ctl,
              int                     n_files,
              char                  **files,
              const ZgImportOptions  *options)
{
  g_autoptr(JsonArray) documents = json_array_new ();
  ZgCtlStatus status = ZG_CTL_DONE;
  int n_done = 0;

  for (int i = 0; i < n_files; i++)
    {
      ZgCtlStatus file_status;

      if (asked_to_end)
        {
          fprintf (stderr, "%s: %s\n", files[i], _("The import was stopped; nothing of it stays."));
          break;
        }
      file_status = import_file (ctl, files[i], options, documents);
      if (file_status != ZG_CTL_FAILED)
        n_done++;
      status = MAX (status, file_status);
    }
  if (ctl->json)
    print_documents (documents, n_files);
  return n_done == n_files ? status : n_done > 0 ? ZG_CTL_PARTLY : ZG_CTL_FAILED;
}

/* Nothing is to be written, so a shop that is not there yet is made elsewhere and thrown away. */
static ZgCtlStatus
try_files_without_shop (ZgCtl                  *ctl,
                        int                     n_files,
                        char                  **files,
                        const ZgImportOptions  *options)
{
  static const char * const endings[] = { "", "-wal", "-shm" };
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("zhangguictl-XXXXXX", &error);
  ZgCtlStatus status;

  if (folder == NULL)
    return zg_ctl_fail (error);

  g_free (ctl->path);
  ctl->path = g_build_filename (folder, "shop.db", NULL);
  status = zg_ctl_open (ctl, TRUE, &error) ? import_files (ctl, n_files, files, options) : zg_ctl_fail (error);
  if (ctl->store != NULL)
    zg_store_close (ctl->store);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (ctl->path, endings[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  return status;
}

ZgCtlStatus
zg_ctl_import (ZgCtl  *ctl,
               int     n_arguments,
               char  **arguments)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  ZgImportOptions options = { .clock = ctl->clock, .progress = look_for_signal, .progress_data = cancellable };
  gboolean is_new = !g_file_test (ctl->path, G_FILE_TEST_EXISTS);
  g_autoptr(GError) error = NULL;
  ZgReplyFormat reply_format;
  ZgContactFormat contact_format;
  ZgDuplicatePolicy policy;

  options.platform = zg_ctl_options_get (ctl->options, "--platform");
  options.shop = zg_ctl_options_get (ctl->options, "--shop");
  options.format = zg_ctl_options_get (ctl->options, "--format");
  options.dry_run = zg_ctl_options_has (ctl->options, "--dry-run");
  if (options.format != NULL && !zg_taobao_profile_has_format (options.format)
      && !zg_reply_format_from_word (options.format, &reply_format)
      && !zg_contact_format_from_word (options.format, &contact_format))
    return zg_ctl_usage (_("“%s” is no format; say taobao-orders, taobao-lines, customers-csv, vcard, google-contacts, "
                           "outlook-contacts, replies-csv, replies-json, qianniu, espanso, short-codes or phrases."),
                         options.format);
  if (zg_ctl_options_has (ctl->options, "--duplicates")
      && !zg_duplicate_policy_from_word (zg_ctl_options_get (ctl->options, "--duplicates"), &policy))
    return zg_ctl_usage (_("“%s” is not skip, update or ask."), zg_ctl_options_get (ctl->options, "--duplicates"));
  if (n_arguments > 1 && zg_ctl_options_has (ctl->options, "--rejects"))
    return zg_ctl_usage (_("The refused rows of one file go into one file: import them one by one with --rejects."));

  catch_signals ();
  if (options.dry_run && is_new)
    return try_files_without_shop (ctl, n_arguments, arguments, &options);
  if (!zg_ctl_open (ctl, TRUE, &error))
    return zg_ctl_fail (error);
  /* A backup of at most an hour is good enough; a new shop has nothing to back up. */
  if (!options.dry_run && !is_new && !zg_backup_make_if_due (ctl->path, ZG_TIME_HOUR, ctl->clock, cancellable, &error))
    return zg_ctl_fail (error);

  options.staff_id = ctl->staff_id;
  return import_files (ctl, n_arguments, arguments, &options);
}

ZgCtlStatus
zg_ctl_import_undo (ZgCtl  *ctl,
                    int     n_arguments,
                    char  **arguments)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgImportUndo) undo = NULL;
  gint64 import_id;

  if (n_arguments == 0)
    return zg_ctl_import_list (ctl);
  if (!zg_integer_parse (arguments[0], 1, G_MAXINT64, &import_id))
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
      json_object_set_int_member (removed, "replies", undo->replies_removed);
      for (guint i = 0; i < undo->kept->len; i++)
        json_array_add_string_element (kept, g_ptr_array_index (undo->kept, i));
      json_object_set_object_member (object, "removed", removed);
      json_object_set_array_member (object, "kept", kept);
      json_node_take_object (node, object);
      zg_ctl_print_json (node);
    }
  else
    {
      if (undo->replies_removed + undo->replies_restored > 0)
        zg_ctl_print (_("Replies removed: %ld. As they were before: %ld. Kept: %u."), (glong) undo->replies_removed,
                      (glong) undo->replies_restored, undo->kept->len);
      else
        zg_ctl_print (_("Removed: %ld orders, %ld customers. Kept: %u."), (glong) undo->orders_removed,
                      (glong) undo->customers_removed, undo->kept->len);
    }
  return ZG_CTL_DONE;
}

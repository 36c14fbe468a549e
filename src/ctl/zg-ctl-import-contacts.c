/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include "zg-ctl-import-contacts.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "zg-contact-importer.h"
#include "zg-record-json.h"

/* `import` of a file of contacts. */

/* So much of a value is shown where it differs. */
#define MAX_SHOWN 40

static JsonObject *
make_counts (const gint64 *counts)
{
  JsonObject *object = json_object_new ();

  for (ZgContactOutcome outcome = 0; outcome < ZG_CONTACT_REFUSED; outcome++)
    json_object_set_int_member (object, zg_contact_outcome_to_word (outcome), counts != NULL ? counts[outcome] : 0);
  return object;
}

/* Orders have no more than three outcomes. */
static JsonObject *
make_no_orders (void)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "new", 0);
  json_object_set_int_member (object, "updated", 0);
  json_object_set_int_member (object, "unchanged", 0);
  return object;
}

static JsonArray *
make_differences (const ZgContactChange *change)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < change->differences->len; i++)
    {
      const ZgContactDifference *difference = g_ptr_array_index (change->differences, i);
      JsonObject *object = json_object_new ();

      zg_json_set_text (object, "field", difference->field);
      zg_json_set_text (object, "known", difference->known);
      zg_json_set_text (object, "said", difference->said);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
add_duplicate (JsonArray             *duplicates,
               const ZgContactChange *change)
{
  JsonObject *object = json_object_new ();
  JsonArray *filled = json_array_new ();

  for (guint i = 0; i < change->filled->len; i++)
    json_array_add_string_element (filled, g_ptr_array_index (change->filled, i));
  json_object_set_int_member (object, "line", (gint64) change->line);
  zg_json_set_text (object, "outcome", zg_contact_outcome_to_word (change->outcome));
  zg_json_set_text (object, "name", change->name);
  zg_json_set_id (object, "customer", change->customer_id);
  zg_json_set_text (object, "customer_name", change->known_name);
  zg_json_set_text (object, "found_by", change->value);
  json_object_set_boolean_member (object, "certain", change->is_certain);
  zg_json_set_text (object, "reason", change->reason);
  json_object_set_array_member (object, "fills", filled);
  json_object_set_array_member (object, "differences", make_differences (change));
  json_array_add_object_element (duplicates, object);
}

static void
add_change (JsonArray             *rejected,
            JsonArray             *duplicates,
            JsonArray             *left_out,
            const ZgContactChange *change)
{
  if (change->outcome == ZG_CONTACT_REFUSED)
    {
      JsonObject *entry = json_object_new ();

      json_object_set_int_member (entry, "line", (gint64) change->line);
      zg_json_set_text (entry, "reason", change->reason);
      json_array_add_object_element (rejected, entry);
      return;
    }
  if (change->known_name != NULL)
    add_duplicate (duplicates, change);
  for (guint i = 0; i < change->left_out->len; i++)
    {
      const ZgContactLeftOut *field = g_ptr_array_index (change->left_out, i);
      JsonObject *entry = json_object_new ();

      json_object_set_int_member (entry, "line", (gint64) change->line);
      zg_json_set_text (entry, "field", field->field);
      zg_json_set_text (entry, "reason", field->reason);
      json_array_add_object_element (left_out, entry);
    }
}

static JsonNode *
result_to_json (const ZgContactImportResult *result)
{
  JsonObject *object = json_object_new ();
  JsonArray *rejected = json_array_new ();
  JsonArray *duplicates = json_array_new ();
  JsonArray *left_out = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < result->changes->len; i++)
    add_change (rejected, duplicates, left_out, g_ptr_array_index (result->changes, i));
  zg_json_set_text (object, "format", result->format);
  zg_json_set_text (object, "encoding", result->encoding);
  json_object_set_int_member (object, "rows", result->n_rows);
  json_object_set_object_member (object, "customers", make_counts (result->counts));
  json_object_set_object_member (object, "orders", make_no_orders ());
  json_object_set_int_member (object, "items", 0);
  json_object_set_array_member (object, "rejected", rejected);
  json_object_set_array_member (object, "duplicates", duplicates);
  json_object_set_array_member (object, "left_out", left_out);
  json_object_set_int_member (object, "differences", result->n_differences);
  zg_json_set_id (object, "import_id", result->import_id);
  json_node_take_object (node, object);
  return node;
}

/* (transfer full): how a value begins, in one line. */
static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n\t", ' ');
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= MAX_SHOWN)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, MAX_SHOWN - 1);
  return g_strconcat (start, "…", NULL);
}

static void
print_change (const char            *path,
              const ZgContactChange *change)
{
  if (change->outcome == ZG_CONTACT_REFUSED || change->outcome == ZG_CONTACT_ASKED)
    fprintf (stderr, "%s:%" G_GUINT64_FORMAT ": %s\n", path, change->line, change->reason);
  for (guint i = 0; i < change->differences->len; i++)
    {
      const ZgContactDifference *difference = g_ptr_array_index (change->differences, i);
      g_autofree char *known = shorten (difference->known);
      g_autofree char *said = shorten (difference->said);

      zg_ctl_print (/* TRANSLATORS: file, line, name, field, what is known, what the file says */
                    _("%s:%ld: %s: %s stays “%s”; the file says “%s”"), path, (glong) change->line, change->known_name,
                    difference->field, known, said);
    }
}

static void
print_result (const char                  *path,
              const ZgContactImportResult *result)
{
  const gint64 *counts = result->counts;

  for (guint i = 0; i < result->changes->len; i++)
    print_change (path, g_ptr_array_index (result->changes, i));
  zg_ctl_print (_("%s: people: %ld new, %ld updated, %ld unchanged, %ld skipped; to be decided: %ld; refused: %ld"), path,
                (glong) counts[ZG_CONTACT_NEW], (glong) counts[ZG_CONTACT_UPDATED], (glong) counts[ZG_CONTACT_SAME],
                (glong) counts[ZG_CONTACT_SKIPPED], (glong) counts[ZG_CONTACT_ASKED], (glong) counts[ZG_CONTACT_REFUSED]);
  if (counts[ZG_CONTACT_ASKED] > 0)
    zg_ctl_print (_("Say --duplicates skip or --duplicates update for who is there already."));
  if (result->n_left_out > 0)
    zg_ctl_print (ngettext ("%ld field is not kept; --json lists it", "%ld fields are not kept; --json lists them",
                            (gulong) result->n_left_out), (glong) result->n_left_out);
  if (result->import_id != 0)
    zg_ctl_print (_("To take it back: import-undo %ld"), (glong) result->import_id);
}

/**
 * zg_ctl_import_contacts:
 * @ctl: the call, with an open shop
 * @path: a file of contacts
 * @cancellable: to give up; also handed to @progress
 * @progress: told how far it is
 * @documents: gets what is printed as JSON
 *
 * Imports a file of contacts, or says what an import would do.
 *
 * Returns: what the program ends with
 */
ZgCtlStatus
zg_ctl_import_contacts (ZgCtl         *ctl,
                        const char    *path,
                        GCancellable  *cancellable,
                        void         (*progress) (double   part,
                                                  gint64   n_rows,
                                                  gpointer data),
                        JsonArray     *documents)
{
  const char *rejects_path = zg_ctl_options_get (ctl->options, "--rejects");
  const char *policy = zg_ctl_options_get (ctl->options, "--duplicates");
  ZgContactImportOptions options = {
    .policy = ZG_DUPLICATES_ASK, .dry_run = zg_ctl_options_has (ctl->options, "--dry-run"), .staff_id = ctl->staff_id,
    .clock = ctl->clock, .progress = progress, .progress_data = cancellable,
  };
  g_autoptr(ZgContactImportResult) result = NULL;
  g_autoptr(GError) error = NULL;

  if (policy != NULL)
    zg_duplicate_policy_from_word (policy, &options.policy);
  result = zg_contact_importer_run (ctl->store, path, &options, cancellable, &error);
  if (result == NULL)
    {
      gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

      fprintf (stderr, "%s: %s\n", path, cancelled ? _("The import was stopped; nothing of it stays.") : error->message);
      return ZG_CTL_FAILED;
    }

  if (rejects_path != NULL && result->counts[ZG_CONTACT_REFUSED] > 0 && result->header != NULL)
    {
      g_autofree char *text = zg_contact_importer_make_rejects (result);

      /* The people are in the shop all the same: it is still told what was done. */
      if (!g_file_set_contents_full (rejects_path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
        fprintf (stderr, "%s: %s\n", rejects_path, error->message);
    }
  if (ctl->json)
    json_array_add_element (documents, result_to_json (result));
  else
    print_result (path, result);
  return result->counts[ZG_CONTACT_REFUSED] + result->counts[ZG_CONTACT_ASKED] > 0 ? ZG_CTL_PARTLY : ZG_CTL_DONE;
}

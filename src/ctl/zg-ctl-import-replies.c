/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include "zg-ctl-import-replies.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "zg-record-json.h"
#include "zg-reply-importer.h"

/* `import` of a file of replies. */

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
plan_to_json (const ZgReplyPlan *plan,
              gint64             import_id)
{
  JsonObject *object = json_object_new ();
  JsonArray *rejected = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < plan->refusals->len; i++)
    {
      const ZgReplyRefusal *refusal = g_ptr_array_index (plan->refusals, i);
      JsonObject *entry = json_object_new ();

      json_object_set_int_member (entry, "line", (gint64) refusal->line);
      zg_json_set_text (entry, "reason", refusal->reason);
      json_array_add_object_element (rejected, entry);
    }

  zg_json_set_text (object, "format", zg_reply_format_to_word (plan->format));
  zg_json_set_text (object, "encoding", plan->encoding);
  json_object_set_int_member (object, "rows", plan->changes->len + plan->refusals->len);
  json_object_set_object_member (object, "replies", make_counts (plan->n_new, plan->n_updated, plan->n_unchanged));
  json_object_set_object_member (object, "customers", make_counts (0, 0, 0));
  json_object_set_object_member (object, "orders", make_counts (0, 0, 0));
  json_object_set_int_member (object, "items", 0);
  json_object_set_int_member (object, "foreign_placeholders", plan->n_foreign);
  json_object_set_int_member (object, "unfillable", plan->n_unfillable);
  json_object_set_array_member (object, "rejected", rejected);
  zg_json_set_id (object, "import_id", import_id);
  json_node_take_object (node, object);
  return node;
}

static void
print_plan (const char        *path,
            const ZgReplyPlan *plan,
            gboolean           convert,
            gint64             import_id)
{
  for (guint i = 0; i < plan->refusals->len; i++)
    {
      const ZgReplyRefusal *refusal = g_ptr_array_index (plan->refusals, i);

      fprintf (stderr, "%s:%" G_GUINT64_FORMAT ": %s\n", path, refusal->line, refusal->reason);
    }
  zg_ctl_print (_("%s: replies: %u new, %u updated, %u unchanged; refused: %u"), path, plan->n_new, plan->n_updated,
                plan->n_unchanged, plan->refusals->len);
  if (plan->n_foreign > 0 && !convert)
    zg_ctl_print (ngettext ("%u text has placeholders of another program; --convert makes them ours",
                            "%u texts have placeholders of another program; --convert makes them ours", plan->n_foreign),
                  plan->n_foreign);
  if (plan->n_unfillable > 0)
    zg_ctl_print (ngettext ("%u reply has a placeholder that can't be filled", "%u replies have a placeholder that can't be "
                            "filled", plan->n_unfillable), plan->n_unfillable);
  if (import_id != 0)
    zg_ctl_print (_("To take it back: import-undo %ld"), (glong) import_id);
}

/**
 * zg_ctl_import_replies:
 * @ctl: the call, with an open shop
 * @path: a file of replies
 * @format: what it is
 * @documents: (nullable): gets what is printed as JSON
 *
 * Imports a file of replies, or says what an import would do.
 *
 * Returns: what the program ends with
 */
ZgCtlStatus
zg_ctl_import_replies (ZgCtl         *ctl,
                       const char    *path,
                       ZgReplyFormat  format,
                       JsonArray     *documents)
{
  const char *rejects_path = zg_ctl_options_get (ctl->options, "--rejects");
  gboolean convert = zg_ctl_options_has (ctl->options, "--convert");
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgReplyFile) file = zg_reply_file_read (path, format, zg_clock_get_zone (ctl->clock), &error);
  g_autoptr(ZgReplyPlan) plan = file != NULL ? zg_reply_importer_plan (ctl->store, file, convert, &error) : NULL;
  gint64 import_id = 0;

  if (plan == NULL
      || (!zg_ctl_options_has (ctl->options, "--dry-run")
          && !zg_reply_importer_apply (ctl->store, plan, path, ctl->staff_id, ctl->clock, &import_id, &error)))
    {
      fprintf (stderr, "%s: %s\n", path, error->message);
      return ZG_CTL_FAILED;
    }

  if (rejects_path != NULL && plan->refusals->len > 0)
    {
      g_autofree char *text = zg_reply_importer_make_rejects (plan);

      /* The replies are in the shop all the same: it is still told what was done. */
      if (!g_file_set_contents_full (rejects_path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
        fprintf (stderr, "%s: %s\n", rejects_path, error->message);
    }
  if (ctl->json)
    json_array_add_element (documents, plan_to_json (plan, import_id));
  else
    print_plan (path, plan, convert, import_id);
  return plan->refusals->len > 0 ? ZG_CTL_PARTLY : ZG_CTL_DONE;
}

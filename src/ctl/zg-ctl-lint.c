/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include "zg-ctl-find.h"
#include "zg-ctl-lint.h"
#include "zg-ctl.h"
#include "zg-record-json.h"
#include "zg-reply-desk.h"
#include "zg-reply-table.h"
#include "zg-wording-list.h"

/* `reply lint`: what the wording check says of the library, or of one reply. */

typedef struct {
  ZgCtl *ctl;
  const char *reply;            /* or NULL for all */
  GPtrArray *replies;
  ZgWording *wording;
} LintJob;

static void
lint_job_clear (LintJob *job)
{
  g_clear_pointer (&job->replies, g_ptr_array_unref);
  g_clear_pointer (&job->wording, zg_wording_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LintJob, lint_job_clear)

static gboolean
load (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  LintJob *job = data;

  job->wording = zg_wording_list_compile (db, error);
  if (job->wording == NULL)
    return FALSE;

  if (job->reply == NULL)
    {
      job->replies = zg_reply_desk_load (db, job->ctl->staff_id, error);
    }
  else
    {
      gint64 id = zg_ctl_find_reply (db, job->reply, error);
      ZgReply *reply = id != 0 ? zg_reply_table_load (db, id, error) : NULL;

      if (reply == NULL)
        return FALSE;
      job->replies = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_reply_free);
      g_ptr_array_add (job->replies, reply);
    }
  return job->replies != NULL;
}

static void
set_entry (JsonObject           *object,
           const ZgWordingEntry *entry)
{
  json_object_set_string_member (object, "word", entry->word);
  json_object_set_string_member (object, "kind", zg_wording_kind_to_word (entry->kind));
  json_object_set_string_member (object, "advice", entry->advice);
}

static void
tell (ZgCtl                *ctl,
      const ZgReply        *reply,
      const ZgWordingEntry *entry,
      JsonArray            *array)
{
  JsonObject *object;

  if (!ctl->json)
    {
      zg_ctl_print ("%s  %s  %s  %s  %s", reply->shortcode, reply->title, entry->word,
                    zg_wording_kind_to_label (entry->kind), entry->advice);
      return;
    }

  object = json_object_new ();
  zg_json_set_id (object, "id", reply->id);
  json_object_set_string_member (object, "title", reply->title);
  set_entry (object, entry);
  json_array_add_object_element (array, object);
}

ZgCtlStatus
zg_ctl_reply_lint (ZgCtl  *ctl,
                   int     n_arguments,
                   char  **arguments)
{
  g_auto(LintJob) job = { .ctl = ctl, .reply = n_arguments > 0 ? arguments[0] : NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonArray) array = json_array_new ();

  if (!zg_ctl_read (ctl, load, &job, &error))
    return zg_ctl_fail (error);

  for (guint i = 0; i < job.replies->len; i++)
    {
      const ZgReply *reply = g_ptr_array_index (job.replies, i);
      g_autoptr(GPtrArray) entries = zg_wording_check_reply (job.wording, reply);

      for (guint k = 0; k < entries->len; k++)
        tell (ctl, reply, entries->pdata[k], array);
    }

  if (ctl->json)
    {
      JsonNode *node = json_node_new (JSON_NODE_ARRAY);

      json_node_set_array (node, array);
      zg_ctl_print_json (node);
    }
  return ZG_CTL_DONE;
}

/**
 * zg_ctl_lint_to_json:
 * @findings: (element-type ZgWordingFinding): what the wording check says of a text
 *
 * Returns: (transfer full): the same as "warnings"; places are bytes of the text
 */
JsonArray *
zg_ctl_lint_to_json (GArray *findings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      const ZgWordingFinding *finding = &g_array_index (findings, ZgWordingFinding, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "start", (gint64) finding->start);
      json_object_set_int_member (object, "end", (gint64) finding->end);
      set_entry (object, finding->entry);
      json_array_add_object_element (array, object);
    }
  return array;
}

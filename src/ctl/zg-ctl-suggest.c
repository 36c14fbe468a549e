/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include "zg-ctl.h"
#include "zg-reply-desk.h"
#include "zg-reply-suggest.h"

/* `reply suggest`: what answers a customer's words. */

typedef struct {
  ZgCtl *ctl;
  GPtrArray *replies;
} SuggestJob;

static gboolean
load (ZgDatabase    *db,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  SuggestJob *job = data;

  job->replies = zg_reply_desk_load (db, job->ctl->staff_id, error);
  return job->replies != NULL;
}

static JsonObject *
suggestion_to_json (const ZgReply *reply,
                    double         score)
{
  JsonObject *object = json_object_new ();
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, reply->id);

  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "title", reply->title);
  json_object_set_string_member (object, "text", reply->body);
  json_object_set_double_member (object, "score", score);
  return object;
}

ZgCtlStatus
zg_ctl_reply_suggest (ZgCtl  *ctl,
                      int     n_arguments,
                      char  **arguments)
{
  g_autofree char *text = g_strjoinv (" ", arguments);
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgReplySuggester) suggester = NULL;
  g_autoptr(GArray) suggestions = NULL;
  g_autoptr(JsonArray) array = json_array_new ();
  SuggestJob job = { .ctl = ctl };
  gboolean loaded = zg_ctl_read (ctl, load, &job, &error);
  g_autoptr(GPtrArray) replies = job.replies;

  if (!loaded)
    return zg_ctl_fail (error);

  suggester = zg_reply_suggester_new (replies);
  suggestions = zg_reply_suggester_suggest (suggester, text, zg_clock_now (ctl->clock));
  for (guint i = 0; i < suggestions->len; i++)
    {
      const ZgReplySuggestion *suggestion = &g_array_index (suggestions, ZgReplySuggestion, i);
      const ZgReply *reply = g_ptr_array_index (replies, suggestion->index);

      if (ctl->json)
        json_array_add_object_element (array, suggestion_to_json (reply, suggestion->score));
      else
        zg_ctl_print ("%.2f  %s  %s", suggestion->score, reply->shortcode, reply->title);
    }

  if (ctl->json)
    {
      JsonNode *node = json_node_new (JSON_NODE_ARRAY);

      json_node_set_array (node, array);
      zg_ctl_print_json (node);
    }
  return ZG_CTL_DONE;
}

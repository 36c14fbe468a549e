/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-ctl"

#include "config.h"

#include "zg-ctl.h"
#include "zg-record-json.h"
#include "zg-reply-health.h"

/* `reply health`: which replies need a hand, and who uses which. */

typedef struct {
  ZgCtl *ctl;
  ZgReplyHealth *health;
} HealthJob;

static gboolean
check (ZgDatabase    *db,
       gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  HealthJob *job = data;

  job->health = zg_reply_health_check (db, job->ctl->staff_id, zg_clock_now (job->ctl->clock), error);
  return job->health != NULL;
}

static JsonObject *
finding_to_json (const ZgReplyFinding *finding,
                 GTimeZone            *zone)
{
  JsonObject *object = json_object_new ();

  zg_json_set_text (object, "kind", zg_reply_fault_to_word (finding->fault));
  zg_json_set_id (object, "id", finding->reply->id);
  zg_json_set_text (object, "title", finding->reply->title);
  zg_json_set_text (object, "reason", finding->reason);
  zg_json_set_id (object, "other_id", finding->other != NULL ? finding->other->id : 0);
  zg_json_set_text (object, "other_title", finding->other != NULL ? finding->other->title : NULL);
  if (finding->other != NULL)
    json_object_set_double_member (object, "share", finding->share);
  else
    json_object_set_null_member (object, "share");
  zg_json_set_time (object, "valid_until", finding->reply->valid_until, zone);
  json_object_set_int_member (object, "uses", finding->reply->use_count);
  zg_json_set_time (object, "last_used_at", finding->reply->last_used_at, zone);
  return object;
}

static JsonObject *
use_to_json (const ZgReplyUse *use,
             GTimeZone        *zone)
{
  JsonObject *object = json_object_new ();

  zg_json_set_id (object, "id", use->reply_id);
  zg_json_set_text (object, "clerk", use->staff_id != 0 ? use->staff_name : NULL);
  json_object_set_int_member (object, "copies", use->n_copies);
  zg_json_set_time (object, "last_at", use->last_at, zone);
  return object;
}

static void
print_json (const ZgReplyHealth *health,
            GTimeZone           *zone)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonObject *counts = json_object_new ();
  JsonArray *findings = json_array_new ();
  JsonArray *uses = json_array_new ();

  for (guint i = 0; i < ZG_N_REPLY_FAULTS; i++)
    json_object_set_int_member (counts, zg_reply_fault_to_word (i), health->counts[i]);
  for (guint i = 0; i < health->findings->len; i++)
    json_array_add_object_element (findings, finding_to_json (g_ptr_array_index (health->findings, i), zone));
  for (guint i = 0; i < health->uses->len; i++)
    json_array_add_object_element (uses, use_to_json (g_ptr_array_index (health->uses, i), zone));

  json_object_set_int_member (object, "replies", health->replies->len);
  json_object_set_object_member (object, "counts", counts);
  json_object_set_array_member (object, "findings", findings);
  json_object_set_array_member (object, "uses", uses);
  json_node_take_object (node, object);
  zg_ctl_print_json (node);
}

static void
print_text (const ZgReplyHealth *health)
{
  for (guint i = 0; i < health->findings->len; i++)
    {
      const ZgReplyFinding *finding = g_ptr_array_index (health->findings, i);
      const char *more = finding->reason != NULL ? finding->reason : finding->other != NULL ? finding->other->title : NULL;

      zg_ctl_print (more != NULL ? "%s  %s  %s" : "%s  %s", zg_reply_fault_to_label (finding->fault),
                    finding->reply->title, more);
    }
}

ZgCtlStatus
zg_ctl_reply_health (ZgCtl  *ctl,
                     int     n_arguments,
                     char  **arguments)
{
  HealthJob job = { .ctl = ctl };
  g_autoptr(GError) error = NULL;
  g_autoptr(ZgReplyHealth) health = NULL;

  if (!zg_ctl_read (ctl, check, &job, &error))
    return zg_ctl_fail (error);

  health = job.health;
  if (ctl->json)
    print_json (health, zg_clock_get_zone (ctl->clock));
  else
    print_text (health);
  return ZG_CTL_DONE;
}

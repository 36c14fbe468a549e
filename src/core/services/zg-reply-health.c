/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-reply-health.h"

#include <glib/gi18n.h>

#include "zg-reply-desk.h"
#include "zg-reply-table.h"
#include "zg-similar.h"
#include "zg-template.h"

/* Which replies need a hand: what nobody uses only makes the search longer, what is expired or broken is a trap. */

#define UNUSED_AFTER (60 * ZG_TIME_DAY)
/* A new reply is given so long to be used for the first time. */
#define NEVER_USED_AFTER (30 * ZG_TIME_DAY)

static const struct {
  const char *word;
  const char *label;
} faults[ZG_N_REPLY_FAULTS] = {
  [ZG_REPLY_FAULT_BROKEN] = { "broken", N_("Can't be filled") },
  [ZG_REPLY_FAULT_EXPIRED] = { "expired", N_("Expired") },
  [ZG_REPLY_FAULT_SIMILAR] = { "similar", N_("Nearly the same twice") },
  [ZG_REPLY_FAULT_UNUSED] = { "unused", N_("Not used for 60 days") },
  [ZG_REPLY_FAULT_NEVER_USED] = { "never-used", N_("Never used") },
};

/**
 * zg_reply_fault_to_word:
 * @fault: a fault
 *
 * Returns: the word of the command line, not translated
 */
const char *
zg_reply_fault_to_word (ZgReplyFault fault)
{
  return faults[fault].word;
}

/**
 * zg_reply_fault_to_label:
 * @fault: a fault
 *
 * Returns: what it is called, in the user's language
 */
const char *
zg_reply_fault_to_label (ZgReplyFault fault)
{
  return _(faults[fault].label);
}

static void
finding_free (ZgReplyFinding *finding)
{
  g_free (finding->reason);
  g_free (finding);
}

/**
 * zg_reply_health_free:
 * @health: (transfer full): a health
 */
void
zg_reply_health_free (ZgReplyHealth *health)
{
  g_ptr_array_unref (health->findings);
  g_ptr_array_unref (health->replies);
  g_ptr_array_unref (health->uses);
  g_free (health);
}

static ZgReplyFinding *
add (ZgReplyHealth *health,
     ZgReplyFault   fault,
     const ZgReply *reply)
{
  ZgReplyFinding *finding = g_new0 (ZgReplyFinding, 1);

  finding->fault = fault;
  finding->reply = reply;
  g_ptr_array_add (health->findings, finding);
  health->counts[fault]++;
  return finding;
}

static void
check_filling (ZgReplyHealth *health,
               const ZgReply *reply)
{
  for (guint i = 0; i < zg_reply_get_n_wordings (reply); i++)
    {
      g_autoptr(GError) error = NULL;

      if (!zg_template_check (zg_reply_get_wording (reply, i), &error))
        {
          add (health, ZG_REPLY_FAULT_BROKEN, reply)->reason = g_strdup (error->message);
          return;
        }
    }
}

static void
check_reply (ZgReplyHealth *health,
             const ZgReply *reply,
             ZgTime         now)
{
  gboolean was_used = reply->use_count > 0 && reply->last_used_at != ZG_TIME_NONE;

  check_filling (health, reply);
  if (reply->valid_until != ZG_TIME_NONE && now >= reply->valid_until)
    add (health, ZG_REPLY_FAULT_EXPIRED, reply);
  if (was_used && now - reply->last_used_at >= UNUSED_AFTER)
    add (health, ZG_REPLY_FAULT_UNUSED, reply);
  if (!was_used && now - reply->created_at >= NEVER_USED_AFTER)
    add (health, ZG_REPLY_FAULT_NEVER_USED, reply);
}

static void
check_similar (ZgReplyHealth *health)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();
  g_autoptr(GArray) pairs = NULL;

  for (guint i = 0; i < health->replies->len; i++)
    g_ptr_array_add (texts, ((ZgReply *) g_ptr_array_index (health->replies, i))->body);
  pairs = zg_similar_find (texts, ZG_SIMILAR_LIMIT);

  for (guint i = 0; i < pairs->len; i++)
    {
      const ZgSimilarPair *pair = &g_array_index (pairs, ZgSimilarPair, i);
      ZgReplyFinding *finding = add (health, ZG_REPLY_FAULT_SIMILAR, g_ptr_array_index (health->replies, pair->second));

      finding->other = g_ptr_array_index (health->replies, pair->first);
      finding->share = pair->share;
    }
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const ZgReplyFinding *first = *(ZgReplyFinding * const *) a, *second = *(ZgReplyFinding * const *) b;

  if (first->fault != second->fault)
    return first->fault < second->fault ? -1 : 1;
  /* What is most alike, what expired last, and what was longest without use first. */
  if (first->share != second->share)
    return first->share > second->share ? -1 : 1;
  if (first->fault == ZG_REPLY_FAULT_EXPIRED && first->reply->valid_until != second->reply->valid_until)
    return first->reply->valid_until > second->reply->valid_until ? -1 : 1;
  if (first->reply->last_used_at != second->reply->last_used_at)
    return first->reply->last_used_at < second->reply->last_used_at ? -1 : 1;
  return (first->reply->id > second->reply->id) - (first->reply->id < second->reply->id);
}

/**
 * zg_reply_health_new:
 * @replies: (element-type ZgReply) (transfer full): replies
 * @uses: (element-type ZgReplyUse) (transfer full): who uses them
 * @now: what time it is
 *
 * Returns: (transfer full): how well @replies are kept
 */
ZgReplyHealth *
zg_reply_health_new (GPtrArray *replies,
                     GPtrArray *uses,
                     ZgTime     now)
{
  ZgReplyHealth *health = g_new0 (ZgReplyHealth, 1);

  health->replies = replies;
  health->uses = uses;
  health->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) finding_free);
  for (guint i = 0; i < replies->len; i++)
    check_reply (health, g_ptr_array_index (replies, i), now);
  check_similar (health);
  g_ptr_array_sort (health->findings, compare_findings);
  return health;
}

/**
 * zg_reply_health_check:
 * @db: a connection
 * @staff_id: who looks, 0 for the clerk on duty: other clerks' own replies are left out
 * @now: what time it is
 * @error: return location for an error
 *
 * Looks at all replies. With 10,000 of them it takes a second or two: on the store's threads.
 *
 * Returns: (transfer full) (nullable): how well they are kept
 */
ZgReplyHealth *
zg_reply_health_check (ZgDatabase  *db,
                       gint64       staff_id,
                       ZgTime       now,
                       GError     **error)
{
  g_autoptr(GPtrArray) replies = zg_reply_desk_load (db, staff_id, error);
  g_autoptr(GPtrArray) uses = NULL;

  if (replies == NULL)
    return NULL;
  uses = zg_reply_uses_load (db, error);
  if (uses == NULL)
    return NULL;
  return zg_reply_health_new (g_steal_pointer (&replies), g_steal_pointer (&uses), now);
}

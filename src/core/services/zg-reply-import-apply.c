/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include <string.h>

#include "zg-import-table.h"
#include "zg-picture-table.h"
#include "zg-reply-import-table.h"
#include "zg-reply-import.h"
#include "zg-reply-table.h"
#include "zg-shop-table.h"

/* Does what a plan says, in one transaction: what somebody changed since the plan was made ends all of it. */

typedef struct {
  ZgDatabase *db;
  gint64 import_id;
  ZgTime now;
  GHashTable *groups;           /* name → Group */
  GHashTable *owners;           /* name → gint64: clerks that the import has made */
} Work;

typedef struct {
  gint64 id;
  int n;                        /* the place of the next reply */
} Group;

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->groups, g_hash_table_unref);
  g_clear_pointer (&work->owners, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* The group of a name, made when there is none. */
static Group *
find_group (Work        *work,
            const char  *name,
            GError     **error)
{
  Group *group = g_hash_table_lookup (work->groups, name);
  g_autoptr(GArray) states = NULL;
  gint64 id;
  int n = 0;

  if (group != NULL)
    return group;
  if (!zg_reply_table_find_group (work->db, name, &id, error))
    return NULL;
  if (id == 0)
    {
      id = zg_reply_table_ensure_group (work->db, name, error);
      if (id == 0 || !zg_reply_import_table_note_group (work->db, work->import_id, id, error))
        return NULL;
    }
  states = zg_reply_table_load_states (work->db, id, error);
  if (states == NULL)
    return NULL;
  for (guint i = 0; i < states->len; i++)
    n = MAX (n, g_array_index (states, ZgReplyState, i).position + 1);

  group = g_new (Group, 1);
  *group = (Group) { id, n };
  g_hash_table_insert (work->groups, g_strdup (name), group);
  return group;
}

/* A reply that is somebody's own stays so in a shop that does not know them yet. */
static gboolean
find_owner (Work                 *work,
            const ZgReplyChange  *change,
            ZgReply              *reply,
            GError              **error)
{
  gint64 *id;

  if (change->owner == NULL || reply->owner_id != 0)
    return TRUE;
  id = g_hash_table_lookup (work->owners, change->owner);
  if (id == NULL)
    {
      id = g_new (gint64, 1);
      *id = zg_shop_table_insert_staff (work->db, change->owner, "", error);
      g_hash_table_insert (work->owners, g_strdup (change->owner), id);
    }
  reply->owner_id = *id;
  return *id != 0;
}

static gboolean
insert_picture (Work                 *work,
                const ZgReplyChange  *change,
                ZgReply              *reply,
                GError              **error)
{
  g_autoptr(ZgPicture) picture = NULL;

  if (change->picture == NULL)
    return TRUE;
  picture = zg_picture_new (change->picture->bytes, error);
  if (picture == NULL || !zg_picture_table_insert (work->db, picture, error))
    return FALSE;
  reply->picture_id = picture->id;
  return TRUE;
}

static gboolean
insert (Work     *work,
        ZgReply  *reply,
        GError  **error)
{
  g_autofree char *uid = g_strdup (reply->uid);

  if (!zg_reply_table_insert (work->db, reply, work->now, error))
    return FALSE;
  if (uid != NULL && *uid != '\0')
    {
      g_free (reply->uid);
      reply->uid = g_steal_pointer (&uid);
    }
  return zg_reply_import_table_set_origin (work->db, reply, error)
         && zg_reply_import_table_note_new (work->db, work->import_id, reply->id, error);
}

static gboolean
update (Work           *work,
        const ZgReply  *before,
        ZgReply        *reply,
        GError        **error)
{
  if (!zg_reply_table_update (work->db, reply, work->now, error)
      || !zg_reply_import_table_seal (work->db, work->import_id, reply->id, reply->version, error))
    return FALSE;
  return before->deleted_at == ZG_TIME_NONE
         || zg_reply_table_put_state (work->db, &(ZgReplyState) { reply->id, reply->group_id, reply->position,
                                                                  reply->favourite, ZG_TIME_NONE }, error);
}

static gboolean
apply_change (Work                 *work,
              const ZgReplyChange  *change,
              GError              **error)
{
  g_autoptr(ZgReply) reply = zg_reply_copy (change->after);
  Group *group = find_group (work, reply->group_name, error);

  if (group == NULL || !find_owner (work, change, reply, error) || !insert_picture (work, change, reply, error))
    return FALSE;
  if (change->before == NULL || change->before->deleted_at != ZG_TIME_NONE || reply->group_id != group->id)
    reply->position = group->n++;
  reply->group_id = group->id;
  return change->before == NULL ? insert (work, reply, error) : update (work, change->before, reply, error);
}

static gboolean
apply_all (Work               *work,
           const ZgReplyPlan  *plan,
           GError            **error)
{
  for (guint i = 0; i < plan->changes->len; i++)
    {
      const ZgReplyChange *change = g_ptr_array_index (plan->changes, i);

      if (change->kind != ZG_REPLY_CHANGE_NONE && change->before != NULL
          && !zg_reply_import_table_note (work->db, work->import_id, change->before->id, error))
        return FALSE;
    }
  for (guint i = 0; i < plan->changes->len; i++)
    {
      const ZgReplyChange *change = g_ptr_array_index (plan->changes, i);

      if (change->kind != ZG_REPLY_CHANGE_NONE && !apply_change (work, change, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * zg_reply_plan_apply:
 * @db: a writing connection in a transaction
 * @plan: what to do
 * @path: the file that it comes from
 * @staff_id: who imports, or 0
 * @now: what time it is
 * @import_id_out: (out): for zg_importer_undo(); 0 when there was nothing to do
 * @error: return location for an error
 *
 * Returns: whether all is done; %FALSE with %ZG_STORE_ERROR_STALE or %ZG_STORE_ERROR_DUPLICATE when the shop is not as it
 *   was when the plan was made
 */
gboolean
zg_reply_plan_apply (ZgDatabase         *db,
                     const ZgReplyPlan  *plan,
                     const char         *path,
                     gint64              staff_id,
                     ZgTime              now,
                     gint64             *import_id_out,
                     GError            **error)
{
  g_auto(Work) work = { .db = db, .now = now };
  g_autofree char *name = g_path_get_basename (path);
  ZgImportLog log = { .started_at = now, .file_name = name, .format = (char *) zg_reply_format_to_word (plan->format),
                      .encoding = plan->encoding, .evidence_at = now, .staff_id = staff_id };

  *import_id_out = 0;
  if (plan->n_new + plan->n_updated == 0)
    return TRUE;

  work.groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  work.owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  work.import_id = zg_import_table_begin (db, &log, error);
  if (work.import_id == 0 || !apply_all (&work, plan, error)
      || !zg_import_table_finish (db, work.import_id, ZG_IMPORT_FINISHED, now, plan->changes->len + plan->refusals->len,
                                  plan->refusals->len, error))
    return FALSE;
  *import_id_out = work.import_id;
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-reply-import.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-foreign-placeholder.h"
#include "zg-picture-table.h"
#include "zg-reply-desk.h"
#include "zg-reply-shelf.h"

/*
 * What an import of replies would do, worked out before anything is written. A reply of the file is the shop's by its
 * uid, else by its shortcode, else by its title and group. What the file does not speak of stays as it is.
 */

typedef struct {
  ZgDatabase *db;
  ZgReplyShelf *shelf;
  ZgReplyPlan *plan;
  gboolean convert;
  GHashTable *seen;             /* what a record is known by → its line */
} Planner;

static void
planner_clear (Planner *planner)
{
  g_clear_pointer (&planner->shelf, zg_reply_shelf_free);
  g_clear_pointer (&planner->seen, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Planner, planner_clear)

static void
change_free (ZgReplyChange *change)
{
  zg_reply_free (change->before);
  zg_reply_free (change->after);
  g_free (change->owner);
  g_free (change);
}

/**
 * zg_reply_plan_free:
 * @plan: (transfer full) (nullable): a plan
 */
void
zg_reply_plan_free (ZgReplyPlan *plan)
{
  if (plan == NULL)
    return;

  g_free (plan->encoding);
  g_free (plan->header);
  g_ptr_array_unref (plan->changes);
  g_ptr_array_unref (plan->refusals);
  g_free (plan);
}

static void
refuse (Planner             *planner,
        const ZgReplyRecord *record,
        const char          *reason)
{
  ZgReplyRefusal *refusal = zg_reply_refusal_new (record->line, *record->reply->title != '\0' ? record->reply->title
                                                                                               : record->reply->body, reason);

  refusal->raw = g_strdup (record->raw);
  g_ptr_array_add (planner->plan->refusals, refusal);
}

/* Whether a record of an earlier line is known by the same. */
static gboolean
was_seen (Planner             *planner,
          const ZgReplyRecord *record,
          char                *key)
{
  guint64 line = GPOINTER_TO_SIZE (g_hash_table_lookup (planner->seen, key));
  g_autofree char *reason = NULL;

  if (line == 0)
    {
      g_hash_table_insert (planner->seen, key, GSIZE_TO_POINTER (record->line));
      return FALSE;
    }
  if (key[0] == 's')
    reason = g_strdup_printf (_("the shortcode “%s” stands on line %d already"), record->reply->shortcode, (int) line);
  else
    reason = g_strdup_printf (_("the same reply stands on line %d already"), (int) line);
  refuse (planner, record, reason);
  g_free (key);
  return TRUE;
}

static gboolean
is_repeated (Planner             *planner,
             const ZgReplyRecord *record)
{
  const ZgReply *reply = record->reply;

  if (*reply->uid != '\0' && was_seen (planner, record, g_strconcat ("u", reply->uid, NULL)))
    return TRUE;
  if (*reply->shortcode != '\0' && was_seen (planner, record, g_strconcat ("s", reply->shortcode, NULL)))
    return TRUE;
  return *reply->uid == '\0' && *reply->shortcode == '\0'
         && was_seen (planner, record, g_strconcat ("t", reply->group_name, "\n", reply->title, "\n", reply->body, NULL));
}

static gboolean
has_foreign (const char *text)
{
  g_autoptr(GArray) found = zg_foreign_placeholders_find (text);

  return found->len > 0;
}

/* What the record has as a text of ours. */
static char *
make_body (Planner    *planner,
           const char *text)
{
  return planner->convert && !zg_reply_format_is_ours (planner->plan->format) && has_foreign (text)
         ? zg_foreign_placeholders_convert (text) : g_strdup (text);
}

static void
replace_texts (GPtrArray **texts,
               GPtrArray  *with)
{
  g_autoptr(GPtrArray) copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < with->len; i++)
    g_ptr_array_add (copy, g_strdup (g_ptr_array_index (with, i)));
  g_ptr_array_unref (*texts);
  *texts = g_steal_pointer (&copy);
}

static void
replace_text (char       **text,
              const char  *with)
{
  char *copy = g_strdup (with);

  g_free (*text);
  *text = copy;
}

static void
take_texts (Planner             *planner,
            const ZgReplyRecord *record,
            ZgReply             *after)
{
  const ZgReply *from = record->reply;
  g_autofree char *body = make_body (planner, from->body);
  g_autofree char *flat = after->body != NULL ? zg_reply_flatten (after->body) : NULL;

  if (after->id == 0 || (record->fields & ZG_REPLY_HAS_TITLE))
    replace_text (&after->title, from->title);
  /* A file that knows one message only does not join those that are there. */
  if (zg_reply_format_is_ours (planner->plan->format) || g_strcmp0 (flat, body) != 0)
    replace_text (&after->body, body);
  if (record->fields & ZG_REPLY_HAS_SHORTCODE)
    replace_text (&after->shortcode, from->shortcode);
  if (record->fields & ZG_REPLY_HAS_STARTER)
    replace_text (&after->starter, from->starter);
  if (record->fields & ZG_REPLY_HAS_VARIANTS)
    replace_texts (&after->variants, from->variants);
  if (record->fields & ZG_REPLY_HAS_KEYWORDS)
    replace_texts (&after->keywords, from->keywords);
  if ((record->fields & ZG_REPLY_HAS_GROUP) && *from->group_name != '\0')
    replace_text (&after->group_name, from->group_name);
  else if (after->id == 0)
    /* Translators: the group of replies from a file that names none */
    replace_text (&after->group_name, _("Imported"));
}

static void
take_rest (Planner             *planner,
           const ZgReplyRecord *record,
           ZgReplyChange       *change)
{
  const ZgReply *from = record->reply;
  ZgReply *after = change->after;

  if (record->fields & ZG_REPLY_HAS_STAGES)
    after->stages = from->stages;
  if (record->fields & ZG_REPLY_HAS_FAVOURITE)
    after->favourite = from->favourite;
  if (record->fields & ZG_REPLY_HAS_STARTS_WAIT)
    after->starts_wait = from->starts_wait;
  if (record->fields & ZG_REPLY_HAS_VALID_FROM)
    after->valid_from = from->valid_from;
  if (record->fields & ZG_REPLY_HAS_VALID_UNTIL)
    after->valid_until = from->valid_until;
  if (after->id == 0)
    {
      replace_text (&after->uid, from->uid);
      after->use_count = from->use_count;
      after->last_used_at = from->last_used_at;
    }
  if (record->fields & ZG_REPLY_HAS_OWNER)
    {
      const char *name = record->owner != NULL ? record->owner : "";

      after->owner_id = *name != '\0' ? zg_reply_shelf_find_owner (planner->shelf, name) : 0;
      change->owner = *name != '\0' ? g_strdup (name) : NULL;
    }
  else
    change->owner = g_strdup (zg_reply_shelf_get_owner (planner->shelf, after->owner_id));
}

/* The picture is a new one only when its bytes are others. */
static gboolean
take_picture (Planner              *planner,
              const ZgReplyRecord  *record,
              ZgReplyChange        *change,
              GError              **error)
{
  g_autoptr(ZgPicture) known = NULL;

  if ((record->fields & ZG_REPLY_HAS_PICTURE) == 0)
    return TRUE;
  if (record->picture == NULL)
    {
      change->after->picture_id = 0;
      return TRUE;
    }
  if (change->after->picture_id != 0)
    {
      known = zg_picture_table_load (planner->db, change->after->picture_id, error);
      if (known == NULL)
        return FALSE;
      if (g_bytes_equal (known->bytes, record->picture->bytes))
        return TRUE;
    }
  change->picture = record->picture;
  return TRUE;
}

static gboolean
same_texts (GPtrArray *a,
            GPtrArray *b)
{
  gboolean same = a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    same = strcmp (g_ptr_array_index (a, i), g_ptr_array_index (b, i)) == 0;
  return same;
}

static gboolean
is_same (const ZgReplyChange *change)
{
  const ZgReply *a = change->before;
  const ZgReply *b = change->after;

  return change->picture == NULL && a->deleted_at == b->deleted_at
         && strcmp (a->group_name, b->group_name) == 0 && strcmp (a->title, b->title) == 0
         && strcmp (a->shortcode, b->shortcode) == 0 && strcmp (a->body, b->body) == 0
         && g_strcmp0 (a->starter, b->starter) == 0 && a->stages == b->stages && a->favourite == b->favourite
         && a->starts_wait == b->starts_wait && a->valid_from == b->valid_from && a->valid_until == b->valid_until
         && a->owner_id == b->owner_id && (b->owner_id != 0 || change->owner == NULL) && a->picture_id == b->picture_id
         && same_texts (a->keywords, b->keywords) && same_texts (a->variants, b->variants);
}

static gboolean
plan_record (Planner              *planner,
             const ZgReplyRecord  *record,
             GError              **error)
{
  ZgReply *found;
  ZgReplyChange *change;
  g_autoptr(GError) local_error = NULL;

  if (is_repeated (planner, record))
    return TRUE;

  found = zg_reply_shelf_take (planner->shelf, record);
  change = g_new0 (ZgReplyChange, 1);
  g_ptr_array_add (planner->plan->changes, change);
  change->line = record->line;
  change->before = found != NULL ? zg_reply_copy (found) : NULL;
  change->after = found != NULL ? zg_reply_copy (found) : zg_reply_new ();
  change->after->deleted_at = ZG_TIME_NONE;
  if (found == NULL)
    {
      replace_text (&change->after->shortcode, "");
      replace_text (&change->after->starter, "");
    }
  take_texts (planner, record, change->after);
  take_rest (planner, record, change);
  if (!take_picture (planner, record, change, error))
    return FALSE;

  zg_reply_normalise (change->after);
  if (change->before != NULL)
    zg_reply_normalise (change->before);
  change->kind = change->before == NULL || change->before->deleted_at != ZG_TIME_NONE ? ZG_REPLY_CHANGE_NEW
                 : is_same (change) ? ZG_REPLY_CHANGE_NONE : ZG_REPLY_CHANGE_UPDATE;
  if (change->kind != ZG_REPLY_CHANGE_NONE && !zg_reply_validate_form (change->after, &local_error))
    {
      /* A title that is missing because it is made of the text is not what is wrong. */
      refuse (planner, record, *change->after->body == '\0' ? _("A reply needs a text.") : local_error->message);
      g_ptr_array_set_size (planner->plan->changes, (int) planner->plan->changes->len - 1);
    }
  return TRUE;
}

/* Takes out the changes that would give a reply the shortcode of another one that keeps it. To take one out leaves its
 * reply with the shortcode that it has, which may be another change's: so until nothing is found any more. */
static void
refuse_taken_shortcodes (Planner *planner)
{
  GPtrArray *changes = planner->plan->changes;
  gboolean again = TRUE;

  while (again)
    {
      g_autoptr(GHashTable) freed = g_hash_table_new (g_int64_hash, g_int64_equal);

      again = FALSE;
      for (guint i = 0; i < changes->len; i++)
        {
          ZgReplyChange *change = g_ptr_array_index (changes, i);

          if (change->before != NULL && strcmp (change->before->shortcode, change->after->shortcode) != 0)
            g_hash_table_add (freed, &change->before->id);
        }
      for (guint i = changes->len; i-- > 0 && !again;)
        {
          ZgReplyChange *change = g_ptr_array_index (changes, i);
          ZgReply *other = zg_reply_shelf_find_shortcode (planner->shelf, change->after->shortcode);
          g_autofree char *reason = NULL;

          if (other == NULL || other->id == change->after->id || g_hash_table_contains (freed, &other->id))
            continue;
          reason = g_strdup_printf (_("“%s” has the shortcode “%s” already"), other->title, change->after->shortcode);
          g_ptr_array_add (planner->plan->refusals, zg_reply_refusal_new (change->line, change->after->title, reason));
          g_ptr_array_remove_index (changes, i);
          again = TRUE;
        }
    }
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const ZgReplyRefusal *first = *(ZgReplyRefusal **) a;
  const ZgReplyRefusal *second = *(ZgReplyRefusal **) b;

  return first->line < second->line ? -1 : first->line > second->line;
}

static void
count (ZgReplyPlan *plan)
{
  for (guint i = 0; i < plan->changes->len; i++)
    {
      const ZgReplyChange *change = g_ptr_array_index (plan->changes, i);

      plan->n_new += change->kind == ZG_REPLY_CHANGE_NEW;
      plan->n_updated += change->kind == ZG_REPLY_CHANGE_UPDATE;
      plan->n_unchanged += change->kind == ZG_REPLY_CHANGE_NONE;
      plan->n_unfillable += change->kind != ZG_REPLY_CHANGE_NONE && !zg_reply_validate (change->after, NULL);
    }
}

/**
 * zg_reply_plan_new:
 * @db: a connection
 * @file: a file of replies, which has to outlive the plan
 * @convert: whether placeholders of other programs become ours
 * @error: return location for an error
 *
 * Works out what the import of a file would do. Nothing is written.
 *
 * Returns: (transfer full) (nullable): the plan
 */
ZgReplyPlan *
zg_reply_plan_new (ZgDatabase         *db,
                   const ZgReplyFile  *file,
                   gboolean            convert,
                   GError            **error)
{
  g_auto(Planner) planner = { .db = db, .convert = convert };
  g_autoptr(ZgReplyPlan) plan = g_new0 (ZgReplyPlan, 1);

  plan->format = file->format;
  plan->encoding = g_strdup (file->encoding);
  plan->header = g_strdup (file->header);
  plan->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  plan->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_reply_refusal_free);
  planner.plan = plan;
  planner.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  planner.shelf = zg_reply_shelf_new (db, error);
  if (planner.shelf == NULL)
    return NULL;

  for (guint i = 0; i < file->refusals->len; i++)
    {
      const ZgReplyRefusal *refusal = g_ptr_array_index (file->refusals, i);
      ZgReplyRefusal *copy = zg_reply_refusal_new (refusal->line, refusal->content, refusal->reason);

      copy->raw = g_strdup (refusal->raw);
      g_ptr_array_add (plan->refusals, copy);
    }
  for (guint i = 0; i < file->records->len; i++)
    {
      const ZgReplyRecord *record = g_ptr_array_index (file->records, i);

      plan->n_foreign += !zg_reply_format_is_ours (file->format) && has_foreign (record->reply->body);
      if (!plan_record (&planner, record, error))
        return NULL;
    }
  refuse_taken_shortcodes (&planner);
  g_ptr_array_sort (plan->refusals, compare_lines);
  count (plan);
  return g_steal_pointer (&plan);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-reply-shelf.h"

#include <string.h>

#include "zg-reply-import-table.h"
#include "zg-reply-table.h"

struct _ZgReplyShelf {
  GPtrArray *replies;           /* ZgReply */
  GPtrArray *bin;               /* ZgReply; they are found by their uid only */
  GHashTable *owners;           /* id → name */
  GHashTable *by_uid;           /* text → ZgReply */
  GHashTable *by_shortcode;     /* text → ZgReply */
  GHashTable *by_title;         /* "title" and "group\ntitle" → GPtrArray of ZgReply */
  GHashTable *by_body;          /* flat text → GPtrArray of ZgReply */
  GHashTable *taken;            /* set of ZgReply */
};

static void
add_to_list (GHashTable *table,
             char       *key,
             ZgReply    *reply)
{
  GPtrArray *list = g_hash_table_lookup (table, key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (table, key, list);
    }
  else
    g_free (key);
  g_ptr_array_add (list, reply);
}

static char *
make_title_key (const char *group,
                const char *title)
{
  return g_strdup_printf ("%s\n%s", group, title);
}

static void
index_replies (ZgReplyShelf *self)
{
  self->by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_shortcode = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_title = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->by_body = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->taken = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->bin->len; i++)
    {
      ZgReply *reply = g_ptr_array_index (self->bin, i);

      g_hash_table_insert (self->by_uid, reply->uid, reply);
    }
  for (guint i = 0; i < self->replies->len; i++)
    {
      ZgReply *reply = g_ptr_array_index (self->replies, i);

      g_hash_table_insert (self->by_uid, reply->uid, reply);
      if (*reply->shortcode != '\0')
        g_hash_table_insert (self->by_shortcode, reply->shortcode, reply);
      add_to_list (self->by_title, g_strdup (reply->title), reply);
      add_to_list (self->by_title, make_title_key (reply->group_name, reply->title), reply);
      add_to_list (self->by_body, zg_reply_flatten (reply->body), reply);
    }
}

/**
 * zg_reply_shelf_new:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the shop's replies
 */
ZgReplyShelf *
zg_reply_shelf_new (ZgDatabase  *db,
                    GError     **error)
{
  g_autoptr(GPtrArray) replies = zg_reply_table_load_all (db, error);
  g_autoptr(GPtrArray) bin = replies != NULL ? zg_reply_table_load_bin (db, error) : NULL;
  g_autoptr(GHashTable) owners = bin != NULL ? zg_reply_import_table_load_owners (db, error) : NULL;
  ZgReplyShelf *self;

  if (owners == NULL)
    return NULL;
  self = g_new0 (ZgReplyShelf, 1);
  self->replies = g_steal_pointer (&replies);
  self->bin = g_steal_pointer (&bin);
  self->owners = g_steal_pointer (&owners);
  index_replies (self);
  return self;
}

/**
 * zg_reply_shelf_free:
 * @shelf: (transfer full) (nullable): a shelf
 */
void
zg_reply_shelf_free (ZgReplyShelf *shelf)
{
  if (shelf == NULL)
    return;

  g_hash_table_unref (shelf->by_uid);
  g_hash_table_unref (shelf->by_shortcode);
  g_hash_table_unref (shelf->by_title);
  g_hash_table_unref (shelf->by_body);
  g_hash_table_unref (shelf->taken);
  g_hash_table_unref (shelf->owners);
  g_ptr_array_unref (shelf->replies);
  g_ptr_array_unref (shelf->bin);
  g_free (shelf);
}

/* Of replies that may be meant, the one with the same text, else the first; only those that are not taken yet. */
static ZgReply *
choose (ZgReplyShelf *self,
        GPtrArray    *list,
        const char   *body)
{
  ZgReply *first = NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      ZgReply *reply = g_ptr_array_index (list, i);

      if (g_hash_table_contains (self->taken, reply))
        continue;
      if (strcmp (reply->body, body) == 0)
        return reply;
      if (first == NULL)
        first = reply;
    }
  return first;
}

static ZgReply *
find (ZgReplyShelf        *self,
      const ZgReplyRecord *record)
{
  const ZgReply *reply = record->reply;
  g_autofree char *title_key = (record->fields & ZG_REPLY_HAS_GROUP) != 0 && *reply->group_name != '\0'
                               ? make_title_key (reply->group_name, reply->title) : g_strdup (reply->title);
  g_autofree char *flat = zg_reply_flatten (reply->body);
  ZgReply *found = *reply->uid != '\0' ? g_hash_table_lookup (self->by_uid, reply->uid) : NULL;

  if (found == NULL && *reply->shortcode != '\0')
    found = g_hash_table_lookup (self->by_shortcode, reply->shortcode);
  /* Without titles the text is the surer sign: two phrases may begin alike. */
  if (found == NULL && (record->fields & ZG_REPLY_HAS_TITLE) == 0)
    found = choose (self, g_hash_table_lookup (self->by_body, flat), reply->body);
  if (found == NULL)
    found = choose (self, g_hash_table_lookup (self->by_title, title_key), reply->body);
  return found;
}

/**
 * zg_reply_shelf_take:
 * @shelf: a shelf
 * @record: a reply of a file
 *
 * Finds the reply that is meant: by its uid, else its shortcode, else its title and group. Another record does not find
 * it again.
 *
 * Returns: (transfer none) (nullable): the reply, %NULL when there is none yet
 */
ZgReply *
zg_reply_shelf_take (ZgReplyShelf        *shelf,
                     const ZgReplyRecord *record)
{
  ZgReply *found = find (shelf, record);

  if (found == NULL || !g_hash_table_add (shelf->taken, found))
    return NULL;
  return found;
}

/**
 * zg_reply_shelf_find_shortcode:
 * @shelf: a shelf
 * @shortcode: a shortcode
 *
 * Returns: (transfer none) (nullable): whose it is
 */
ZgReply *
zg_reply_shelf_find_shortcode (ZgReplyShelf *shelf,
                               const char   *shortcode)
{
  return g_hash_table_lookup (shelf->by_shortcode, shortcode);
}

/**
 * zg_reply_shelf_get_owner:
 * @shelf: a shelf
 * @owner_id: a clerk, or 0
 *
 * Returns: (transfer none) (nullable): their name
 */
const char *
zg_reply_shelf_get_owner (ZgReplyShelf *shelf,
                          gint64        owner_id)
{
  return g_hash_table_lookup (shelf->owners, &owner_id);
}

/**
 * zg_reply_shelf_find_owner:
 * @shelf: a shelf
 * @name: a clerk's name
 *
 * Returns: the clerk, 0 when nobody is called so
 */
gint64
zg_reply_shelf_find_owner (ZgReplyShelf *shelf,
                           const char   *name)
{
  GHashTableIter iter;
  gpointer id, known;

  g_hash_table_iter_init (&iter, shelf->owners);
  while (g_hash_table_iter_next (&iter, &id, &known))
    if (strcmp (known, name) == 0)
      return *(gint64 *) id;
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-starter-library"

#include "config.h"

#include "zg-starter-library.h"

#include <string.h>

#include "zg-reply-table.h"
#include "zg-services-data.h"

/*
 * The replies that come with the program, one file for each language in data/replies, with the same keys in all.
 *
 * A reply that came from here keeps "zh_CN/greeting-first" as its starter, so that the library can be taken out again
 * in one step. What the shop has made its own by changing the text stays.
 */

static const char * const languages[] = { "zh_CN", "zh_TW", "en", NULL };

/**
 * zg_starter_library_list_languages:
 *
 * Returns: (transfer none) (array zero-terminated=1): the languages of the library
 */
const char * const *
zg_starter_library_list_languages (void)
{
  return languages;
}

/**
 * zg_starter_library_pick_language:
 * @locales: (nullable) (array zero-terminated=1): names of locales, the preferred first; %NULL for those of the process
 *
 * Hong Kong and Macao read the traditional characters, Singapore the simplified ones. The first name that is Chinese
 * or English decides.
 *
 * Returns: (transfer none): a language of the library
 */
const char *
zg_starter_library_pick_language (const char * const *locales)
{
  static const char * const traditional[] = { "zh_TW", "zh_HK", "zh_MO", "zh_Hant" };

  if (locales == NULL)
    locales = g_get_language_names_with_category ("LC_MESSAGES");

  for (gsize i = 0; locales[i] != NULL; i++)
    {
      for (gsize k = 0; k < G_N_ELEMENTS (traditional); k++)
        if (g_str_has_prefix (locales[i], traditional[k]))
          return "zh_TW";
      if (g_str_has_prefix (locales[i], "zh"))
        return "zh_CN";
      if (g_str_has_prefix (locales[i], "en"))
        return "en";
    }
  return "en";
}

static void
read_texts (JsonObject *object,
            const char *member,
            GPtrArray  *texts)
{
  JsonArray *array = json_object_has_member (object, member) ? json_object_get_array_member (object, member) : NULL;
  guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    g_ptr_array_add (texts, g_strdup (json_array_get_string_element (array, i)));
}

/* A wording is a text, or a list of the messages that are copied one after the other. */
static char *
read_wording (JsonNode *node)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) messages = NULL;
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return json_node_dup_string (node);

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  messages = g_strv_builder_end (builder);
  return zg_reply_join_messages (messages);
}

static void
read_variants (JsonObject *object,
               GPtrArray  *variants)
{
  JsonArray *array;

  if (!json_object_has_member (object, "variants"))
    return;

  array = json_object_get_array_member (object, "variants");
  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (variants, read_wording (json_array_get_element (array, i)));
}

static guint32
read_stages (JsonObject *object)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint32 stages = 0;

  read_texts (object, "stages", words);
  for (guint i = 0; i < words->len; i++)
    {
      ZgStage stage;

      if (zg_stage_from_word (words->pdata[i], &stage))
        stages |= 1u << stage;
      else
        g_critical ("The starter library has an unknown stage “%s”", (const char *) words->pdata[i]);
    }
  return stages;
}

static ZgReply *
read_reply (JsonObject *object,
            const char *language,
            const char *group_name,
            int         position)
{
  ZgReply *reply = zg_reply_new ();

  reply->group_name = g_strdup (group_name);
  reply->position = position;
  reply->title = g_strdup (json_object_get_string_member (object, "title"));
  reply->shortcode = g_strdup (json_object_get_string_member (object, "shortcode"));
  reply->body = read_wording (json_object_get_member (object, "body"));
  reply->starter = g_strconcat (language, "/", json_object_get_string_member (object, "key"), NULL);
  reply->stages = read_stages (object);
  reply->starts_wait = json_object_get_boolean_member_with_default (object, "starts_wait", FALSE);
  read_texts (object, "keywords", reply->keywords);
  read_variants (object, reply->variants);
  return reply;
}

static void
read_group (JsonObject *object,
            const char *language,
            GPtrArray  *replies)
{
  const char *name = json_object_get_string_member (object, "name");
  JsonArray *array = json_object_get_array_member (object, "replies");

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (replies, read_reply (json_array_get_object_element (array, i), language, name, (int) i));
}

/**
 * zg_starter_library_load:
 * @language: a language of the library
 * @error: return location for an error
 *
 * Reads the library as it was shipped. The replies have a group's name but no ids.
 *
 * Returns: (transfer full) (nullable) (element-type ZgReply): the replies, by group and place
 */
GPtrArray *
zg_starter_library_load (const char  *language,
                         GError     **error)
{
  g_autofree char *name = g_strconcat ("replies/", language, ".json", NULL);
  g_autoptr(GPtrArray) replies = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_reply_free);
  g_autoptr(JsonParser) parser = zg_services_data_load_json (name, error);
  JsonArray *groups;

  if (parser == NULL)
    return NULL;

  groups = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "groups");
  for (guint i = 0; i < json_array_get_length (groups); i++)
    read_group (json_array_get_object_element (groups, i), language, replies);
  return g_steal_pointer (&replies);
}

/* The shortcode stays with whoever has it already. */
static gboolean
yield_shortcode (ZgDatabase  *db,
                 ZgReply     *reply,
                 GError     **error)
{
  g_autoptr(GError) local_error = NULL;

  if (zg_reply_table_find_by_shortcode (db, reply->shortcode, &local_error) != 0)
    {
      g_free (reply->shortcode);
      reply->shortcode = g_strdup ("");
      return TRUE;
    }
  if (g_error_matches (local_error, ZG_STORE_ERROR, ZG_STORE_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Puts one shipped reply into the shop, unless it is there: out of the bin, or new at the end of its group. */
static gboolean
install_reply (ZgDatabase  *db,
               ZgReply     *reply,
               GHashTable  *n_in_group,
               ZgTime       now,
               int         *n_added,
               GError     **error)
{
  gboolean in_bin;
  gint64 id;
  int count;

  if (!zg_reply_table_find_starter (db, reply->starter, &id, &in_bin, error))
    return FALSE;
  if (id != 0 && !in_bin)
    return TRUE;
  if (!yield_shortcode (db, reply, error))
    return FALSE;

  (*n_added)++;
  /* One without its shortcode can't come back from the bin as it is. */
  if (id != 0 && *reply->shortcode != '\0')
    return zg_reply_table_set_deleted (db, id, ZG_TIME_NONE, error);

  reply->group_id = zg_reply_table_ensure_group (db, reply->group_name, error);
  if (reply->group_id == 0)
    return FALSE;
  count = GPOINTER_TO_INT (g_hash_table_lookup (n_in_group, GINT_TO_POINTER ((int) reply->group_id)));
  reply->position = count;
  g_hash_table_insert (n_in_group, GINT_TO_POINTER ((int) reply->group_id), GINT_TO_POINTER (count + 1));
  return zg_reply_table_insert (db, reply, now, error);
}

/**
 * zg_starter_library_install:
 * @db: a writing connection in a transaction
 * @language: (nullable): a language of the library, %NULL for that of the locale
 * @clock: what time it is
 * @n_added_out: (out) (optional): how many replies came in
 * @error: return location for an error
 *
 * Puts the library into the shop. What is there already stays as it is, so a second time adds nothing.
 *
 * Returns: whether it is done
 */
gboolean
zg_starter_library_install (ZgDatabase  *db,
                            const char  *language,
                            ZgClock     *clock,
                            int         *n_added_out,
                            GError     **error)
{
  g_autoptr(GHashTable) n_in_group = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) replies = NULL;
  g_autoptr(GPtrArray) groups = NULL;
  int n_added = 0;

  if (language == NULL)
    language = zg_starter_library_pick_language (NULL);
  replies = zg_starter_library_load (language, error);
  if (replies == NULL)
    return FALSE;
  groups = zg_reply_table_load_groups (db, error);
  if (groups == NULL)
    return FALSE;

  for (guint i = 0; i < groups->len; i++)
    {
      const ZgReplyGroup *group = g_ptr_array_index (groups, i);

      g_hash_table_insert (n_in_group, GINT_TO_POINTER ((int) group->id), GINT_TO_POINTER (group->n_replies));
    }
  for (guint i = 0; i < replies->len; i++)
    if (!install_reply (db, replies->pdata[i], n_in_group, zg_clock_now (clock), &n_added, error))
      return FALSE;

  if (n_added_out != NULL)
    *n_added_out = n_added;
  return TRUE;
}

static gboolean
texts_equal (GPtrArray *a,
             GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (strcmp (a->pdata[i], b->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

/* Use, favourite and place are no change: they say how the reply was used, not what it says. */
static gboolean
is_as_shipped (const ZgReply *reply,
               const ZgReply *shipped)
{
  return strcmp (reply->title, shipped->title) == 0
         && strcmp (reply->body, shipped->body) == 0
         && (*reply->shortcode == '\0' || strcmp (reply->shortcode, shipped->shortcode) == 0)
         && reply->stages == shipped->stages
         && texts_equal (reply->keywords, shipped->keywords)
         && texts_equal (reply->variants, shipped->variants);
}

/* All that was ever shipped, by starter. */
static GHashTable *
load_shipped (GError **error)
{
  g_autoptr(GHashTable) shipped = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                         (GDestroyNotify) zg_reply_free);

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) replies = zg_starter_library_load (languages[i], error);

      if (replies == NULL)
        return NULL;
      while (replies->len > 0)
        {
          ZgReply *reply = g_ptr_array_steal_index (replies, replies->len - 1);

          g_hash_table_insert (shipped, reply->starter, reply);
        }
    }
  return g_steal_pointer (&shipped);
}

/**
 * zg_starter_library_remove:
 * @db: a writing connection in a transaction
 * @clock: what time it is
 * @n_removed_out: (out) (optional): how many replies went to the bin
 * @n_kept_out: (out) (optional): how many stay because the shop has changed them
 * @error: return location for an error
 *
 * Takes the library out of the shop, whatever its language. zg_starter_library_install() brings it back.
 *
 * Returns: whether it is done
 */
gboolean
zg_starter_library_remove (ZgDatabase  *db,
                           ZgClock     *clock,
                           int         *n_removed_out,
                           int         *n_kept_out,
                           GError     **error)
{
  g_autoptr(GHashTable) shipped = load_shipped (error);
  g_autoptr(GPtrArray) replies = NULL;
  int n_removed = 0;
  int n_kept = 0;

  if (shipped == NULL)
    return FALSE;
  replies = zg_reply_table_load_all (db, error);
  if (replies == NULL)
    return FALSE;

  for (guint i = 0; i < replies->len; i++)
    {
      const ZgReply *reply = g_ptr_array_index (replies, i);
      const ZgReply *original;

      if (reply->starter == NULL || *reply->starter == '\0')
        continue;
      original = g_hash_table_lookup (shipped, reply->starter);
      if (original == NULL || !is_as_shipped (reply, original))
        n_kept++;
      else if (!zg_reply_table_set_deleted (db, reply->id, zg_clock_now (clock), error))
        return FALSE;
      else
        n_removed++;
    }

  if (n_removed_out != NULL)
    *n_removed_out = n_removed;
  if (n_kept_out != NULL)
    *n_kept_out = n_kept;
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-wording-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-error.h"
#include "zg-services-data.h"
#include "zg-shop-table.h"
#include "zg-starter-library.h"
#include "zg-wording-table.h"

/*
 * The word list of the wording check: what was shipped for the shop's language (data/wording), with the shop's own
 * changes over it. A newer program brings a newer list, and the changes stay.
 */

/**
 * zg_wording_list_get_language:
 * @db: a connection
 * @error: return location for an error
 *
 * The language in which the shop talks to its customers: the one that was chosen, else that of its ready-made replies,
 * else the one of the program.
 *
 * Returns: (transfer full) (nullable): a language of the starter library
 */
char *
zg_wording_list_get_language (ZgDatabase  *db,
                              GError     **error)
{
  const char * const *languages = zg_starter_library_list_languages ();
  g_autofree char *chosen = zg_shop_table_get_setting (db, ZG_SETTING_WORDING_LANGUAGE, "", error);
  g_autofree char *guessed = NULL;

  if (chosen == NULL)
    return NULL;
  if (g_strv_contains (languages, chosen))
    return g_steal_pointer (&chosen);

  guessed = zg_wording_table_guess_language (db, error);
  if (guessed == NULL)
    return NULL;
  if (g_strv_contains (languages, guessed))
    return g_steal_pointer (&guessed);
  return g_strdup (zg_starter_library_pick_language (NULL));
}

static char **
read_exceptions (JsonObject *object)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = json_object_has_member (object, "exceptions")
                     ? json_object_get_array_member (object, "exceptions") : NULL;
  guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  return g_strv_builder_end (builder);
}

static void
read_kind (JsonObject *object,
           const char *language,
           GPtrArray  *entries)
{
  const char *advice = json_object_get_string_member (object, "advice");
  JsonArray *words = json_object_get_array_member (object, "words");
  ZgWordingKind kind;

  if (!zg_wording_kind_from_word (json_object_get_string_member (object, "kind"), &kind))
    {
      g_critical ("The word list has an unknown kind “%s”", json_object_get_string_member (object, "kind"));
      return;
    }

  for (guint i = 0; i < json_array_get_length (words); i++)
    {
      JsonObject *word = json_array_get_object_element (words, i);
      g_auto(GStrv) exceptions = read_exceptions (word);
      ZgWordingEntry *entry;

      entry = zg_wording_entry_new (language, kind, json_object_get_string_member (word, "word"),
                                    json_object_get_string_member_with_default (word, "advice", advice),
                                    (const char * const *) exceptions);
      entry->is_shipped = TRUE;
      g_ptr_array_add (entries, entry);
    }
}

/**
 * zg_wording_list_load_shipped:
 * @language: a language of the starter library
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgWordingEntry): the word list as it was shipped
 */
GPtrArray *
zg_wording_list_load_shipped (const char  *language,
                              GError     **error)
{
  g_autofree char *name = g_strconcat ("wording/", language, ".json", NULL);
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) zg_wording_entry_free);
  g_autoptr(JsonParser) parser = zg_services_data_load_json (name, error);
  JsonArray *kinds;

  if (parser == NULL)
    return NULL;

  kinds = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "kinds");
  for (guint i = 0; i < json_array_get_length (kinds); i++)
    read_kind (json_array_get_object_element (kinds, i), language, entries);
  return g_steal_pointer (&entries);
}

/* What tells one entry of a list from the others. */
static char *
make_key (const ZgWordingEntry *entry)
{
  return g_strdup_printf ("%d %s", (int) entry->kind, entry->word);
}

/**
 * zg_wording_list_load:
 * @db: a connection
 * @language: (nullable): a language of the starter library, %NULL for the shop's
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type ZgWordingEntry): the word list as the shop has it, with what is
 *   switched off; the shop's own words come last
 */
GPtrArray *
zg_wording_list_load (ZgDatabase  *db,
                      const char  *language,
                      GError     **error)
{
  g_autofree char *shops = language == NULL ? zg_wording_list_get_language (db, error) : g_strdup (language);
  g_autoptr(GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GPtrArray) changes = NULL;

  if (shops == NULL)
    return NULL;
  entries = zg_wording_list_load_shipped (shops, error);
  if (entries == NULL)
    return NULL;
  changes = zg_wording_table_load (db, shops, error);
  if (changes == NULL)
    return NULL;

  for (guint i = 0; i < entries->len; i++)
    g_hash_table_insert (places, make_key (entries->pdata[i]), GUINT_TO_POINTER (i));
  for (guint i = 0; i < changes->len; i++)
    {
      const ZgWordingEntry *change = changes->pdata[i];
      g_autofree char *key = make_key (change);
      gpointer place;

      if (g_hash_table_lookup_extended (places, key, NULL, &place))
        {
          zg_wording_entry_free (entries->pdata[GPOINTER_TO_UINT (place)]);
          entries->pdata[GPOINTER_TO_UINT (place)] = zg_wording_entry_copy (change);
          ((ZgWordingEntry *) entries->pdata[GPOINTER_TO_UINT (place)])->is_shipped = TRUE;
        }
      else if (!change->is_shipped)     /* else a newer list has the word no more */
        g_ptr_array_add (entries, zg_wording_entry_copy (change));
    }
  return g_steal_pointer (&entries);
}

/**
 * zg_wording_list_compile:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the shop's word list, ready to check with
 */
ZgWording *
zg_wording_list_compile (ZgDatabase  *db,
                         GError     **error)
{
  g_autoptr(GPtrArray) entries = zg_wording_list_load (db, NULL, error);

  return entries != NULL ? zg_wording_new (entries) : NULL;
}

static gboolean
validate (const ZgWordingEntry  *entry,
          GError               **error)
{
  g_autofree char *word = zg_wording_text_fold (entry->word);

  if (*word == '\0')
    {
      g_set_error_literal (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                           _("A word to warn of needs at least one letter."));
      return FALSE;
    }
  for (gsize i = 0; entry->exceptions[i] != NULL; i++)
    {
      g_autofree char *exception = zg_wording_text_fold (entry->exceptions[i]);

      if (strstr (exception, word) != NULL && strcmp (exception, word) != 0)
        continue;
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                   _("The exception “%s” has to be longer than the word “%s” and contain it."),
                   entry->exceptions[i], entry->word);
      return FALSE;
    }
  return TRUE;
}

/* Whether no other entry of the list has the word. */
static gboolean
check_new (ZgDatabase            *db,
           const ZgWordingEntry  *entry,
           GError               **error)
{
  g_autofree char *word = zg_wording_text_fold (entry->word);
  g_autoptr(GPtrArray) entries = zg_wording_list_load (db, entry->language, error);

  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const ZgWordingEntry *other = entries->pdata[i];
      g_autofree char *others = zg_wording_text_fold (other->word);

      if (other->kind != entry->kind || strcmp (word, others) != 0 || (other->id != 0 && other->id == entry->id))
        continue;
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID, _("“%s” is in the word list already."),
                   other->word);
      return FALSE;
    }
  return TRUE;
}

/**
 * zg_wording_list_save:
 * @db: a writing connection in a transaction
 * @entry: a new entry, one of the shop's own, or a shipped one as the shop wants it; gets its id and version
 * @error: return location for an error
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_INVALID for a word or exception that cannot work or is there already, with
 *   %ZG_STORE_ERROR_STALE when somebody else changed the entry
 */
gboolean
zg_wording_list_save (ZgDatabase      *db,
                      ZgWordingEntry  *entry,
                      GError         **error)
{
  if (!validate (entry, error) || (!entry->is_shipped && !check_new (db, entry, error)))
    return FALSE;
  return entry->id == 0 ? zg_wording_table_insert (db, entry, error) : zg_wording_table_update (db, entry, error);
}

/**
 * zg_wording_list_restore:
 * @db: a writing connection in a transaction
 * @entry: an entry of the list
 * @error: return location for an error
 *
 * Makes a shipped entry what it was; takes one of the shop's own out of the list.
 *
 * Returns: whether it is done
 */
gboolean
zg_wording_list_restore (ZgDatabase            *db,
                         const ZgWordingEntry  *entry,
                         GError               **error)
{
  return entry->id == 0 || zg_wording_table_delete (db, entry, error);
}

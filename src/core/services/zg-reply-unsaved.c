/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-reply-unsaved.h"

#include "zg-shop-table.h"

/*
 * What was typed into the editor of a reply and not saved: kept in the shop file, so that neither a crash nor a closed
 * window loses it. It need not be a reply that could be saved.
 */

#define FORM "(xxxsssuasasbxxxbx)"

static char *
make_key (gint64 id)
{
  /* 0 is the new reply. */
  return g_strdup_printf ("reply.unsaved.%" G_GINT64_FORMAT, id);
}

static GVariant *
pack_texts (GPtrArray *texts)
{
  return g_variant_new_strv ((const char * const *) texts->pdata, (gssize) texts->len);
}

/**
 * zg_reply_unsaved_keep:
 * @db: a writing connection in a transaction
 * @reply: what was typed, with the id and version of the reply that is edited
 * @error: return location for an error
 *
 * Returns: whether it is kept
 */
gboolean
zg_reply_unsaved_keep (ZgDatabase     *db,
                       const ZgReply  *reply,
                       GError        **error)
{
  g_autofree char *key = make_key (reply->id);
  g_autoptr(GVariant) form = g_variant_ref_sink (g_variant_new ("(xxxsssu@as@asbxxxbx)",
    reply->id, reply->version, reply->group_id, reply->title != NULL ? reply->title : "",
    reply->shortcode != NULL ? reply->shortcode : "", reply->body != NULL ? reply->body : "", reply->stages,
    pack_texts (reply->keywords), pack_texts (reply->variants), reply->favourite, reply->valid_from, reply->valid_until,
    reply->owner_id, reply->starts_wait, reply->picture_id));
  g_autofree char *text = g_variant_print (form, FALSE);

  return zg_shop_table_set_setting (db, key, text, error);
}

static void
unpack_texts (GVariantIter *iter,
              GPtrArray    *texts)
{
  char *text;

  while (g_variant_iter_next (iter, "s", &text))
    g_ptr_array_add (texts, text);
}

/**
 * zg_reply_unsaved_load:
 * @db: a connection
 * @id: a reply, 0 for a new one
 * @reply_out: (out) (nullable): what was typed, %NULL when there is nothing
 * @error: return location for an error
 *
 * Returns: %FALSE on an error
 */
gboolean
zg_reply_unsaved_load (ZgDatabase  *db,
                       gint64       id,
                       ZgReply    **reply_out,
                       GError     **error)
{
  g_autofree char *key = make_key (id);
  g_autofree char *text = zg_shop_table_get_setting (db, key, "", error);
  g_autoptr(GVariant) form = NULL;
  g_autoptr(GVariantIter) keywords = NULL;
  g_autoptr(GVariantIter) variants = NULL;
  g_autoptr(ZgReply) reply = NULL;

  *reply_out = NULL;
  if (text == NULL)
    return FALSE;
  /* Of another release, perhaps: there is nothing to show then. */
  form = *text != '\0' ? g_variant_parse (G_VARIANT_TYPE (FORM), text, NULL, NULL, NULL) : NULL;
  if (form == NULL)
    return TRUE;

  reply = zg_reply_new ();
  g_variant_get (form, "(xxxsssuasasbxxxbx)", &reply->id, &reply->version, &reply->group_id, &reply->title,
                 &reply->shortcode, &reply->body, &reply->stages, &keywords, &variants, &reply->favourite,
                 &reply->valid_from, &reply->valid_until, &reply->owner_id, &reply->starts_wait, &reply->picture_id);
  unpack_texts (keywords, reply->keywords);
  unpack_texts (variants, reply->variants);
  *reply_out = g_steal_pointer (&reply);
  return TRUE;
}

/**
 * zg_reply_unsaved_clear:
 * @db: a writing connection in a transaction
 * @id: a reply, 0 for a new one
 * @error: return location for an error
 *
 * Forgets what was typed: it is saved, or not wanted.
 *
 * Returns: whether it is gone
 */
gboolean
zg_reply_unsaved_clear (ZgDatabase  *db,
                        gint64       id,
                        GError     **error)
{
  g_autofree char *key = make_key (id);
  g_autofree char *text = zg_shop_table_get_setting (db, key, "", error);

  return text != NULL && (*text == '\0' || zg_shop_table_set_setting (db, key, "", error));
}

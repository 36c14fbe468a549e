/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-reply-json.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "zg-reply-cell.h"

/* Replies as JSON: a list of objects, one a line, with all that a reply has. Absent is null. */

/* A list of replies is four deep. The parser calls itself for each list in a list, as deep as the text goes. */
#define MAX_DEPTH 32

static gboolean
set_broken (guint64   line,
            GError  **error)
{
  g_set_error (error, ZG_EXCHANGE_ERROR, ZG_EXCHANGE_ERROR_NOT_AN_EXPORT,
               _("The file is no whole JSON: something is wrong on line %u."), (guint) line);
  return FALSE;
}

/*
 * Lines of the objects in the list, counted in the text: the parser does not tell. Comments and texts between single
 * quotes, which the parser would take and which are no JSON, could hide how deep it goes.
 */
static gboolean
find_lines (const char  *text,
            GArray      *lines,
            GError     **error)
{
  guint64 line = 1;
  gboolean quoted = FALSE;
  int depth = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      line += *p == '\n' ? 1 : 0;
      if (quoted && *p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        quoted = !quoted;
      else if (!quoted && (*p == '{' || *p == '['))
        {
          if (++depth == 2)
            g_array_append_val (lines, line);
        }
      else if (!quoted && (*p == '}' || *p == ']'))
        depth--;
      if (depth > MAX_DEPTH || (!quoted && (*p == '/' || *p == '\'')))
        return set_broken (line, error);
    }
  return TRUE;
}

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
         ? json_node_get_string (node) : NULL;
}

static void
take_text (JsonObject    *object,
           const char    *name,
           ZgReplyRecord *record,
           ZgReplyFields  has,
           char         **text)
{
  const char *value = get_string (object, name);

  if (!json_object_has_member (object, name))
    return;
  g_free (*text);
  *text = g_strdup (value != NULL ? value : "");
  record->fields |= has;
}

static gboolean
take_texts (JsonObject     *object,
            const char     *name,
            ZgReplyRecord  *record,
            ZgReplyFields   has,
            GPtrArray      *texts,
            char          **reason_out)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING)
        array = NULL;
      else
        g_ptr_array_add (texts, g_strdup (json_node_get_string (element)));
    }
  if (array == NULL)
    {
      *reason_out = g_strdup_printf (_("“%s” is no list of texts"), name);
      return FALSE;
    }
  record->fields |= has;
  return TRUE;
}

static gboolean
take_flag (JsonObject     *object,
           const char     *name,
           ZgReplyRecord  *record,
           ZgReplyFields   has,
           gboolean       *flag,
           char          **reason_out)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  record->fields |= has;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    {
      *flag = json_node_get_boolean (node);
      return TRUE;
    }
  *reason_out = g_strdup_printf (_("“%s” is neither true nor false"), name);
  return FALSE;
}

static gboolean
take_time (JsonObject     *object,
           const char     *name,
           GTimeZone      *zone,
           ZgReplyRecord  *record,
           ZgReplyFields   has,
           ZgTime         *time,
           char          **reason_out)
{
  const char *text = get_string (object, name);

  if (json_object_has_member (object, name))
    record->fields |= has;
  return zg_reply_cell_to_time (text != NULL ? text : "", zone, time, reason_out);
}

static gboolean
take_picture (JsonObject     *object,
              ZgReplyRecord  *record,
              char          **reason_out)
{
  JsonNode *node = json_object_get_member (object, "picture");
  const char *data;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  guchar *decoded;
  gsize length;

  if (node == NULL)
    return TRUE;
  record->fields |= ZG_REPLY_HAS_PICTURE;
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  data = JSON_NODE_HOLDS_OBJECT (node) ? get_string (json_node_get_object (node), "data") : NULL;
  decoded = g_base64_decode (data != NULL ? data : "", &length);
  bytes = g_bytes_new_take (decoded, length);
  record->picture = zg_picture_new (bytes, &error);
  if (record->picture == NULL)
    *reason_out = g_strdup (error->message);
  return record->picture != NULL;
}

static gboolean
take_stages (JsonObject     *object,
             ZgReplyRecord  *record,
             char          **reason_out)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *cell = NULL;

  if (!take_texts (object, "stages", record, ZG_REPLY_HAS_STAGES, words, reason_out))
    return FALSE;
  g_ptr_array_add (words, NULL);
  cell = g_strjoinv (" ", (char **) words->pdata);
  return zg_reply_cell_to_stages (cell, &record->reply->stages, reason_out);
}

static gboolean
read_reply (JsonObject     *object,
            GTimeZone      *zone,
            ZgReplyRecord  *record,
            char          **reason_out)
{
  ZgReply *reply = record->reply;

  take_text (object, "uid", record, ZG_REPLY_HAS_UID, &reply->uid);
  take_text (object, "group", record, ZG_REPLY_HAS_GROUP, &reply->group_name);
  take_text (object, "title", record, ZG_REPLY_HAS_TITLE, &reply->title);
  take_text (object, "shortcode", record, ZG_REPLY_HAS_SHORTCODE, &reply->shortcode);
  take_text (object, "body", record, ZG_REPLY_HAS_BODY, &reply->body);
  take_text (object, "owner", record, ZG_REPLY_HAS_OWNER, &record->owner);
  take_text (object, "starter", record, ZG_REPLY_HAS_STARTER, &reply->starter);
  if (json_object_has_member (object, "uses") && JSON_NODE_HOLDS_VALUE (json_object_get_member (object, "uses")))
    {
      reply->use_count = MAX (0, json_object_get_int_member (object, "uses"));
      record->fields |= ZG_REPLY_HAS_USES;
    }
  if ((record->fields & ZG_REPLY_HAS_TITLE) == 0)
    {
      g_free (reply->title);
      reply->title = zg_reply_make_title (reply->body);
    }
  return take_texts (object, "variants", record, ZG_REPLY_HAS_VARIANTS, reply->variants, reason_out)
         && take_texts (object, "keywords", record, ZG_REPLY_HAS_KEYWORDS, reply->keywords, reason_out)
         && take_stages (object, record, reason_out)
         && take_flag (object, "favourite", record, ZG_REPLY_HAS_FAVOURITE, &reply->favourite, reason_out)
         && take_flag (object, "starts_wait", record, ZG_REPLY_HAS_STARTS_WAIT, &reply->starts_wait, reason_out)
         && take_time (object, "valid_from", zone, record, ZG_REPLY_HAS_VALID_FROM, &reply->valid_from, reason_out)
         && take_time (object, "valid_until", zone, record, ZG_REPLY_HAS_VALID_UNTIL, &reply->valid_until, reason_out)
         && take_time (object, "last_used_at", zone, record, 0, &reply->last_used_at, reason_out)
         && take_picture (object, record, reason_out);
}

static void
read_element (ZgReplyFile *file,
              JsonNode    *node,
              guint64      line,
              GTimeZone   *zone)
{
  g_autoptr(ZgReplyRecord) record = zg_reply_record_new (line);
  g_autofree char *reason = NULL;
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (object == NULL || get_string (object, "body") == NULL)
    {
      g_autofree char *content = object != NULL ? g_strdup (get_string (object, "title")) : json_to_string (node, FALSE);

      zg_reply_file_refuse (file, line, content != NULL ? content : "", _("“body” is missing: the text of the reply"));
    }
  else if (!read_reply (object, zone, record, &reason))
    zg_reply_file_refuse (file, line, record->reply->title, reason);
  else
    g_ptr_array_add (file->records, g_steal_pointer (&record));
}

/* The parser tells the line only in its message, "<data>:4:1: Parse error …". */
static guint
find_broken_line (const GError *error)
{
  const char *colon = strchr (error->message, ':');

  return colon != NULL ? MAX (1, (guint) g_ascii_strtoull (colon + 1, NULL, 10)) : 1;
}

/**
 * zg_reply_json_read:
 * @file: an empty file; gets the replies
 * @text: what stands in it
 * @zone: the zone of times that name none
 * @error: return location for an error
 *
 * Returns: %FALSE when it is no list of objects
 */
gboolean
zg_reply_json_read (ZgReplyFile  *file,
                    const char   *text,
                    GTimeZone    *zone,
                    GError      **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr(GError) local_error = NULL;
  JsonArray *array;

  if (!find_lines (text, lines, error))
    return FALSE;
  if (!json_parser_load_from_data (parser, text, -1, &local_error))
    return set_broken (find_broken_line (local_error), error);
  if (json_parser_get_root (parser) == NULL || !JSON_NODE_HOLDS_ARRAY (json_parser_get_root (parser)))
    {
      g_set_error_literal (error, ZG_EXCHANGE_ERROR, ZG_EXCHANGE_ERROR_NOT_AN_EXPORT,
                           _("The file is no list of replies."));
      return FALSE;
    }

  array = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (array); i++)
    read_element (file, json_array_get_element (array, i), i < lines->len ? g_array_index (lines, guint64, i) : i + 1, zone);
  return TRUE;
}

static void
add_text (JsonObject *object,
          const char *name,
          const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

static void
add_time (JsonObject *object,
          const char *name,
          ZgTime      time,
          GTimeZone  *zone)
{
  g_autofree char *text = zg_time_to_iso (time, zone);

  add_text (object, name, text);
}

static void
add_texts (JsonObject *object,
           const char *name,
           GPtrArray  *texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < texts->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (texts, i));
  json_object_set_array_member (object, name, array);
}

static void
add_stages (JsonObject *object,
            guint32     stages)
{
  JsonArray *array = json_array_new ();

  for (int i = 0; i < ZG_N_STAGES; i++)
    if (stages & (1u << i))
      json_array_add_string_element (array, zg_stage_to_word ((ZgStage) i));
  json_object_set_array_member (object, "stages", array);
}

static void
add_picture (JsonObject      *object,
             const ZgPicture *picture)
{
  JsonObject *inner;
  g_autofree char *data = NULL;

  if (picture == NULL)
    {
      json_object_set_null_member (object, "picture");
      return;
    }
  data = g_base64_encode (g_bytes_get_data (picture->bytes, NULL), g_bytes_get_size (picture->bytes));
  inner = json_object_new ();
  json_object_set_string_member (inner, "media_type", picture->media_type);
  json_object_set_string_member (inner, "data", data);
  json_object_set_object_member (object, "picture", inner);
}

static JsonObject *
make_object (const ZgReplyRecord *record,
             GTimeZone           *zone)
{
  const ZgReply *reply = record->reply;
  JsonObject *object = json_object_new ();

  add_text (object, "uid", reply->uid);
  add_text (object, "group", reply->group_name);
  add_text (object, "title", reply->title);
  add_text (object, "shortcode", reply->shortcode);
  json_object_set_string_member (object, "body", reply->body);
  add_texts (object, "variants", reply->variants);
  add_texts (object, "keywords", reply->keywords);
  add_stages (object, reply->stages);
  json_object_set_boolean_member (object, "favourite", reply->favourite);
  add_time (object, "valid_from", reply->valid_from, zone);
  add_time (object, "valid_until", reply->valid_until, zone);
  json_object_set_boolean_member (object, "starts_wait", reply->starts_wait);
  add_text (object, "owner", record->owner);
  add_text (object, "starter", reply->starter);
  add_picture (object, record->picture);
  json_object_set_int_member (object, "uses", reply->use_count);
  add_time (object, "last_used_at", reply->last_used_at, zone);
  return object;
}

/**
 * zg_reply_json_write:
 * @records: (element-type ZgReplyRecord): replies
 * @zone: the zone to write times in
 *
 * Returns: (transfer full): them as zg_reply_json_read() reads them. Messages of one text have U+001E between them.
 */
char *
zg_reply_json_write (GPtrArray *records,
                     GTimeZone *zone)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
      g_autofree char *line = NULL;

      json_node_take_object (node, make_object (g_ptr_array_index (records, i), zone));
      line = json_to_string (node, FALSE);
      g_string_append_printf (text, "%s%s", i == 0 ? "[\n" : ",\n", line);
    }
  g_string_append (text, records->len == 0 ? "[]\n" : "\n]\n");
  return g_string_free (text, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-exchange"

#include "config.h"

#include "zg-reply-espanso-writer.h"

#include <string.h>
#include <yaml.h>

/* Replies as espanso's matches. */

static int
append_cb (void          *data,
           unsigned char *buffer,
           size_t         size)
{
  g_string_append_len (data, (const char *) buffer, (gssize) size);
  return 1;
}

static void
emit_text (yaml_emitter_t      *emitter,
           const char          *text,
           yaml_scalar_style_t  style)
{
  yaml_event_t event;

  yaml_scalar_event_initialize (&event, NULL, NULL, (const unsigned char *) text, (int) strlen (text), 1, 1, style);
  yaml_emitter_emit (emitter, &event);
}

static void
emit_match (yaml_emitter_t *emitter,
            const ZgReply  *reply)
{
  g_autofree char *body = zg_reply_flatten (reply->body);
  yaml_event_t event;

  yaml_mapping_start_event_initialize (&event, NULL, NULL, 1, YAML_BLOCK_MAPPING_STYLE);
  yaml_emitter_emit (emitter, &event);
  emit_text (emitter, "trigger", YAML_PLAIN_SCALAR_STYLE);
  emit_text (emitter, reply->shortcode, YAML_DOUBLE_QUOTED_SCALAR_STYLE);
  emit_text (emitter, "replace", YAML_PLAIN_SCALAR_STYLE);
  emit_text (emitter, body, strchr (body, '\n') != NULL ? YAML_LITERAL_SCALAR_STYLE : YAML_DOUBLE_QUOTED_SCALAR_STYLE);
  emit_text (emitter, "label", YAML_PLAIN_SCALAR_STYLE);
  emit_text (emitter, reply->title, YAML_DOUBLE_QUOTED_SCALAR_STYLE);
  if (reply->keywords->len > 0)
    {
      emit_text (emitter, "search_terms", YAML_PLAIN_SCALAR_STYLE);
      yaml_sequence_start_event_initialize (&event, NULL, NULL, 1, YAML_BLOCK_SEQUENCE_STYLE);
      yaml_emitter_emit (emitter, &event);
      for (guint i = 0; i < reply->keywords->len; i++)
        emit_text (emitter, g_ptr_array_index (reply->keywords, i), YAML_DOUBLE_QUOTED_SCALAR_STYLE);
      yaml_sequence_end_event_initialize (&event);
      yaml_emitter_emit (emitter, &event);
    }
  yaml_mapping_end_event_initialize (&event);
  yaml_emitter_emit (emitter, &event);
}

/**
 * zg_reply_espanso_write:
 * @records: (element-type ZgReplyRecord): replies
 *
 * espanso knows triggers: a reply without a shortcode is left out.
 *
 * Returns: (transfer full): a file of matches
 */
char *
zg_reply_espanso_write (GPtrArray *records)
{
  GString *text = g_string_new (NULL);
  yaml_emitter_t emitter;
  yaml_event_t event;

  yaml_emitter_initialize (&emitter);
  yaml_emitter_set_output (&emitter, append_cb, text);
  yaml_emitter_set_unicode (&emitter, 1);
  yaml_emitter_set_width (&emitter, -1);
  yaml_stream_start_event_initialize (&event, YAML_UTF8_ENCODING);
  yaml_emitter_emit (&emitter, &event);
  yaml_document_start_event_initialize (&event, NULL, NULL, NULL, 1);
  yaml_emitter_emit (&emitter, &event);
  yaml_mapping_start_event_initialize (&event, NULL, NULL, 1, YAML_BLOCK_MAPPING_STYLE);
  yaml_emitter_emit (&emitter, &event);
  emit_text (&emitter, "matches", YAML_PLAIN_SCALAR_STYLE);
  yaml_sequence_start_event_initialize (&event, NULL, NULL, 1, YAML_BLOCK_SEQUENCE_STYLE);
  yaml_emitter_emit (&emitter, &event);
  for (guint i = 0; i < records->len; i++)
    {
      const ZgReply *reply = ((ZgReplyRecord *) g_ptr_array_index (records, i))->reply;

      if (reply->shortcode != NULL && *reply->shortcode != '\0')
        emit_match (&emitter, reply);
    }
  yaml_sequence_end_event_initialize (&event);
  yaml_emitter_emit (&emitter, &event);
  yaml_mapping_end_event_initialize (&event);
  yaml_emitter_emit (&emitter, &event);
  yaml_document_end_event_initialize (&event, 1);
  yaml_emitter_emit (&emitter, &event);
  yaml_stream_end_event_initialize (&event);
  yaml_emitter_emit (&emitter, &event);
  yaml_emitter_delete (&emitter);
  return g_string_free (text, FALSE);
}

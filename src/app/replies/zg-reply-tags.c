/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-tags"

#include "config.h"

#include "zg-reply-tags.h"

/* Tags know no CSS: their colours are those of style.css by hand, like those of zg-reply-marks.c. */

/**
 * zg_reply_tags_init:
 * @tags: to be filled
 * @buffer: the text they are for
 */
void
zg_reply_tags_init (ZgReplyTags   *tags,
                    GtkTextBuffer *buffer)
{
  tags->placeholder = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  tags->ask = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  tags->mark = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  tags->broken = gtk_text_buffer_create_tag (buffer, NULL, NULL);
}

/**
 * zg_reply_tags_colour:
 * @tags: the tags of a text
 * @dark: whether the window is dark
 */
void
zg_reply_tags_colour (ZgReplyTags *tags,
                      gboolean     dark)
{
  GdkRGBA amber;

  gdk_rgba_parse (&amber, dark ? "#f9dd8a" : "#c88800");
  g_object_set (tags->placeholder, "background", dark ? "#263f60" : "#e8f0fb",
                "foreground", dark ? "#99c1f1" : "#1a5fb4", NULL);
  g_object_set (tags->ask, "background", dark ? "#4a3a10" : "#fbf0d9",
                "foreground", dark ? "#f9dd8a" : "#7a4b00", NULL);
  g_object_set (tags->broken, "background", dark ? "#54262a" : "#fbe4e6",
                "foreground", dark ? "#ff9d93" : "#b3141f", "underline", PANGO_UNDERLINE_ERROR, NULL);
  g_object_set (tags->mark, "underline", PANGO_UNDERLINE_ERROR, "underline-rgba", &amber, NULL);
}

/**
 * zg_reply_tags_apply:
 * @buffer: a text
 * @tag: one of its tags
 * @text: what stands in it
 * @start: from where, in bytes
 * @end: up to where
 */
void
zg_reply_tags_apply (GtkTextBuffer *buffer,
                     GtkTextTag    *tag,
                     const char    *text,
                     gsize          start,
                     gsize          end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) g_utf8_pointer_to_offset (text, text + start));
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) g_utf8_pointer_to_offset (text, text + end));
  gtk_text_buffer_apply_tag (buffer, tag, &from, &to);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ZgReplyTags:
 * @placeholder: what is filled in
 * @ask: what is asked for
 * @broken: what can't be filled
 * @mark: what somebody has something to say about
 *
 * How parts of a message look while it is edited. The tags belong to its buffer.
 */
typedef struct {
  GtkTextTag *placeholder;
  GtkTextTag *ask;
  GtkTextTag *mark;
  GtkTextTag *broken;
} ZgReplyTags;

void zg_reply_tags_init (ZgReplyTags   *tags,
                         GtkTextBuffer *buffer);
void zg_reply_tags_colour (ZgReplyTags *tags,
                           gboolean     dark);
void zg_reply_tags_apply (GtkTextBuffer *buffer,
                          GtkTextTag    *tag,
                          const char    *text,
                          gsize          start,
                          gsize          end);

G_END_DECLS

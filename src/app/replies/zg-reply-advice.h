/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ZgReplyMark:
 * @start: where it begins in the text, in bytes
 * @end: where it ends
 * @advice: (nullable): what the pointer is told there
 *
 * A part of a message that somebody has something to say about.
 */
typedef struct {
  gsize start;
  gsize end;
  const char *advice;
} ZgReplyMark;

/**
 * ZgReplyAdvice:
 *
 * What somebody has to say about parts of a message: underlined there, told to the pointer, and in words below it.
 */
typedef struct _ZgReplyAdvice ZgReplyAdvice;

ZgReplyAdvice *zg_reply_advice_new (GtkTextView *view,
                                    GtkTextTag  *tag,
                                    GtkLabel    *notes) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_advice_free (ZgReplyAdvice *advice);
void zg_reply_advice_set (ZgReplyAdvice     *advice,
                          const ZgReplyMark *marks,
                          gsize              n_marks);

G_END_DECLS

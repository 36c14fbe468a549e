/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-advice"

#include "config.h"

#include "zg-reply-advice.h"

#include <string.h>

#include "zg-reply-tags.h"

struct _ZgReplyAdvice
{
  GtkTextView *view;
  GtkTextTag *tag;              /* of its buffer */
  GtkLabel *notes;
  GPtrArray *texts;
  GArray *marks;                /* ZgReplyMark, their advice in @texts */
};

static char *
dup_text (ZgReplyAdvice *advice)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (advice->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
query_tooltip_cb (GtkTextView   *view,
                  int            x,
                  int            y,
                  gboolean       by_keyboard,
                  GtkTooltip    *tooltip,
                  ZgReplyAdvice *advice)
{
  g_autofree char *text = dup_text (advice);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;
  gsize at;

  if (by_keyboard)
    {
      gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
    }
  else
    {
      gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &x, &y);
      if (!gtk_text_view_get_iter_at_location (view, &iter, x, y))
        return FALSE;
    }

  at = g_utf8_offset_to_pointer (text, gtk_text_iter_get_offset (&iter)) - text;
  for (guint i = 0; i < advice->marks->len; i++)
    {
      const ZgReplyMark *mark = &g_array_index (advice->marks, ZgReplyMark, i);

      if (at >= mark->start && at < mark->end && mark->advice != NULL)
        {
          gtk_tooltip_set_text (tooltip, mark->advice);
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * zg_reply_advice_new:
 * @view: where the message is edited
 * @tag: what marks a part of it; one of the tags of its buffer
 * @notes: says it below
 *
 * Returns: (transfer full): nothing to say yet
 */
ZgReplyAdvice *
zg_reply_advice_new (GtkTextView *view,
                     GtkTextTag  *tag,
                     GtkLabel    *notes)
{
  ZgReplyAdvice *advice = g_new0 (ZgReplyAdvice, 1);

  advice->view = g_object_ref (view);
  advice->tag = g_object_ref (tag);
  advice->notes = g_object_ref (notes);
  advice->texts = g_ptr_array_new_with_free_func (g_free);
  advice->marks = g_array_new (FALSE, FALSE, sizeof (ZgReplyMark));
  gtk_widget_set_has_tooltip (GTK_WIDGET (view), TRUE);
  g_signal_connect (view, "query-tooltip", G_CALLBACK (query_tooltip_cb), advice);
  return advice;
}

/**
 * zg_reply_advice_free:
 * @advice: (transfer full): what was to be said
 */
void
zg_reply_advice_free (ZgReplyAdvice *advice)
{
  g_signal_handlers_disconnect_by_data (advice->view, advice);
  g_object_unref (advice->view);
  g_object_unref (advice->tag);
  g_object_unref (advice->notes);
  g_ptr_array_unref (advice->texts);
  g_array_unref (advice->marks);
  g_free (advice);
}

/**
 * zg_reply_advice_set:
 * @marks: (array length=n_marks): places in the text; copied. Those beyond its end are left out
 * @n_marks: how many
 */
void
zg_reply_advice_set (ZgReplyAdvice     *advice,
                     const ZgReplyMark *marks,
                     gsize              n_marks)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (advice->view);
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autofree char *text = dup_text (advice);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, advice->tag, &start, &end);
  g_array_set_size (advice->marks, 0);
  g_ptr_array_set_size (advice->texts, 0);
  for (gsize i = 0; i < n_marks; i++)
    {
      ZgReplyMark mark = marks[i];

      if (mark.start >= mark.end || mark.end > strlen (text))
        continue;
      if (mark.advice != NULL)
        {
          g_ptr_array_add (advice->texts, g_strdup (mark.advice));
          mark.advice = g_ptr_array_index (advice->texts, advice->texts->len - 1);
          g_string_append_printf (notes, "%s%s", notes->len > 0 ? "\n" : "", mark.advice);
        }
      g_array_append_val (advice->marks, mark);
      zg_reply_tags_apply (buffer, advice->tag, text, mark.start, mark.end);
    }
  gtk_label_set_text (advice->notes, notes->str);
  gtk_widget_set_visible (GTK_WIDGET (advice->notes), notes->len > 0);
}

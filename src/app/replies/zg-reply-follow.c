/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-follow"

#include "config.h"

#include "zg-reply-follow.h"

/**
 * zg_reply_follow_cursor:
 * @view: a text that grows with what is typed
 * @frame: what it stands in
 *
 * Brings the cursor into sight by moving the whole form; in its frame the text only moves when it is taller than that.
 * To be called when the lines have their places.
 */
void
zg_reply_follow_cursor (GtkTextView       *view,
                        GtkScrolledWindow *frame)
{
  GtkWidget *form = gtk_widget_get_ancestor (gtk_widget_get_parent (GTK_WIDGET (frame)), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (frame);
  GtkPolicyType policy;
  GdkRectangle place;
  double x, y;

  /* A line that came just now was scrolled to before the frame had grown; see zg-reply-room.c for what can't grow more. */
  gtk_scrolled_window_get_policy (frame, NULL, &policy);
  if (policy != GTK_POLICY_AUTOMATIC)
    gtk_adjustment_set_value (adjustment, 0);
  else
    gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (gtk_text_view_get_buffer (view)));
  if (form == NULL || !gtk_widget_has_focus (GTK_WIDGET (view)))
    return;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (form));
  gtk_text_view_get_cursor_locations (view, NULL, &place, NULL);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x, &place.y);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (view), form, place.x, place.y, &x, &y))
    return;
  y += gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, y - place.height, y + 2 * place.height);
}

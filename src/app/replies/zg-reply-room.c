/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-room"

#include "config.h"

#include "zg-reply-room.h"

/* Lines of text. A longer one leaves room for what else a reply has, and is scrolled. */
#define MIN_LINES 4
#define MAX_LINES 14
/* As .proof-text of style.css has it. */
#define LINE_SPACING 1.5

/*
 * A text view knows how tall its text is only after it was as wide as it is to be, so what it asks for when it is
 * measured is what fitted another width or another text. What is true comes with its adjustment, after it was laid out.
 */
typedef struct {
  GtkTextView *view;            /* not owned: the frame holds it, and this is the frame's */
  GtkScrolledWindow *frame;     /* likewise */
  guint fit_id;                 /* 0 while the frame fits */
} Room;

static void
room_free (gpointer data)
{
  Room *room = data;

  g_clear_handle_id (&room->fit_id, g_source_remove);
  g_free (room);
}

/* Of the text, as it was laid out last, and of so many lines at the least and at the most. */
static void
measure_text (Room *room,
              int  *height_out,
              int  *min_height_out,
              int  *max_height_out)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (room->view);
  GdkRectangle letter;
  GtkTextIter iter;
  int y, height;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  gtk_text_view_get_iter_location (room->view, &iter, &letter);
  gtk_text_buffer_get_end_iter (buffer, &iter);
  gtk_text_view_get_line_yrange (room->view, &iter, &y, &height);
  *height_out = y + height;
  *min_height_out = (int) (MIN_LINES * LINE_SPACING * letter.height);
  *max_height_out = (int) (MAX_LINES * LINE_SPACING * letter.height);
}

static gboolean
fit_cb (gpointer data)
{
  Room *room = data;
  GtkBorder padding;
  int height, min_height, max_height;

  room->fit_id = 0;
  measure_text (room, &height, &min_height, &max_height);
  gtk_style_context_get_padding (gtk_widget_get_style_context (GTK_WIDGET (room->view)), &padding);
  /* A scrollbar that comes while sizes are given out has none itself: there is one only where it is needed for long. */
  gtk_scrolled_window_set_policy (room->frame, GTK_POLICY_NEVER,
                                  height > max_height ? GTK_POLICY_AUTOMATIC : GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_min_content_height (room->frame, CLAMP (height, min_height, max_height)
                                                             + padding.top + padding.bottom);
  /* What was scrolled to in a smaller frame. */
  if (height <= max_height)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (room->frame), 0);
  return G_SOURCE_REMOVE;
}

/* After the lines got their places, and not while sizes are being given out, when nothing may ask for another one. */
static void
fit_soon (Room *room)
{
  if (room->fit_id == 0)
    room->fit_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, fit_cb, room, NULL);
}

/**
 * zg_reply_room_give:
 * @view: a text
 * @frame: what it stands in
 *
 * Keeps the frame as tall as the text, between a few lines and as many as leave room for the rest of the form.
 */
void
zg_reply_room_give (GtkTextView       *view,
                    GtkScrolledWindow *frame)
{
  Room *room = g_new0 (Room, 1);

  room->view = view;
  room->frame = frame;
  g_object_set_data_full (G_OBJECT (frame), "zg-room", room, room_free);
  gtk_scrolled_window_set_policy (frame, GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL);
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (frame), "changed", G_CALLBACK (fit_soon), room);
  /* One that gets shorter changes nothing there: what is scrolled is never smaller than what it is seen through. */
  g_signal_connect_swapped (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (fit_soon), room);
  fit_soon (room);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-drag"

#include "config.h"

#include "zg-reply-drag.h"

#include "zg-reply-row.h"

/*
 * Replies are dragged onto another one of their group, whose place they take, or onto a group. What is dragged is a
 * ZgReplyItem, which no other program understands. What a drop does are actions of zg-reply-workshop.h.
 */

/* A frame of the list has its row as its only child. */
static const ZgReply *
get_reply (GtkWidget *frame)
{
  ZgReplyItem *item = zg_reply_row_get_item (ZG_REPLY_ROW (gtk_widget_get_first_child (frame)));

  return item != NULL ? zg_reply_item_get_reply (item) : NULL;
}

static const ZgReply *
get_dragged (const GValue *value)
{
  return value != NULL && G_VALUE_HOLDS (value, ZG_TYPE_REPLY_ITEM)
         ? zg_reply_item_get_reply (g_value_get_object (value)) : NULL;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            GtkWidget     *frame)
{
  ZgReplyItem *item = zg_reply_row_get_item (ZG_REPLY_ROW (gtk_widget_get_first_child (frame)));

  return item != NULL ? gdk_content_provider_new_typed (ZG_TYPE_REPLY_ITEM, item) : NULL;
}

static void
begin_cb (GtkDragSource *source,
          GdkDrag       *drag,
          GtkWidget     *frame)
{
  g_autoptr (GdkPaintable) shown = gtk_widget_paintable_new (frame);
  /* The row is drawn for another reply when the list is scrolled. */
  g_autoptr (GdkPaintable) icon = gdk_paintable_get_current_image (shown);

  gtk_drag_source_set_icon (source, icon, 12, gtk_widget_get_height (frame) / 2);
}

/* Hits of a search stand in the order in which they fit, which is nobody's to change. */
static gboolean
takes (GtkWidget     *frame,
       const ZgReply *dragged,
       ZgReplyBook   *book)
{
  const ZgReply *onto = get_reply (frame);

  return dragged != NULL && onto != NULL && dragged->id != onto->id && dragged->group_id == onto->group_id
         && *zg_reply_book_get_query (book) == '\0';
}

static GdkDragAction
row_motion_cb (GtkDropTarget *target,
               double         x,
               double         y,
               ZgReplyBook   *book)
{
  GtkWidget *frame = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  return takes (frame, get_dragged (gtk_drop_target_get_value (target)), book) ? GDK_ACTION_MOVE : 0;
}

static gboolean
row_drop_cb (GtkDropTarget *target,
             const GValue  *value,
             double         x,
             double         y,
             ZgReplyBook   *book)
{
  GtkWidget *frame = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  const ZgReply *dragged = get_dragged (value);

  if (!takes (frame, dragged, book))
    return FALSE;
  gtk_widget_activate_action (frame, "reply.put", "(xx)", dragged->id, get_reply (frame)->id);
  return TRUE;
}

/**
 * zg_reply_drag_add_row:
 * @frame: a row of the list, with a #ZgReplyRow in it
 * @book: what the list shows; lives as long as the list
 *
 * Lets the reply that the row shows be dragged, and another one be dropped on it.
 */
void
zg_reply_drag_add_row (GtkWidget   *frame,
                       ZgReplyBook *book)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (ZG_TYPE_REPLY_ITEM, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), frame);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), frame);
  gtk_widget_add_controller (frame, GTK_EVENT_CONTROLLER (source));
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "motion", G_CALLBACK (row_motion_cb), book, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (row_drop_cb), book, 0);
  gtk_widget_add_controller (frame, GTK_EVENT_CONTROLLER (target));
}

static GdkDragAction
group_motion_cb (GtkDropTarget *target,
                 double         x,
                 double         y,
                 const gint64  *group_id)
{
  const ZgReply *dragged = get_dragged (gtk_drop_target_get_value (target));

  return dragged != NULL && dragged->group_id != *group_id ? GDK_ACTION_MOVE : 0;
}

static gboolean
group_drop_cb (GtkDropTarget *target,
               const GValue  *value,
               double         x,
               double         y,
               const gint64  *group_id)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  const ZgReply *dragged = get_dragged (value);

  if (dragged == NULL || dragged->group_id == *group_id)
    return FALSE;
  gtk_widget_activate_action (row, "reply.give", "(xx)", dragged->id, *group_id);
  return TRUE;
}

/**
 * zg_reply_drag_add_group:
 * @row: a group in the list of groups
 * @group_id: which it is
 *
 * Lets a reply be dropped into the group.
 */
void
zg_reply_drag_add_group (GtkWidget *row,
                         gint64     group_id)
{
  GtkDropTarget *target = gtk_drop_target_new (ZG_TYPE_REPLY_ITEM, GDK_ACTION_MOVE);
  gint64 *id = g_memdup2 (&group_id, sizeof group_id);

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "motion", G_CALLBACK (group_motion_cb), id);
  g_signal_connect_data (target, "drop", G_CALLBACK (group_drop_cb), id, (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

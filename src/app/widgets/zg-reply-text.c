/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-text"

#include "config.h"

#include "zg-reply-text.h"

#include <adwaita.h>

#include "zg-message-layout.h"
#include "zg-reply-marks.h"
#include "zg-width-first-layout.h"

/* A filled text to be proof-read: a card as tall as it needs, or a few lines that are scrolled to what is missing. */

/* The tallest that the text gets where the preview stands below the list. */
#define COMPACT_TEXT_HEIGHT 150
/* Less than four lines can't be proof-read; but where several things are missing those come first. */
#define COMPACT_TEXT_MIN_HEIGHT 118
#define COMPACT_TEXT_ASKED_HEIGHT 56
/* In letters; nothing that is to be read is longer. */
#define LONGEST_WORD 160

struct _ZgReplyText
{
  GtkWidget parent_instance;

  gboolean compact;
  int missing_at;               /* the byte where the first missing thing stands, 0 when nothing is missing */
  guint tick_id;                /* looks at the lines of the text once it has them, or 0 */
  gboolean laid_out;            /* since the text changed */

  AdwBin *card;
  GtkScrolledWindow *scroller;
  GtkLabel *text;
};

enum {
  LAID_OUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgReplyText, zg_reply_text, GTK_TYPE_WIDGET)

static int
find_missing (const ZgFill *fill)
{
  for (guint i = 0; i < fill->spans->len; i++)
    {
      const ZgSpan *span = &g_array_index (fill->spans, ZgSpan, i);

      if (span->kind == ZG_SPAN_MISSING)
        return (int) span->start;
    }
  return 0;
}

/*
 * Where nothing in a text can be broken, Pango shapes all the rest of it anew for each line before it gives up on words:
 * 2,000 letters on end took 80 ms. No word and no link is that long, so such a text loses nothing when it is broken at
 * any letter, which takes a fifth of that.
 */
static PangoWrapMode
choose_wrap (const char *text)
{
  guint run = 0;

  for (const char *p = text; *p != '\0' && run <= LONGEST_WORD; p++)
    run = g_ascii_isalnum (*p) ? run + 1 : 0;
  return run > LONGEST_WORD ? PANGO_WRAP_CHAR : PANGO_WRAP_WORD_CHAR;
}

/* Ticks come before the lines are laid out: the second one knows them. What has moved between the
 * scrolled window and the card keeps the lines it had there until it is asked once more. */
static gboolean
laid_out_cb (GtkWidget     *text,
             GdkFrameClock *clock,
             gpointer       user_data)
{
  ZgReplyText *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  PangoRectangle place;

  if (!self->laid_out)
    {
      self->laid_out = TRUE;
      return G_SOURCE_CONTINUE;
    }

  self->tick_id = 0;
  gtk_widget_queue_resize (text);
  g_signal_emit (self, signals[LAID_OUT], 0);
  pango_layout_index_to_pos (gtk_label_get_layout (self->text), self->missing_at, &place);
  /* With a line before it, to see what it is about. */
  gtk_adjustment_set_value (adjustment, place.y > 0 ? (place.y - place.height) / PANGO_SCALE : 0);
  return G_SOURCE_REMOVE;
}

static void
zg_reply_text_dispose (GObject *object)
{
  ZgReplyText *self = ZG_REPLY_TEXT (object);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->text), self->tick_id);
  self->tick_id = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_REPLY_TEXT);

  G_OBJECT_CLASS (zg_reply_text_parent_class)->dispose (object);
}

static void
zg_reply_text_class_init (ZgReplyTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_reply_text_dispose;

  /**
   * ZgReplyText::laid-out:
   * @self: the text
   *
   * The lines of a new text have their places, and so how tall it is at this width is known.
   */
  signals[LAID_OUT] = g_signal_new ("laid-out", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  g_type_ensure (ZG_TYPE_WIDTH_FIRST_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/widgets/zg-reply-text.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgReplyText, card);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyText, scroller);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyText, text);
}

static void
zg_reply_text_init (ZgReplyText *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * zg_reply_text_show:
 * @self: the text
 * @fill: what was filled; only looked at
 * @findings: (nullable) (element-type ZgWordingFinding): words in it that one may regret
 */
void
zg_reply_text_show (ZgReplyText  *self,
                    const ZgFill *fill,
                    GArray       *findings)
{
  g_autoptr(ZgMessageTurn) turn = zg_message_turn_new ();

  zg_message_turn_set (turn, fill->text, FALSE);
  zg_reply_text_show_turn (self, fill, findings, turn);
}

/**
 * zg_reply_text_show_turn:
 * @self: the text
 * @fill: what was filled; only looked at
 * @findings: (nullable) (element-type ZgWordingFinding): what the wording check found in it
 * @turn: the parts of it, and which is copied next
 */
void
zg_reply_text_show_turn (ZgReplyText         *self,
                         const ZgFill        *fill,
                         GArray              *findings,
                         const ZgMessageTurn *turn)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr(GArray) marked = g_array_new (FALSE, FALSE, sizeof (ZgWordingFinding));
  g_autoptr(ZgFill) shown = zg_message_layout_new (fill, findings, turn, attributes, marked);

  self->missing_at = find_missing (shown);
  gtk_label_set_wrap_mode (self->text, choose_wrap (shown->text));
  gtk_label_set_text (self->text, shown->text);
  zg_reply_marks_add_spans (attributes, shown, G_MAXSIZE, TRUE, dark);
  zg_reply_marks_add_findings (attributes, marked, dark);
  gtk_label_set_attributes (self->text, attributes);
  gtk_scrolled_window_set_min_content_height (self->scroller, fill->missing->len > 1 ? COMPACT_TEXT_ASKED_HEIGHT
                                                                                     : COMPACT_TEXT_MIN_HEIGHT);
  self->laid_out = FALSE;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->text), laid_out_cb, self, NULL);
}

/**
 * zg_reply_text_set_compact:
 * @self: the text
 * @compact: whether it stands below the list, where there is little room
 */
void
zg_reply_text_set_compact (ZgReplyText *self,
                           gboolean     compact)
{
  g_autoptr(GtkWidget) text = g_object_ref (GTK_WIDGET (self->text));

  if (compact == self->compact)
    return;

  self->compact = compact;
  /* A scrolled window does not ask how tall its text is at the width it has, so it is used only where it must be. */
  if (compact)
    {
      adw_bin_set_child (self->card, NULL);
      gtk_scrolled_window_set_child (self->scroller, text);
      gtk_scrolled_window_set_max_content_height (self->scroller, COMPACT_TEXT_HEIGHT);
    }
  else
    {
      gtk_scrolled_window_set_child (self->scroller, NULL);
      adw_bin_set_child (self->card, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), compact);
  gtk_widget_set_visible (GTK_WIDGET (self->card), !compact);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-body"

#include "config.h"

#include "zg-reply-body.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "zg-piece.h"
#include "zg-reply-follow.h"
#include "zg-reply-offers.h"
#include "zg-reply-room.h"
#include "zg-reply-tags.h"
#include "zg-reply.h"

struct _ZgReplyBody
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkLabel *fault;
  GtkLabel *notes;              /* the advice, a line each */
  ZgReplyOffers *offers;
  ZgReplyTags tags;
  ZgReplyAdvice *advice;
  guint follow_id;              /* brings the cursor into sight, or 0 */
  gboolean is_composing;
  gboolean is_setting;
};

enum {
  CHANGED,
  FOCUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgReplyBody, zg_reply_body, GTK_TYPE_WIDGET)

/**
 * zg_reply_body_dup_text:
 *
 * Returns: (transfer full): what was typed, and nothing that stands between two messages
 */
char *
zg_reply_body_dup_text (ZgReplyBody *self)
{
  GtkTextIter start, end;
  char *text;

  g_return_val_if_fail (ZG_IS_REPLY_BODY (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  /* It can't be typed, but pasted. A space is as long. */
  return g_strdelimit (text, ZG_REPLY_MESSAGE_SEPARATOR, ' ');
}

static void
show_fault (ZgReplyBody *self,
            const char  *fault)
{
  gtk_label_set_text (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
}

/* Colours the placeholders; the first that can't be filled is said in words. */
static void
highlight (ZgReplyBody *self)
{
  g_autofree char *text = zg_reply_body_dup_text (self);
  g_autoptr (GArray) pieces = zg_template_parse (text);
  g_autofree char *fault = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->tags.placeholder, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->tags.ask, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->tags.broken, &start, &end);

  for (guint i = 0; i < pieces->len; i++)
    {
      const ZgPiece *piece = &g_array_index (pieces, ZgPiece, i);
      GtkTextTag *tag = piece->fault != ZG_PIECE_FAULT_NONE ? self->tags.broken
                        : piece->kind == ZG_PIECE_ASK ? self->tags.ask : self->tags.placeholder;

      if (piece->kind == ZG_PIECE_LITERAL)
        continue;
      zg_reply_tags_apply (self->buffer, tag, text, piece->start, piece->end);
      if (fault == NULL)
        fault = zg_piece_describe_fault (piece);
    }
  /* A name that is being chosen is not finished yet. */
  show_fault (self, gtk_widget_get_visible (GTK_WIDGET (self->offers)) ? NULL : fault);
}

static void
offer (ZgReplyBody *self)
{
  g_autofree char *typed = NULL;
  GtkTextIter brace;
  GdkRectangle place;
  double x = 0, y = 0;

  typed = gtk_widget_has_focus (GTK_WIDGET (self->view)) ? zg_reply_offers_dup_typed (self->buffer, &brace) : NULL;
  if (typed == NULL)
    {
      zg_reply_offers_hide (self->offers);
      return;
    }

  gtk_text_view_get_iter_location (self->view, &brace, &place);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x, &place.y);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), place.x, place.y, &x, &y);
  place = (GdkRectangle) { (int) x, (int) y, 1, place.height };
  zg_reply_offers_show (self->offers, typed, &place);
}

/**
 * zg_reply_body_insert:
 * @text: what is written in braces, with them
 *
 * Writes it where the cursor is, instead of what is typed behind a brace that is still open.
 */
void
zg_reply_body_insert (ZgReplyBody *self,
                      const char  *text)
{
  g_autofree char *typed = NULL;
  GtkTextIter start, cursor;

  g_return_if_fail (ZG_IS_REPLY_BODY (self));

  gtk_text_buffer_begin_user_action (self->buffer);
  typed = zg_reply_offers_dup_typed (self->buffer, &start);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  if (typed != NULL)
    {
      /* The closing brace may be there already. */
      if (gtk_text_iter_get_char (&cursor) == '}')
        gtk_text_iter_forward_char (&cursor);
      gtk_text_buffer_delete (self->buffer, &start, &cursor);
    }
  gtk_text_buffer_insert_at_cursor (self->buffer, text, -1);
  gtk_text_buffer_end_user_action (self->buffer);
  zg_reply_offers_hide (self->offers);
}

static void
buffer_changed_cb (ZgReplyBody *self)
{
  if (!self->is_setting && !self->is_composing)
    offer (self);
  highlight (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
follow_cb (gpointer data)
{
  ZgReplyBody *self = data;

  self->follow_id = 0;
  zg_reply_follow_cursor (self->view, GTK_SCROLLED_WINDOW (self->scroller));
  return G_SOURCE_REMOVE;
}

/* Away from the brace by the arrows or the pointer. */
static void
cursor_moved_cb (ZgReplyBody *self)
{
  g_autofree char *typed = NULL;
  GtkTextIter brace;

  /* Once the lines have their places. */
  if (self->follow_id == 0)
    self->follow_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, follow_cb, self, NULL);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->offers)))
    return;
  typed = zg_reply_offers_dup_typed (self->buffer, &brace);
  if (typed == NULL)
    zg_reply_offers_hide (self->offers);
}

static void
preedit_changed_cb (ZgReplyBody *self,
                    const char  *preedit)
{
  self->is_composing = preedit != NULL && *preedit != '\0';
}

/* Before the text takes the key. Tab goes on to the next field: no message has a tab in it. */
static gboolean
key_pressed_cb (ZgReplyBody     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (self->is_composing)
    return GDK_EVENT_PROPAGATE;
  return zg_reply_offers_press (self->offers, keyval, state) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
focus_in_cb (ZgReplyBody *self)
{
  cursor_moved_cb (self);
  g_signal_emit (self, signals[FOCUSED], 0);
}

static void
focus_out_cb (ZgReplyBody *self)
{
  zg_reply_offers_hide (self->offers);
}

static void
colour_tags (ZgReplyBody *self)
{
  zg_reply_tags_colour (&self->tags, adw_style_manager_get_dark (adw_style_manager_get_default ()));
}

static void
zg_reply_body_dispose (GObject *object)
{
  ZgReplyBody *self = ZG_REPLY_BODY (object);

  g_clear_handle_id (&self->follow_id, g_source_remove);
  if (self->offers != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->offers));
  self->offers = NULL;
  g_clear_pointer (&self->advice, zg_reply_advice_free);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->fault, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->notes, gtk_widget_unparent);
  g_clear_object (&self->buffer);

  G_OBJECT_CLASS (zg_reply_body_parent_class)->dispose (object);
}

static void
zg_reply_body_class_init (ZgReplyBodyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = zg_reply_body_dispose;

  signals[CHANGED] = g_signal_new ("changed", ZG_TYPE_REPLY_BODY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[FOCUSED] = g_signal_new ("focused", ZG_TYPE_REPLY_BODY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "replybody");
}

static void
watch (ZgReplyBody *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_in_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_out_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "preedit-changed", G_CALLBACK (preedit_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->offers, "closed", G_CALLBACK (highlight), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->offers, "chosen", G_CALLBACK (zg_reply_body_insert), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (colour_tags), self,
                           G_CONNECT_SWAPPED);
}

static GtkLabel *
create_line (ZgReplyBody *self,
             const char  *tone)
{
  GtkWidget *line = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL);

  gtk_widget_add_css_class (line, tone);
  gtk_widget_add_css_class (line, "secondary");
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  return GTK_LABEL (line);
}

static void
zg_reply_body_init (ZgReplyBody *self)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_widget_set_layout_manager (GTK_WIDGET (self), gtk_box_layout_new (GTK_ORIENTATION_VERTICAL));
  self->view = GTK_TEXT_VIEW (view);
  self->buffer = g_object_ref (gtk_text_view_get_buffer (self->view));
  gtk_text_buffer_set_enable_undo (self->buffer, TRUE);
  zg_reply_tags_init (&self->tags, self->buffer);
  colour_tags (self);

  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_widget_add_css_class (view, "proof-text");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), view);
  zg_reply_room_give (self->view, GTK_SCROLLED_WINDOW (self->scroller));
  gtk_widget_add_css_class (self->scroller, "note-frame");
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  self->fault = create_line (self, "error");
  self->notes = create_line (self, "warning");
  self->advice = zg_reply_advice_new (self->view, self->tags.mark, self->notes);

  self->offers = ZG_REPLY_OFFERS (zg_reply_offers_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->offers), GTK_WIDGET (self));
  watch (self);
}

/**
 * zg_reply_body_new:
 * @text: a message
 *
 * Returns: (transfer full): an editor of it
 */
GtkWidget *
zg_reply_body_new (const char *text)
{
  GtkWidget *self = g_object_new (ZG_TYPE_REPLY_BODY, NULL);

  zg_reply_body_set_text (ZG_REPLY_BODY (self), text);
  return self;
}

/**
 * zg_reply_body_set_text:
 * @text: a message
 *
 * Shows another text. That can't be undone with Ctrl+Z.
 */
void
zg_reply_body_set_text (ZgReplyBody *self,
                        const char  *text)
{
  g_return_if_fail (ZG_IS_REPLY_BODY (self));

  self->is_setting = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  self->is_setting = FALSE;
}

/**
 * zg_reply_body_set_label:
 * @label: which message it is, for who does not see it
 */
void
zg_reply_body_set_label (ZgReplyBody *self,
                         const char  *label)
{
  g_return_if_fail (ZG_IS_REPLY_BODY (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * zg_reply_body_set_marks:
 * @marks: (array length=n_marks): places in the text that was last asked for; copied
 * @n_marks: how many
 *
 * Underlines words, as a wording check does. The pointer is told the advice.
 */
void
zg_reply_body_set_marks (ZgReplyBody       *self,
                         const ZgReplyMark *marks,
                         gsize              n_marks)
{
  g_return_if_fail (ZG_IS_REPLY_BODY (self));

  zg_reply_advice_set (self->advice, marks, n_marks);
}

/**
 * zg_reply_body_get_fault:
 *
 * Returns: (transfer none) (nullable): why the message can't be kept as it is, as it stands below it
 */
const char *
zg_reply_body_get_fault (ZgReplyBody *self)
{
  g_return_val_if_fail (ZG_IS_REPLY_BODY (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self->fault)) ? gtk_label_get_text (self->fault) : NULL;
}

/**
 * zg_reply_body_focus:
 *
 * Puts the cursor into the message.
 */
void
zg_reply_body_focus (ZgReplyBody *self)
{
  g_return_if_fail (ZG_IS_REPLY_BODY (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-paste-view"

#include "config.h"

#include "zg-paste-view.h"

#include <glib/gi18n.h>

/**
 * ZgPasteView:
 *
 * Where somebody pastes what a customer sent. What was understood of it is tinted; two tints take turns, so that one sees
 * where the city ends and the street begins. Signals: `changed`, when another text is in it; `pasted`, when that came from the
 * clipboard as a whole.
 */
struct _ZgPasteView
{
  GtkWidget parent_instance;

  GtkWidget *overlay;
  GtkTextView *text;
  GtkTextBuffer *buffer;
  GtkWidget *hint;
};

enum {
  CHANGED,
  PASTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgPasteView, zg_paste_view, GTK_TYPE_WIDGET)

static void
changed_cb (ZgPasteView *self)
{
  gtk_widget_set_visible (self->hint, gtk_text_buffer_get_char_count (self->buffer) == 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
paste_done_cb (ZgPasteView *self)
{
  g_signal_emit (self, signals[PASTED], 0);
}

static gboolean
zg_paste_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ZG_PASTE_VIEW (widget)->text));
}

static void
zg_paste_view_dispose (GObject *object)
{
  g_clear_pointer (&ZG_PASTE_VIEW (object)->overlay, gtk_widget_unparent);

  G_OBJECT_CLASS (zg_paste_view_parent_class)->dispose (object);
}

static void
zg_paste_view_class_init (ZgPasteViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_paste_view_dispose;
  widget_class->grab_focus = zg_paste_view_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", ZG_TYPE_PASTE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PASTED] = g_signal_new ("pasted", ZG_TYPE_PASTE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pasteview");
}

static void
create_text (ZgPasteView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->text = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->buffer = gtk_text_view_get_buffer (self->text);
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What the customer sent"), -1);
  gtk_text_buffer_create_tag (self->buffer, "odd", "background", "rgba(53,132,228,0.24)", NULL);
  gtk_text_buffer_create_tag (self->buffer, "even", "background", "rgba(53,132,228,0.42)", NULL);
  gtk_text_buffer_create_tag (self->buffer, "doubtful", "background", "rgba(229,165,10,0.40)", NULL);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "paste-done", G_CALLBACK (paste_done_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 132);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->text));
  gtk_widget_add_css_class (scroller, "note-frame");
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), scroller);
}

static void
zg_paste_view_init (ZgPasteView *self)
{
  self->overlay = gtk_overlay_new ();
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  create_text (self);

  self->hint = gtk_label_new (_("Paste name, phone and address here, as the customer sent them"));
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_set_valign (self->hint, GTK_ALIGN_START);
  gtk_widget_set_can_target (self->hint, FALSE);
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_add_css_class (self->hint, "paste-hint");
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->hint);
  gtk_overlay_set_measure_overlay (GTK_OVERLAY (self->overlay), self->hint, TRUE);
}

/**
 * zg_paste_view_dup_text:
 *
 * Returns: (transfer full): as much of the text as can be somebody's address
 */
char *
zg_paste_view_dup_text (ZgPasteView *self)
{
  g_autofree char *whole = NULL;
  GtkTextIter start, end;

  g_return_val_if_fail (ZG_IS_PASTE_VIEW (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  whole = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  return zg_paste_cut (whole);
}

/**
 * zg_paste_view_set_text:
 * @text: what somebody pasted
 */
void
zg_paste_view_set_text (ZgPasteView *self,
                        const char  *text)
{
  g_return_if_fail (ZG_IS_PASTE_VIEW (self));

  gtk_text_buffer_set_text (self->buffer, text, -1);
}

static gboolean
is_understood (ZgPasteRole role)
{
  return role == ZG_PASTE_ROLE_NAME || role == ZG_PASTE_ROLE_PHONE || role == ZG_PASTE_ROLE_POSTCODE
         || role == ZG_PASTE_ROLE_REGION || role == ZG_PASTE_ROLE_DETAIL || role == ZG_PASTE_ROLE_NOTE;
}

/**
 * zg_paste_view_show:
 * @paste: what was understood of its text
 *
 * Tints that.
 */
void
zg_paste_view_show (ZgPasteView   *self,
                    const ZgPaste *paste)
{
  GtkTextIter start, end;
  guint n_understood = 0;
  int at = 0;

  g_return_if_fail (ZG_IS_PASTE_VIEW (self));

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (self->buffer, &start, &end);
  for (guint i = 0; i < paste->spans->len; i++)
    {
      const ZgPasteSpan *span = &g_array_index (paste->spans, ZgPasteSpan, i);
      const char *tag = is_understood (span->role) ? (n_understood++ % 2 == 0 ? "odd" : "even")
                        : span->role == ZG_PASTE_ROLE_DOUBTFUL ? "doubtful" : NULL;
      int n_chars = (int) g_utf8_strlen (paste->text + span->start, (gssize) (span->end - span->start));

      if (tag != NULL)
        {
          gtk_text_buffer_get_iter_at_offset (self->buffer, &start, at);
          gtk_text_buffer_get_iter_at_offset (self->buffer, &end, at + n_chars);
          gtk_text_buffer_apply_tag_by_name (self->buffer, tag, &start, &end);
        }
      at += n_chars;
    }
}

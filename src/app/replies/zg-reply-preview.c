/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-preview"

#include "config.h"

#include "zg-reply-preview.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "zg-key-cap.h"
#include "zg-reply-ask.h"
#include "zg-reply-row.h"

/* The chosen reply as it would be copied: what was filled in, what is missing, for whom it is. */

/* The tallest that the text gets where the preview stands below the list. */
#define COMPACT_TEXT_HEIGHT 150
/* Less than four lines can't be proof-read; but where several things are missing those come first. */
#define COMPACT_TEXT_MIN_HEIGHT 118
#define COMPACT_TEXT_ASKED_HEIGHT 56

struct _ZgReplyPreview
{
  GtkWidget parent_instance;

  ZgReplyItem *item;
  ZgReplyItem *next_item;       /* shown with the next frame but one */
  guint tick;
  guint n_ticks;
  guint wording;
  GHashTable *answers;          /* name → answer, for this item and this customer alone */
  ZgFill *fill;
  char *addressee;
  gboolean compact;
  guint tick_id;                /* looks at the lines of the text once it has them, or 0 */
  gboolean laid_out;            /* since the text changed */

  GtkWidget *box;
  GtkBox *card;
  GtkWidget *head;
  ZgReplyAsk *ask;
  GtkWidget *copy_button;
  GtkWidget *copy_icon;
  ZgKeyCap *copy_key;
  GtkLabel *copy_label;
  GtkWidget *doubt;
  GtkLabel *doubt_label;
  GtkWidget *filled;
  GtkLabel *length;
  GtkLabel *meta;
  GtkScrolledWindow *scroller;
  GtkLabel *text;
  GtkLabel *title;
  GtkWidget *wording_button;
  GtkWidget *wording_below;     /* the same beside the copy button, where there is no head */
};

enum {
  COPY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgReplyPreview, zg_reply_preview, GTK_TYPE_WIDGET)

static void
show_meta (ZgReplyPreview *self)
{
  const ZgReply *reply = zg_reply_item_get_reply (self->item);
  guint n_wordings = zg_reply_get_n_wordings (reply);
  g_autoptr(GString) meta = g_string_new (reply->group_name);

  if (n_wordings > 1)
    {
      /* Translators: which of several wordings of a reply is shown */
      g_string_append_printf (meta, _(" · wording %u/%u"), self->wording % n_wordings + 1, n_wordings);
    }
  if (reply->use_count > 0)
    g_string_append_printf (meta, ngettext (" · used %d time", " · used %d times", (int) reply->use_count),
                            (int) reply->use_count);
  gtk_label_set_text (self->meta, meta->str);
  gtk_widget_set_visible (self->wording_button, n_wordings > 1);
  gtk_widget_set_visible (self->wording_below, n_wordings > 1 && self->compact);
}

/* The byte where the first missing thing stands, 0 when nothing is missing. */
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

/* Ticks come before the lines are laid out: the second one knows them. What has moved between the
 * scrolled window and the card keeps the lines it had there until it is asked once more. */
static gboolean
laid_out_cb (GtkWidget     *text,
             GdkFrameClock *clock,
             gpointer       user_data)
{
  ZgReplyPreview *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  PangoRectangle place = { 0 };

  if (!self->laid_out)
    {
      self->laid_out = TRUE;
      return G_SOURCE_CONTINUE;
    }

  self->tick_id = 0;
  gtk_widget_queue_resize (text);
  gtk_widget_queue_resize (GTK_WIDGET (self->ask));
  if (self->fill != NULL)
    pango_layout_index_to_pos (gtk_label_get_layout (self->text), find_missing (self->fill), &place);
  /* With a line before it, to see what it is about. */
  gtk_adjustment_set_value (adjustment, place.y > 0 ? (place.y - place.height) / PANGO_SCALE : 0);
  return G_SOURCE_REMOVE;
}

static void
show_text (ZgReplyPreview *self)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *length = NULL;
  glong n_characters = g_utf8_strlen (self->fill->text, -1);

  gtk_label_set_text (self->text, self->fill->text);
  zg_reply_mark_spans (attributes, self->fill, G_MAXSIZE, TRUE, adw_style_manager_get_dark (adw_style_manager_get_default ()));
  gtk_label_set_attributes (self->text, attributes);
  length = g_strdup_printf (ngettext ("%ld character", "%ld characters", n_characters), n_characters);
  gtk_label_set_text (self->length, length);
  gtk_scrolled_window_set_min_content_height (self->scroller, self->fill->missing->len > 1 ? COMPACT_TEXT_ASKED_HEIGHT
                                                                                           : COMPACT_TEXT_MIN_HEIGHT);
  self->laid_out = FALSE;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->text), laid_out_cb, self, NULL);
}

/* The button says what to do first instead of greying out. */
static void
show_button (ZgReplyPreview *self)
{
  gboolean complete = zg_reply_preview_is_complete (self);
  g_autofree char *label = NULL;

  if (!complete)
    {
      const ZgMissing *first = g_ptr_array_index (self->fill->missing, 0);

      if (first->is_broken)
        label = g_strdup (_("The text has to be mended first"));
      else if (self->addressee != NULL)
        /* Translators: first what is missing ("Courier"), then for whom */
        label = g_strdup_printf (_("First %s, then copy for %s"), first->label, self->addressee);
      else
        label = g_strdup_printf (_("First %s, then copy"), first->label);
    }
  else if (self->addressee != NULL)
    {
      label = g_strdup_printf (_("Copy for %s"), self->addressee);
    }
  else
    {
      label = g_strdup (_("Copy"));
    }

  gtk_label_set_text (self->copy_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (self->copy_icon, complete);
  gtk_widget_set_visible (self->filled, complete);
  if (complete)
    gtk_widget_add_css_class (self->copy_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->copy_button, "suggested-action");
}

static void
refill (ZgReplyPreview *self)
{
  const ZgReply *reply;

  g_clear_pointer (&self->fill, zg_fill_free);
  gtk_widget_set_visible (self->box, self->item != NULL);
  if (self->item == NULL)
    return;

  reply = zg_reply_item_get_reply (self->item);
  self->fill = zg_reply_item_fill (self->item, self->wording, self->answers);
  gtk_label_set_text (self->title, reply->title);
  show_meta (self);
  show_text (self);
  zg_reply_ask_show (self->ask, self->fill->missing);
  show_button (self);
}

static void
answered_cb (ZgReplyPreview *self,
             const char     *name,
             const char     *answer)
{
  if (answer[0] == '\0')
    g_hash_table_remove (self->answers, name);
  else
    g_hash_table_insert (self->answers, g_strdup (name), g_strdup (answer));

  refill (self);
  /* On to the next question; when that was the last one, Enter has done what it is for. */
  if (self->fill == NULL || answer[0] == '\0')
    return;
  if (!zg_reply_preview_is_complete (self))
    zg_reply_preview_focus_missing (self);
  else
    g_signal_emit (self, signals[COPY], 0);
}

static void
copy_clicked_cb (ZgReplyPreview *self)
{
  g_signal_emit (self, signals[COPY], 0);
}

static void
zg_reply_preview_dispose (GObject *object)
{
  ZgReplyPreview *self = ZG_REPLY_PREVIEW (object);

  g_signal_handlers_disconnect_by_data (adw_style_manager_get_default (), self);
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->text), self->tick_id);
  self->tick_id = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_REPLY_PREVIEW);
  g_clear_object (&self->item);
  g_clear_object (&self->next_item);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->fill, zg_fill_free);
  g_clear_pointer (&self->addressee, g_free);

  G_OBJECT_CLASS (zg_reply_preview_parent_class)->dispose (object);
}

static void
zg_reply_preview_class_init (ZgReplyPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_reply_preview_dispose;

  /**
   * ZgReplyPreview::copy:
   * @self: the preview
   *
   * The text should be copied: the button was pressed, or the last question was answered.
   */
  signals[COPY] = g_signal_new ("copy", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ZG_TYPE_KEY_CAP);
  g_type_ensure (ZG_TYPE_REPLY_ASK);
  gtk_widget_class_set_css_name (widget_class, "replypreview");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/replies/zg-reply-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, ask);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, box);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, card);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, copy_button);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, copy_icon);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, copy_key);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, copy_label);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, doubt);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, doubt_label);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, filled);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, head);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, length);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, meta);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, text);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, title);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, wording_below);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, wording_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, zg_reply_preview_next_wording);
}

static void
zg_reply_preview_init (ZgReplyPreview *self)
{
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  zg_key_cap_set_label (self->copy_key, "Enter");
  gtk_widget_set_visible (self->box, FALSE);
  g_signal_connect_swapped (self->ask, "answered", G_CALLBACK (answered_cb), self);
  /* The tints of a text are attributes, which no style sheet changes. */
  g_signal_connect_swapped (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (refill), self);
}

static void
settle (ZgReplyPreview *self)
{
  g_autoptr (ZgReplyItem) item = g_steal_pointer (&self->next_item);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  if (item != NULL)
    zg_reply_preview_show (self, item);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *frame_clock,
         gpointer       data)
{
  ZgReplyPreview *self = ZG_REPLY_PREVIEW (widget);

  if (self->n_ticks++ == 0)
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  settle (self);
  return G_SOURCE_REMOVE;
}

/**
 * zg_reply_preview_show:
 * @self: the preview
 * @item: (nullable): what to show; answers to another one are forgotten
 */
void
zg_reply_preview_show (ZgReplyPreview *self,
                       ZgReplyItem    *item)
{
  gint64 before = self->item != NULL ? zg_reply_item_get_reply (self->item)->id : 0;

  g_clear_object (&self->next_item);
  if (!g_set_object (&self->item, item))
    return;

  /* The same reply filled anew, after something was written, keeps what was answered. */
  if (item == NULL || zg_reply_item_get_reply (item)->id != before)
    g_hash_table_remove_all (self->answers);
  self->wording = item != NULL ? zg_reply_item_get_wording (item) : 0;
  zg_reply_preview_show_doubt (self, FALSE);
  refill (self);
}

/**
 * zg_reply_preview_show_soon:
 * @self: a preview
 * @item: what to show
 *
 * Shows it a frame later than zg_reply_preview_show(): a key that finds other replies leaves this one to the list. Who
 * asks the preview for anything meanwhile gets what is to be shown.
 */
void
zg_reply_preview_show_soon (ZgReplyPreview *self,
                            ZgReplyItem    *item)
{
  g_set_object (&self->next_item, item);
  self->n_ticks = 0;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    settle (self);
  else if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/**
 * zg_reply_preview_set_addressee:
 * @self: the preview
 * @name: (nullable): whom the text is for, as the button says it. Answers given for somebody else are forgotten
 */
void
zg_reply_preview_set_addressee (ZgReplyPreview *self,
                                const char     *name)
{
  g_free (self->addressee);
  self->addressee = g_strdup (name);
  g_hash_table_remove_all (self->answers);
  refill (self);
}

/**
 * zg_reply_preview_get_item:
 * @self: the preview
 *
 * Returns: (transfer none) (nullable): what it shows
 */
ZgReplyItem *
zg_reply_preview_get_item (ZgReplyPreview *self)
{
  settle (self);
  return self->item;
}

/**
 * zg_reply_preview_get_fill:
 * @self: the preview
 *
 * Returns: (transfer none) (nullable): the text as it is shown
 */
const ZgFill *
zg_reply_preview_get_fill (ZgReplyPreview *self)
{
  settle (self);
  return self->fill;
}

/**
 * zg_reply_preview_is_complete:
 * @self: the preview
 *
 * Returns: whether there is a text and nothing is missing in it
 */
gboolean
zg_reply_preview_is_complete (ZgReplyPreview *self)
{
  settle (self);
  return self->fill != NULL && self->fill->missing->len == 0;
}

/**
 * zg_reply_preview_focus_missing:
 * @self: the preview
 *
 * Returns: whether something is missing that can be answered; it has the focus then
 */
gboolean
zg_reply_preview_focus_missing (ZgReplyPreview *self)
{
  return !zg_reply_preview_is_complete (self) && zg_reply_ask_focus_first (self->ask);
}

/**
 * zg_reply_preview_choose:
 * @self: the preview
 * @number: from 1
 *
 * Returns: whether that choice was there, and is the answer now
 */
gboolean
zg_reply_preview_choose (ZgReplyPreview *self,
                         guint           number)
{
  return !zg_reply_preview_is_complete (self) && zg_reply_ask_choose (self->ask, number);
}

/**
 * zg_reply_preview_forget_answers:
 * @self: the preview
 *
 * Returns: whether there were answers to forget
 */
gboolean
zg_reply_preview_forget_answers (ZgReplyPreview *self)
{
  settle (self);
  if (g_hash_table_size (self->answers) == 0)
    return FALSE;

  g_hash_table_remove_all (self->answers);
  refill (self);
  return TRUE;
}

/**
 * zg_reply_preview_next_wording:
 * @self: the preview
 *
 * Shows the next way to say it.
 */
void
zg_reply_preview_next_wording (ZgReplyPreview *self)
{
  settle (self);
  if (self->item == NULL)
    return;

  self->wording++;
  refill (self);
}

/**
 * zg_reply_preview_show_doubt:
 * @self: the preview
 * @doubt: whether to ask once more whom it is for, after nobody was there for a while
 */
void
zg_reply_preview_show_doubt (ZgReplyPreview *self,
                             gboolean        doubt)
{
  if (doubt && self->addressee != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("You were away for a while. Still for %s? Then copy once more."),
                                               self->addressee);

      gtk_label_set_text (self->doubt_label, text);
    }
  gtk_widget_set_visible (self->doubt, doubt);
}

/**
 * zg_reply_preview_set_compact:
 * @self: the preview
 * @compact: whether it stands below the list, where there is little room
 */
void
zg_reply_preview_set_compact (ZgReplyPreview *self,
                              gboolean        compact)
{
  g_autoptr(GtkWidget) text = g_object_ref (GTK_WIDGET (self->text));

  gtk_widget_set_visible (self->head, !compact);
  if (compact == self->compact)
    return;

  self->compact = compact;
  /* A scrolled window does not ask how tall its text is at the width it has, so it is used only where it must be. */
  if (compact)
    {
      gtk_box_remove (self->card, text);
      gtk_scrolled_window_set_child (self->scroller, text);
      gtk_scrolled_window_set_max_content_height (self->scroller, COMPACT_TEXT_HEIGHT);
    }
  else
    {
      gtk_scrolled_window_set_child (self->scroller, NULL);
      gtk_box_append (self->card, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), compact);
  gtk_widget_set_visible (GTK_WIDGET (self->card), !compact);
  refill (self);
}

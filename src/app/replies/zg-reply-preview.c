/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-preview"

#include "config.h"

#include "zg-reply-preview.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "zg-key-cap.h"
#include "zg-reply-ask.h"
#include "zg-reply-copy-label.h"
#include "zg-reply-text.h"
#include "zg-width-first-layout.h"
#include "zg-wording-hint.h"

/* The chosen reply as it would be copied: what was filled in, what is missing, for whom it is. */

struct _ZgReplyPreview
{
  GtkWidget parent_instance;

  ZgReplyDraft *draft;
  ZgReplyItem *next_item;       /* shown with the next frame but one */
  guint tick;
  guint n_ticks;
  char *addressee;
  gboolean compact;

  GtkWidget *box;
  GtkWidget *head;
  GtkMenuButton *more;
  GtkWidget *more_below;        /* the same beside the copy button, where there is no head */
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
  ZgReplyText *text;
  GtkLabel *title;
  ZgWordingHint *hint;
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
  const ZgReply *reply = zg_reply_item_get_reply (zg_reply_draft_get_item (self->draft));
  guint n_wordings = zg_reply_get_n_wordings (reply);
  g_autoptr(GString) meta = g_string_new (reply->group_name);

  if (n_wordings > 1)
    {
      /* Translators: which of several wordings of a reply is shown */
      g_string_append_printf (meta, _(" · wording %u/%u"), zg_reply_draft_get_wording (self->draft) + 1,
                              n_wordings);
    }
  if (reply->use_count > 0)
    g_string_append_printf (meta, ngettext (" · used %d time", " · used %d times", (int) reply->use_count),
                            (int) reply->use_count);
  gtk_label_set_text (self->meta, meta->str);
  gtk_widget_set_visible (self->wording_button, n_wordings > 1);
  gtk_widget_set_visible (self->wording_below, n_wordings > 1 && self->compact);
}

static void
show_text (ZgReplyPreview *self)
{
  const ZgFill *fill = zg_reply_draft_get_fill (self->draft);
  glong n_characters = g_utf8_strlen (fill->text, -1);
  g_autofree char *length = g_strdup_printf (ngettext ("%ld character", "%ld characters", n_characters), n_characters);

  zg_reply_text_show_turn (self->text, fill, zg_reply_draft_get_findings (self->draft),
                           zg_reply_draft_get_turn (self->draft));
  gtk_label_set_text (self->length, length);
}

static void
show_button (ZgReplyPreview *self)
{
  gboolean complete = zg_reply_draft_is_complete (self->draft);
  g_autofree char *label = zg_reply_copy_label (self->draft, self->addressee);

  gtk_label_set_text (self->copy_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (self->copy_icon, complete);
  gtk_widget_set_visible (self->filled, complete);
  if (complete)
    gtk_widget_add_css_class (self->copy_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->copy_button, "suggested-action");
}

/**
 * zg_reply_preview_refresh:
 * @self: the preview
 *
 * Shows what is next, after a part of the reply was copied.
 */
void
zg_reply_preview_refresh (ZgReplyPreview *self)
{
  ZgReplyItem *item = zg_reply_draft_get_item (self->draft);

  gtk_widget_set_visible (self->box, item != NULL);
  if (item == NULL)
    return;

  gtk_label_set_text (self->title, zg_reply_item_get_reply (item)->title);
  show_meta (self);
  show_text (self);
  zg_reply_ask_show (self->ask, zg_reply_draft_get_fill (self->draft)->missing,
                     zg_reply_draft_get_round (self->draft));
  zg_wording_hint_show (self->hint, zg_reply_draft_get_findings (self->draft));
  show_button (self);
}

/* The button that was pressed may be gone; what follows is to copy. */
static void
replace_cb (ZgReplyPreview       *self,
            const ZgWordingEntry *entry)
{
  zg_reply_draft_replace (self->draft, entry);
  zg_reply_preview_refresh (self);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->hint)))
    gtk_widget_grab_focus (self->copy_button);
}

static void
answered_cb (ZgReplyPreview *self,
             const char     *name,
             const char     *answer)
{
  zg_reply_draft_answer (self->draft, name, answer);
  zg_reply_preview_refresh (self);

  /* On to the next question; when that was the last one, Enter has done what it is for. */
  if (zg_reply_draft_get_fill (self->draft) == NULL || answer[0] == '\0')
    return;
  if (!zg_reply_preview_is_complete (self))
    zg_reply_preview_focus_missing (self);
  else
    g_signal_emit (self, signals[COPY], 0);
}

/* Where a choice has the focus its number is a key, too. A field for text keeps its digits. */
static gboolean
key_pressed_cb (ZgReplyPreview  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || GTK_IS_EDITABLE (focus) || (state & gtk_accelerator_get_default_mod_mask ()) != 0
      || keyval < GDK_KEY_1 || keyval > GDK_KEY_9)
    return GDK_EVENT_PROPAGATE;
  return zg_reply_preview_choose (self, keyval - GDK_KEY_0) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
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
  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_REPLY_PREVIEW);
  g_clear_object (&self->next_item);
  g_clear_pointer (&self->draft, zg_reply_draft_free);
  g_clear_pointer (&self->addressee, g_free);

  G_OBJECT_CLASS (zg_reply_preview_parent_class)->dispose (object);
}

static void
zg_reply_preview_map (GtkWidget *widget)
{
  zg_reply_draft_note_shown (ZG_REPLY_PREVIEW (widget)->draft);
  GTK_WIDGET_CLASS (zg_reply_preview_parent_class)->map (widget);
}

static void
zg_reply_preview_class_init (ZgReplyPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_reply_preview_dispose;
  widget_class->map = zg_reply_preview_map;

  /**
   * ZgReplyPreview::copy:
   * @self: the preview
   *
   * The text should be copied: the button was pressed, or the last question was answered.
   */
  signals[COPY] = g_signal_new ("copy", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ZG_TYPE_KEY_CAP);
  g_type_ensure (ZG_TYPE_REPLY_ASK);
  g_type_ensure (ZG_TYPE_REPLY_TEXT);
  g_type_ensure (ZG_TYPE_WIDTH_FIRST_LAYOUT);
  g_type_ensure (ZG_TYPE_WORDING_HINT);
  gtk_widget_class_set_css_name (widget_class, "replypreview");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/replies/zg-reply-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, ask);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, box);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, copy_button);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, copy_icon);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, copy_key);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, copy_label);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, doubt);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, doubt_label);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, filled);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, head);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, more);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, more_below);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, hint);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, length);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, meta);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, text);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, title);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, wording_below);
  gtk_widget_class_bind_template_child (widget_class, ZgReplyPreview, wording_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_bind_template_callback (widget_class, zg_reply_preview_next_wording);
}

static void
zg_reply_preview_init (ZgReplyPreview *self)
{
  self->draft = zg_reply_draft_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  zg_key_cap_set_label (self->copy_key, "Enter");
  gtk_widget_set_visible (self->box, FALSE);
  g_signal_connect_swapped (self->ask, "answered", G_CALLBACK (answered_cb), self);
  /* What is below it was given its height before that of the text was known. */
  g_signal_connect_swapped (self->text, "laid-out", G_CALLBACK (gtk_widget_queue_resize), self->ask);
  /* The tints of a text are attributes, which no style sheet changes. */
  g_signal_connect_swapped (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (zg_reply_preview_refresh), self);
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
  g_clear_object (&self->next_item);
  if (!zg_reply_draft_set_item (self->draft, item))
    return;

  zg_reply_preview_show_doubt (self, FALSE);
  zg_reply_preview_refresh (self);
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
 * zg_reply_preview_set_words:
 * @self: the preview
 * @words: (nullable): what texts are checked for
 */
void
zg_reply_preview_set_words (ZgReplyPreview *self,
                            ZgWording      *words)
{
  zg_reply_draft_set_words (self->draft, words);
  zg_reply_preview_refresh (self);
}

/**
 * zg_reply_preview_set_addressee:
 * @self: the preview
 * @name: (nullable): whom the text is for, as the button says it
 * @customer_id: who that is, or 0; answers given for somebody else are forgotten
 * @order_id: about which order, or 0
 */
void
zg_reply_preview_set_addressee (ZgReplyPreview *self,
                                const char     *name,
                                gint64          customer_id,
                                gint64          order_id)
{
  g_free (self->addressee);
  self->addressee = g_strdup (name);
  zg_reply_draft_set_person (self->draft, customer_id, order_id);
  zg_reply_preview_refresh (self);
}

/**
 * zg_reply_preview_get_draft:
 * @self: the preview
 *
 * Returns: (transfer none): what it shows; the draft of nothing when it shows nothing
 */
ZgReplyDraft *
zg_reply_preview_get_draft (ZgReplyPreview *self)
{
  settle (self);
  return self->draft;
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
  return zg_reply_draft_is_complete (self->draft);
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
  gboolean forgotten;

  settle (self);
  forgotten = zg_reply_draft_forget_answers (self->draft);
  zg_reply_preview_refresh (self);
  return forgotten;
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
  if (zg_reply_draft_get_item (self->draft) == NULL)
    return;

  zg_reply_draft_next_wording (self->draft);
  zg_reply_preview_refresh (self);
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
 * zg_reply_preview_set_menu:
 * @self: the preview
 * @menu: what else can be done with the reply
 */
void
zg_reply_preview_set_menu (ZgReplyPreview *self,
                           GMenuModel     *menu)
{
  gtk_menu_button_set_menu_model (self->more, menu);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->more_below), menu);
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
  gtk_widget_set_visible (self->head, !compact);
  gtk_widget_set_visible (self->more_below, compact);
  if (compact == self->compact)
    return;

  self->compact = compact;
  zg_reply_text_set_compact (self->text, compact);
  zg_reply_preview_refresh (self);
}

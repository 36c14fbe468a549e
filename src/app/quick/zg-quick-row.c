/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-quick-row"

#include "config.h"

#include "zg-quick-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "zg-key-cap.h"
#include "zg-message-layout.h"
#include "zg-pill.h"
#include "zg-reply-labels.h"
#include "zg-reply-marks.h"

/**
 * ZgQuickRow:
 *
 * A reply in the quick panel: the key that copies it, its title, and the first line as it would be copied. Unfolded it
 * shows the whole text, and below that which of its words one may regret, and what it asks for.
 */
struct _ZgQuickRow
{
  GtkListBoxRow parent_instance;

  ZgReplyItem *item;

  /* template */
  ZgReplyAsk *ask;
  ZgWordingHint *hint;
  ZgKeyCap *key_cap;
  ZgPill *pill;
  GtkLabel *text;
  GtkLabel *title;
};

G_DEFINE_FINAL_TYPE (ZgQuickRow, zg_quick_row, GTK_TYPE_LIST_BOX_ROW)

/* A text that is taller than this is cut: the panel is not for reading, and what is said of the text has to be seen, too. */
#define MAX_LINES 9

static gboolean
is_dark (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ());
}

/* One pill at the most: that it can't be copied yet, or should not be, matters more than that it was copied before, and that
 * more than that it fits. */
static void
show_pill (ZgQuickRow   *self,
           const ZgFill *fill,
           ZgClock      *clock)
{
  ZgTime last = zg_reply_item_get_last_copy (self->item);
  ZgTime now = zg_clock_now (clock);
  g_autofree char *label = NULL;
  ZgTone tone = ZG_TONE_INFO;

  if (fill->missing->len > 0)
    {
      const ZgMissing *first = g_ptr_array_index (fill->missing, 0);

      /* Translators: what a text lacks before it can be copied: "lacks the tracking number" */
      label = g_strdup_printf (_("lacks %s"), first->label);
      tone = ZG_TONE_ERROR;
    }
  else if (!zg_reply_is_valid_at (zg_reply_item_get_reply (self->item), now))
    {
      label = g_strdup (_("not valid now"));
      tone = ZG_TONE_WARNING;
    }
  else if (last != ZG_TIME_NONE && now - last < ZG_TIME_DAY)
    {
      g_autofree char *time = zg_time_to_text (last, now, zg_clock_get_zone (clock));

      label = g_strdup_printf (_("used %s"), time);
      tone = ZG_TONE_WARNING;
    }
  else if (zg_reply_item_get_fits_now (self->item))
    {
      label = g_strdup (_("fits now"));
    }

  gtk_widget_set_visible (GTK_WIDGET (self->pill), label != NULL);
  if (label == NULL)
    return;
  zg_pill_set_label (self->pill, label);
  zg_pill_set_tone (self->pill, tone);
}

static void
show_text (ZgQuickRow    *self,
           const ZgFill  *fill,
           gsize          end,
           PangoAttrList *attributes,
           gboolean       whole)
{
  g_autofree char *text = g_strndup (fill->text, end);

  zg_reply_marks_add_spans (attributes, fill, end, FALSE, is_dark ());
  zg_reply_labels_show (self->text, text, attributes);
  gtk_label_set_wrap (self->text, whole);
  gtk_label_set_lines (self->text, whole ? MAX_LINES : -1);
  gtk_label_set_single_line_mode (self->text, !whole);
  if (whole)
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "dim-label");
}

static void
show_first_line (ZgQuickRow   *self,
                 const ZgFill *fill)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  show_text (self, fill, strcspn (fill->text, "\n" ZG_REPLY_MESSAGE_SEPARATOR), attributes, FALSE);
}

static void
zg_quick_row_dispose (GObject *object)
{
  ZgQuickRow *self = ZG_QUICK_ROW (object);

  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), ZG_TYPE_QUICK_ROW);

  G_OBJECT_CLASS (zg_quick_row_parent_class)->dispose (object);
}

static void
zg_quick_row_class_init (ZgQuickRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_quick_row_dispose;

  g_type_ensure (ZG_TYPE_KEY_CAP);
  g_type_ensure (ZG_TYPE_PILL);
  g_type_ensure (ZG_TYPE_REPLY_ASK);
  g_type_ensure (ZG_TYPE_WORDING_HINT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/quick/zg-quick-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ZgQuickRow, ask);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickRow, hint);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickRow, key_cap);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickRow, pill);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickRow, text);
  gtk_widget_class_bind_template_child (widget_class, ZgQuickRow, title);
}

static void
zg_quick_row_init (ZgQuickRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * zg_quick_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
zg_quick_row_new (void)
{
  return g_object_new (ZG_TYPE_QUICK_ROW, NULL);
}

/**
 * zg_quick_row_show:
 * @self: a row
 * @item: (nullable): what it shows, folded; without one it hides
 * @number: the key that copies it
 * @query: what was searched for, to mark it
 * @clock: what time it is
 */
void
zg_quick_row_show (ZgQuickRow  *self,
                   ZgReplyItem *item,
                   guint        number,
                   const char  *query,
                   ZgClock     *clock)
{
  g_autoptr (ZgFill) fill = NULL;
  char digit[] = { (char) ('0' + number), '\0' };
  const char *title;

  g_set_object (&self->item, item);
  gtk_widget_set_visible (GTK_WIDGET (self), item != NULL);
  gtk_widget_hide (GTK_WIDGET (self->ask));
  zg_wording_hint_show (self->hint, NULL);
  if (item == NULL)
    return;

  title = zg_reply_item_get_reply (item)->title;
  fill = zg_reply_item_fill (item, zg_reply_item_get_wording (item), NULL);
  zg_key_cap_set_label (self->key_cap, digit);
  zg_reply_labels_show_title (self->title, title, query);
  show_pill (self, fill, clock);
  show_first_line (self, fill);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, fill->text, -1);
}

/**
 * zg_quick_row_unfold:
 * @self: a row
 * @draft: the row's reply as it would be copied
 * @ask: whether to ask for what is missing
 *
 * Shows the whole text, until zg_quick_row_fold() or zg_quick_row_show().
 */
void
zg_quick_row_unfold (ZgQuickRow         *self,
                     const ZgReplyDraft *draft,
                     gboolean            ask)
{
  const ZgFill *fill = zg_reply_draft_get_fill (draft);
  GArray *findings = zg_reply_draft_get_findings (draft);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GArray) marked = g_array_new (FALSE, FALSE, sizeof (ZgWordingFinding));
  g_autoptr (ZgFill) shown = zg_message_layout_new (fill, findings, zg_reply_draft_get_turn (draft), attributes, marked);

  zg_reply_marks_add_findings (attributes, marked, is_dark ());
  show_text (self, shown, strlen (shown->text), attributes, TRUE);
  zg_wording_hint_show (self->hint, findings);
  if (ask)
    zg_reply_ask_show (self->ask, fill->missing, zg_reply_draft_get_round (draft));
  else
    gtk_widget_hide (GTK_WIDGET (self->ask));
}

/**
 * zg_quick_row_fold:
 * @self: a row that shows something
 *
 * Shows the first line only.
 */
void
zg_quick_row_fold (ZgQuickRow *self)
{
  g_autoptr (ZgFill) fill = NULL;

  gtk_widget_hide (GTK_WIDGET (self->ask));
  zg_wording_hint_show (self->hint, NULL);
  if (self->item == NULL)
    return;

  fill = zg_reply_item_fill (self->item, zg_reply_item_get_wording (self->item), NULL);
  show_first_line (self, fill);
}

/**
 * zg_quick_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
ZgReplyItem *
zg_quick_row_get_item (ZgQuickRow *self)
{
  return self->item;
}

/**
 * zg_quick_row_get_ask:
 * @self: a row
 *
 * Returns: (transfer none): what asks for what is missing
 */
ZgReplyAsk *
zg_quick_row_get_ask (ZgQuickRow *self)
{
  return self->ask;
}

/**
 * zg_quick_row_get_hint:
 * @self: a row
 *
 * Returns: (transfer none): what says which words one may regret
 */
ZgWordingHint *
zg_quick_row_get_hint (ZgQuickRow *self)
{
  return self->hint;
}

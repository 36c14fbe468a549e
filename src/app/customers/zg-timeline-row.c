/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-timeline-row"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-money.h"
#include "zg-order-tone.h"
#include "zg-timeline-row.h"
#include "zg-width-first-layout.h"

/**
 * ZgTimelineRow:
 *
 * One line of a timeline. Activated, a note becomes a field in the same place. The row of one line can show
 * another: to make widgets takes longer than to set texts. Saving, and all that can be wrong with it, is for whoever listens
 * to the signal `intent` (a #ZgNoteIntent).
 */
struct _ZgTimelineRow
{
  GtkListBoxRow parent_instance;

  ZgTimelineEntry *entry;       /* (nullable): before there is any */
  GtkWidget *icon;
  const char *icon_class;
  GtkWidget *middle;
  GtkWidget *title;
  GtkWidget *text;
  GtkWidget *state;             /* (nullable): of an order */
  GtkWidget *when;
  ZgNoteEditor *editor;         /* (nullable): while a note is changed */
};

enum {
  INTENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgTimelineRow, zg_timeline_row, GTK_TYPE_LIST_BOX_ROW)

static const struct {
  const char *icon_name;
  const char *css_class;
} kinds[] = {
  [ZG_CONTACT_COPY] = { "edit-copy-symbolic", "dim-label" },
  [ZG_CONTACT_NOTE] = { "document-edit-symbolic", "dim-label" },
  [ZG_CONTACT_CALL] = { "call-start-symbolic", "kind-visit" },
  [ZG_CONTACT_CHANGE] = { "document-properties-symbolic", "dim-label" },
};

/* Words ****************************************************************************************************************/

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static char *
get_title (const ZgTimelineEntry *entry)
{
  const ZgContact *contact = entry->contact;

  if (entry->order != NULL)
    {
      g_autofree char *tail = zg_order_number_tail (entry->order->number);
      g_autofree char *total = zg_money_to_text (entry->order->total, entry->order->currency);

      /* TRANSLATORS: a line of the timeline: the end of the order number, and its total */
      return g_strdup_printf (_("Ordered %s  %s"), tail, total);
    }

  switch (contact->kind)
    {
    case ZG_CONTACT_COPY:
      return has_text (contact->title) ? g_strdup_printf (_("Copied: %s"), contact->title) : g_strdup (_("Copied"));
    case ZG_CONTACT_CALL:
      return g_strdup (has_text (contact->title) ? contact->title : _("Got back to them"));
    case ZG_CONTACT_CHANGE:
      return g_strdup (has_text (contact->title) ? contact->title : _("Changed"));
    case ZG_CONTACT_NOTE:
    default:
      return g_strdup (has_text (contact->title) ? contact->title : _("Note"));
    }
}

static char *
get_text (const ZgTimelineEntry *entry)
{
  const ZgContact *contact = entry->contact;
  g_autofree char *text = NULL;

  if (entry->order != NULL)
    return zg_order_items_to_summary (entry->order);

  /* TRANSLATORS: quotes around what was copied */
  if (contact->kind == ZG_CONTACT_COPY && has_text (contact->text))
    text = g_strdup_printf (_("“%s”"), contact->text);
  else
    text = g_strdup (has_text (contact->text) ? contact->text : "");

  if (!has_text (contact->staff_name))
    return g_steal_pointer (&text);
  return *text != '\0' ? g_strdup_printf ("%s · %s", text, contact->staff_name) : g_strdup (contact->staff_name);
}

static char *
get_time (ZgTime   at,
          ZgClock *clock)
{
  ZgTime now = zg_clock_now (clock);
  GTimeZone *zone = zg_clock_get_zone (clock);
  g_autoptr (GDateTime) then = NULL;

  if (at == ZG_TIME_NONE)
    return g_strdup ("");
  then = zg_time_to_date_time (at, zone);
  if (then != NULL && zg_timeline_get_period (at, now, zone) == ZG_TIMELINE_TODAY && at <= now)
    return g_date_time_format (then, "%H:%M");
  return zg_time_to_text (at, now, zone);
}

/* Showing **************************************************************************************************************/

static void
set_text (GtkWidget  *label,
          const char *text)
{
  if (!g_str_equal (text, gtk_label_get_text (GTK_LABEL (label))))
    gtk_label_set_text (GTK_LABEL (label), text);
}

static void
show_icon (ZgTimelineRow *self)
{
  const ZgTimelineEntry *entry = self->entry;
  const char *icon_class = entry->order != NULL ? "kind-shipping" : kinds[entry->contact->kind].css_class;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), entry->order != NULL ? "package-x-generic-symbolic"
                                                                             : kinds[entry->contact->kind].icon_name);
  if (self->icon_class == icon_class)
    return;
  if (self->icon_class != NULL)
    gtk_widget_remove_css_class (self->icon, self->icon_class);
  gtk_widget_add_css_class (self->icon, icon_class);
  self->icon_class = icon_class;
}

static void
show_texts (ZgTimelineRow *self)
{
  g_autofree char *title = get_title (self->entry);
  g_autofree char *text = get_text (self->entry);

  set_text (self->title, title);
  set_text (self->text, text);
  gtk_widget_set_visible (self->text, *text != '\0' && self->editor == NULL);
  /* Copied texts can be long: they are for recognising, the reply has the whole. A note is nowhere else. */
  gtk_label_set_lines (GTK_LABEL (self->text), zg_timeline_row_get_note (self) != NULL ? 12 : 3);
}

static void
show_state (ZgTimelineRow *self)
{
  const ZgOrder *order = self->entry->order;

  if (order != NULL && self->state == NULL)
    {
      self->state = zg_pill_new (NULL, ZG_TONE_NEUTRAL);
      gtk_box_append (GTK_BOX (self->middle), self->state);
    }
  if (order != NULL)
    {
      zg_pill_set_label (ZG_PILL (self->state), zg_order_state_to_label (order->state));
      zg_pill_set_tone (ZG_PILL (self->state), zg_order_tone (order->state));
    }
  if (self->state != NULL)
    gtk_widget_set_visible (self->state, order != NULL);
}

/* What Enter and a click do. */
static void
update_activation (ZgTimelineRow *self)
{
  const ZgOrder *order = self->entry->order;
  gboolean is_note = zg_timeline_row_get_note (self) != NULL;

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), order != NULL || (is_note && self->editor == NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  is_note ? _("Enter to edit") : "", -1);
}

/* Keys *****************************************************************************************************************/

static gboolean
key_pressed_cb (ZgTimelineRow   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || self->editor != NULL
      || zg_timeline_row_get_note (self) == NULL || (keyval != GDK_KEY_F2 && keyval != GDK_KEY_Delete))
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[INTENT], 0, (int) (keyval == GDK_KEY_F2 ? ZG_NOTE_BEGIN : ZG_NOTE_REMOVE));
  return GDK_EVENT_STOP;
}

static void
editor_intent_cb (ZgTimelineRow *self,
                  int            intent)
{
  g_signal_emit (self, signals[INTENT], 0, intent);
}

/* The focus went somewhere else in the window: what was typed counts. In another window it may come back. */
static void
focus_left_cb (ZgTimelineRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->editor != NULL && root != NULL && gtk_window_is_active (GTK_WINDOW (root)))
    editor_intent_cb (self, ZG_NOTE_COMMIT);
}

/* Class ****************************************************************************************************************/

static void
zg_timeline_row_finalize (GObject *object)
{
  zg_timeline_entry_free (ZG_TIMELINE_ROW (object)->entry);

  G_OBJECT_CLASS (zg_timeline_row_parent_class)->finalize (object);
}

static void
zg_timeline_row_class_init (ZgTimelineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = zg_timeline_row_finalize;

  signals[INTENT] = g_signal_new ("intent", ZG_TYPE_TIMELINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT);
}

static GtkWidget *
create_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* How narrow it may get is found by laying the text out as narrow as that: not a line for each character. */
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  return label;
}

static void
create_texts (ZgTimelineRow *self)
{
  self->middle = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_hexpand (self->middle, TRUE);
  self->title = create_label ();
  gtk_box_append (GTK_BOX (self->middle), self->title);
  self->text = create_label ();
  gtk_label_set_ellipsize (GTK_LABEL (self->text), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->text, "secondary");
  gtk_widget_add_css_class (self->text, "dim-label");
  gtk_box_append (GTK_BOX (self->middle), self->text);
}

static void
zg_timeline_row_init (ZgTimelineRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 15);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->icon = gtk_image_new ();
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->icon, 3);
  create_texts (self);
  self->when = gtk_label_new (NULL);
  gtk_widget_set_valign (self->when, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->when, 2);
  gtk_widget_add_css_class (self->when, "secondary");
  gtk_widget_add_css_class (self->when, "numeric");
  gtk_widget_add_css_class (self->when, "dim-label");

  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), zg_width_first_bin_new (self->middle));
  gtk_box_append (GTK_BOX (box), self->when);
  gtk_widget_add_css_class (box, "timeline-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * zg_timeline_row_new:
 *
 * Returns: (transfer floating): a row of nothing yet
 */
GtkWidget *
zg_timeline_row_new (void)
{
  return g_object_new (ZG_TYPE_TIMELINE_ROW, NULL);
}

/**
 * zg_timeline_row_show:
 * @entry: (transfer full): what happened
 * @clock: what time it is
 *
 * Shows it. A field that is open keeps what was typed, and remembers what the note was when it was opened.
 */
void
zg_timeline_row_show (ZgTimelineRow   *self,
                      ZgTimelineEntry *entry,
                      ZgClock         *clock)
{
  g_autofree char *time = NULL;
  gboolean is_same;

  g_return_if_fail (ZG_IS_TIMELINE_ROW (self));

  is_same = self->entry != NULL && zg_timeline_entry_equal (self->entry, entry);
  zg_timeline_entry_free (self->entry);
  self->entry = entry;
  /* Today's time is a day tomorrow. */
  time = get_time (entry->at, clock);
  set_text (self->when, time);
  if (is_same)
    return;

  show_icon (self);
  show_texts (self);
  show_state (self);
  update_activation (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (self->title)), -1);
}

/**
 * zg_timeline_row_get_place:
 *
 * Returns: where it stands in the timeline
 */
ZgTimelinePlace
zg_timeline_row_get_place (ZgTimelineRow *self)
{
  g_return_val_if_fail (ZG_IS_TIMELINE_ROW (self) && self->entry != NULL, (ZgTimelinePlace) { 0 });

  return zg_timeline_entry_get_place (self->entry);
}

/**
 * zg_timeline_row_get_note:
 *
 * Returns: (transfer none) (nullable): what it shows, if that is a note
 */
const ZgContact *
zg_timeline_row_get_note (ZgTimelineRow *self)
{
  g_return_val_if_fail (ZG_IS_TIMELINE_ROW (self), NULL);

  if (self->entry == NULL || self->entry->contact == NULL || self->entry->contact->kind != ZG_CONTACT_NOTE)
    return NULL;
  return self->entry->contact;
}

/**
 * zg_timeline_row_begin:
 * @left: (nullable): a field that was left with something typed and not saved
 *
 * Becomes the field to change the note in.
 *
 * Returns: (transfer none): the field
 */
ZgNoteEditor *
zg_timeline_row_begin (ZgTimelineRow *self,
                       ZgNoteEditor  *left)
{
  g_return_val_if_fail (ZG_IS_TIMELINE_ROW (self) && self->editor == NULL, NULL);
  g_return_val_if_fail (zg_timeline_row_get_note (self) != NULL, NULL);

  self->editor = left != NULL ? left : ZG_NOTE_EDITOR (zg_note_editor_new (self->entry->contact));
  g_signal_connect_object (self->editor, "intent", G_CALLBACK (editor_intent_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_hide (self->text);
  gtk_box_append (GTK_BOX (self->middle), GTK_WIDGET (self->editor));
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  update_activation (self);
  gtk_widget_child_focus (GTK_WIDGET (self->editor), GTK_DIR_TAB_FORWARD);
  return self->editor;
}

/**
 * zg_timeline_row_get_editor:
 *
 * Returns: (transfer none) (nullable): the field, while the note is changed
 */
ZgNoteEditor *
zg_timeline_row_get_editor (ZgTimelineRow *self)
{
  g_return_val_if_fail (ZG_IS_TIMELINE_ROW (self), NULL);

  return self->editor;
}

/**
 * zg_timeline_row_end:
 *
 * Shows again what is known. Whoever holds the field can begin with it again.
 */
void
zg_timeline_row_end (ZgTimelineRow *self)
{
  ZgNoteEditor *editor;

  g_return_if_fail (ZG_IS_TIMELINE_ROW (self));

  if (self->editor == NULL)
    return;

  editor = g_steal_pointer (&self->editor);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* Before the field goes: one that is hidden with the focus complains. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_handlers_disconnect_by_data (editor, self);
  gtk_box_remove (GTK_BOX (self->middle), GTK_WIDGET (editor));
  show_texts (self);
  update_activation (self);
}

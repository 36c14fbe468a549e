/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-note-editor"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-error.h"
#include "zg-note-editor.h"

/**
 * ZgNoteEditor:
 *
 * The field to change a note in, with what else can be done to it and what is wrong with what was typed. It remembers the note
 * as it was when the field was made. Ctrl+Enter, Esc and its buttons tell by the signal `intent` what the person wants.
 */
struct _ZgNoteEditor
{
  GtkWidget parent_instance;

  ZgContact *before;
  GtkTextBuffer *buffer;
  GtkWidget *message;
  GtkWidget *insist;
};

enum {
  INTENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What the buttons do. */
static const char * const actions[] = {
  [ZG_NOTE_BEGIN] = NULL,
  [ZG_NOTE_COMMIT] = "note.commit",
  [ZG_NOTE_INSIST] = "note.insist",
  [ZG_NOTE_CANCEL] = "note.cancel",
  [ZG_NOTE_REMOVE] = "note.remove",
};

G_DEFINE_FINAL_TYPE (ZgNoteEditor, zg_note_editor, GTK_TYPE_WIDGET)

static void
want (ZgNoteEditor *self,
      ZgNoteIntent  intent)
{
  g_signal_emit (self, signals[INTENT], 0, (int) intent);
}

static void
action_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  for (ZgNoteIntent intent = 0; intent < G_N_ELEMENTS (actions); intent++)
    if (g_strcmp0 (name, actions[intent]) == 0)
      {
        want (ZG_NOTE_EDITOR (widget), intent);
        return;
      }
}

static gboolean
key_pressed_cb (ZgNoteEditor    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (keyval == GDK_KEY_Escape && modifiers == 0)
    want (self, ZG_NOTE_CANCEL);
  else if ((keyval == GDK_KEY_s || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
           && modifiers == GDK_CONTROL_MASK)
    want (self, ZG_NOTE_COMMIT);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
create_field (ZgNoteEditor *self)
{
  GtkWidget *frame = gtk_scrolled_window_new ();
  GtkWidget *field = gtk_text_view_new_with_buffer (self->buffer);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (field), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (field), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Note"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (frame), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (frame), 72);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (frame), 240);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), field);
  gtk_widget_add_css_class (frame, "note-frame");
  gtk_widget_set_parent (frame, GTK_WIDGET (self));

  /* Before the field has them: with Ctrl, Enter is still a new line there. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (frame, keys);
}

static void
create_tools (ZgNoteEditor *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkWidget *save = gtk_button_new_with_label (_("Save"));

  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "row-button");
  gtk_widget_set_tooltip_text (remove, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), actions[ZG_NOTE_REMOVE]);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), actions[ZG_NOTE_COMMIT]);
  gtk_widget_set_hexpand (save, TRUE);
  gtk_widget_set_halign (save, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (tools), remove);
  gtk_box_append (GTK_BOX (tools), save);
  gtk_widget_set_parent (tools, GTK_WIDGET (self));
}

static void
create_message (ZgNoteEditor *self)
{
  self->message = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->message), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_add_css_class (self->message, "secondary");
  gtk_widget_hide (self->message);
  gtk_widget_set_parent (self->message, GTK_WIDGET (self));

  self->insist = gtk_button_new_with_label (_("Save mine"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->insist), actions[ZG_NOTE_INSIST]);
  gtk_widget_set_halign (self->insist, GTK_ALIGN_START);
  gtk_widget_hide (self->insist);
  gtk_widget_set_parent (self->insist, GTK_WIDGET (self));
}

static void
zg_note_editor_dispose (GObject *object)
{
  ZgNoteEditor *self = ZG_NOTE_EDITOR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->buffer);
  g_clear_pointer (&self->before, zg_contact_free);

  G_OBJECT_CLASS (zg_note_editor_parent_class)->dispose (object);
}

static void
zg_note_editor_class_init (ZgNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_note_editor_dispose;

  signals[INTENT] = g_signal_new ("intent", ZG_TYPE_NOTE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  for (ZgNoteIntent intent = ZG_NOTE_COMMIT; intent < G_N_ELEMENTS (actions); intent++)
    gtk_widget_class_install_action (widget_class, actions[intent], NULL, action_cb);
}

static void
zg_note_editor_init (ZgNoteEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->buffer = gtk_text_buffer_new (NULL);
  create_field (self);
  create_tools (self);
  create_message (self);
}

/**
 * zg_note_editor_new:
 * @note: what is to be changed; copied
 *
 * Returns: (transfer floating): the field
 */
GtkWidget *
zg_note_editor_new (const ZgContact *note)
{
  ZgNoteEditor *self = g_object_new (ZG_TYPE_NOTE_EDITOR, NULL);

  self->before = zg_contact_copy (note);
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_buffer_set_text (self->buffer, note->text != NULL ? note->text : "", -1);
  gtk_text_buffer_set_enable_undo (self->buffer, TRUE);
  return GTK_WIDGET (self);
}

/**
 * zg_note_editor_get_before:
 *
 * Returns: (transfer none): the note as it was when the field was made
 */
const ZgContact *
zg_note_editor_get_before (ZgNoteEditor *self)
{
  g_return_val_if_fail (ZG_IS_NOTE_EDITOR (self), NULL);

  return self->before;
}

/**
 * zg_note_editor_dup_text:
 *
 * Returns: (transfer full): what was typed, without the space around it
 */
char *
zg_note_editor_dup_text (ZgNoteEditor *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (ZG_IS_NOTE_EDITOR (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE));
}

/**
 * zg_note_editor_is_changed:
 *
 * Returns: whether something else was typed
 */
gboolean
zg_note_editor_is_changed (ZgNoteEditor *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (ZG_IS_NOTE_EDITOR (self), FALSE);

  text = zg_note_editor_dup_text (self);
  return strcmp (text, self->before->text != NULL ? self->before->text : "") != 0;
}

/**
 * zg_note_editor_tell:
 * @error: (nullable): why what was typed was not saved; %NULL takes back what was said
 *
 * Says below the field why what was typed was not saved, and offers to save it all the same where somebody else changed the
 * note.
 *
 * Returns: %FALSE when that is no matter of what was typed
 */
gboolean
zg_note_editor_tell (ZgNoteEditor *self,
                     const GError *error)
{
  g_return_val_if_fail (ZG_IS_NOTE_EDITOR (self), FALSE);

  if (error != NULL && error->domain != ZG_DOMAIN_ERROR)
    return FALSE;

  gtk_label_set_text (GTK_LABEL (self->message), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->message, error != NULL);
  gtk_widget_set_visible (self->insist, g_error_matches (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_CHANGED));
  return TRUE;
}

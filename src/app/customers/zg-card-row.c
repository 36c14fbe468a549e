/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-card-row"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-card-row.h"
#include "zg-error.h"
#include "zg-scroll.h"
#include "zg-store-error.h"

/**
 * ZgCardRow:
 *
 * A row of a #ZgCard: something of its own in the shop file, that belongs to a customer. Activated, it becomes the fields to
 * change it in, in the same place. Enter, Ctrl+S, Esc, its tools and the focus that leaves tell by the signal `intent` what the
 * person wants; what that means, and all that can be wrong with it, is for whoever listens.
 *
 * Inside it the action `card.want` (i) emits `intent`.
 */
struct _ZgCardRow
{
  GtkListBoxRow parent_instance;

  gint64 id;

  GtkWidget *box;
  GtkWidget *view;
  GtkWidget *fields;            /* (nullable): while it is changed */
  GtkWidget *message;
  GtkWidget *insist;
};

enum {
  INTENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgCardRow, zg_card_row, GTK_TYPE_LIST_BOX_ROW)

static void
want (ZgCardRow *self,
      int        intent)
{
  g_signal_emit (self, signals[INTENT], 0, intent);
}

static void
want_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  want (ZG_CARD_ROW (widget), g_variant_get_int32 (parameter));
}

/* The focus went somewhere else in the window: what was typed counts. In another window it may come back. */
static void
focus_left_cb (ZgCardRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->fields != NULL && root != NULL && gtk_window_is_active (GTK_WINDOW (root)))
    want (self, ZG_CARD_COMMIT);
}

static gboolean
key_pressed_cb (ZgCardRow       *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (self->fields == NULL)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape && modifiers == 0)
    want (self, ZG_CARD_CANCEL);
  else if ((keyval == GDK_KEY_s || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && modifiers == GDK_CONTROL_MASK)
    want (self, ZG_CARD_COMMIT);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
zg_card_row_class_init (ZgCardRowClass *klass)
{
  signals[INTENT] = g_signal_new ("intent", ZG_TYPE_CARD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "card.want", "i", want_cb);
}

static void
zg_card_row_init (ZgCardRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "facts-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);

  self->message = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->message), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_add_css_class (self->message, "secondary");
  gtk_widget_hide (self->message);
  gtk_box_append (GTK_BOX (self->box), self->message);

  self->insist = gtk_button_new_with_label (_("Save mine"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->insist), "card.want");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->insist), "i", ZG_CARD_INSIST);
  gtk_widget_set_halign (self->insist, GTK_ALIGN_START);
  gtk_widget_hide (self->insist);
  gtk_box_append (GTK_BOX (self->box), self->insist);
}

/**
 * zg_card_row_new:
 *
 * Returns: (transfer floating): a row for something new, until zg_card_row_show() says what it is
 */
GtkWidget *
zg_card_row_new (void)
{
  return g_object_new (ZG_TYPE_CARD_ROW, NULL);
}

/**
 * zg_card_row_get_id:
 *
 * Returns: what it shows, 0 when it is for something new
 */
gint64
zg_card_row_get_id (ZgCardRow *self)
{
  g_return_val_if_fail (ZG_IS_CARD_ROW (self), 0);

  return self->id;
}

/**
 * zg_card_row_show:
 * @id: what it shows
 * @view: how
 * @name: what a screen reader calls it
 *
 * Shows what is known. Fields that are open keep what was typed.
 */
void
zg_card_row_show (ZgCardRow  *self,
                  gint64      id,
                  GtkWidget  *view,
                  const char *name)
{
  g_return_if_fail (ZG_IS_CARD_ROW (self));

  self->id = id;
  /* What goes with the focus in it would leave it nowhere. */
  if (self->view != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL && self->fields == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->view != NULL)
    gtk_box_remove (GTK_BOX (self->box), self->view);
  self->view = view;
  gtk_box_prepend (GTK_BOX (self->box), view);
  gtk_widget_set_visible (view, self->fields == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Enter to edit"), -1);
}

static void
set_editing (ZgCardRow *self,
             gboolean   editing)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), !editing);
  gtk_widget_set_focusable (GTK_WIDGET (self), !editing);
  if (self->view != NULL)
    gtk_widget_set_visible (self->view, !editing);
  zg_card_row_tell (self, NULL);
}

static void
commit_cb (ZgCardRow *self)
{
  want (self, ZG_CARD_COMMIT);
}

/* Enter in any of the fields. */
static void
connect_entries (ZgCardRow *self,
                 GtkWidget *widget)
{
  if (GTK_IS_ENTRY (widget))
    {
      g_signal_connect_object (widget, "activate", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    connect_entries (self, child);
}

static void
disconnect_entries (ZgCardRow *self,
                    GtkWidget *widget)
{
  if (GTK_IS_ENTRY (widget))
    {
      g_signal_handlers_disconnect_by_func (widget, commit_cb, self);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    disconnect_entries (self, child);
}

/**
 * zg_card_row_begin:
 * @fields: what to change it in
 *
 * Becomes these fields, and gives them the focus.
 */
void
zg_card_row_begin (ZgCardRow *self,
                   GtkWidget *fields)
{
  g_return_if_fail (ZG_IS_CARD_ROW (self) && self->fields == NULL);

  self->fields = fields;
  connect_entries (self, fields);
  gtk_box_prepend (GTK_BOX (self->box), fields);
  set_editing (self, TRUE);
  gtk_widget_child_focus (fields, GTK_DIR_TAB_FORWARD);
}

/**
 * zg_card_row_get_fields:
 *
 * Returns: (transfer none) (nullable): what it is changed in
 */
GtkWidget *
zg_card_row_get_fields (ZgCardRow *self)
{
  g_return_val_if_fail (ZG_IS_CARD_ROW (self), NULL);

  return self->fields;
}

/**
 * zg_card_row_tell:
 * @error: (nullable): why what was typed was not saved; %NULL takes back what was said
 *
 * Says below the fields what is wrong with what was typed, and offers to save it all the same where somebody else changed the
 * same thing.
 *
 * Returns: %FALSE when that is no matter of what was typed
 */
gboolean
zg_card_row_tell (ZgCardRow    *self,
                  const GError *error)
{
  gboolean stale = g_error_matches (error, ZG_STORE_ERROR, ZG_STORE_ERROR_STALE);

  g_return_val_if_fail (ZG_IS_CARD_ROW (self), FALSE);

  if (error != NULL && error->domain != ZG_DOMAIN_ERROR && !stale)
    return FALSE;

  gtk_label_set_text (GTK_LABEL (self->message), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->message, error != NULL);
  gtk_widget_set_visible (self->insist, stale);
  if (error != NULL)
    zg_scroll_to_widget_later (GTK_WIDGET (self));
  return TRUE;
}

/**
 * zg_card_row_end:
 *
 * Shows again what is known. Whoever holds the fields can begin with them again.
 */
void
zg_card_row_end (ZgCardRow *self)
{
  GtkWidget *fields;

  g_return_if_fail (ZG_IS_CARD_ROW (self));

  if (self->fields == NULL)
    return;

  fields = g_steal_pointer (&self->fields);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* Before the field goes: an entry that is hidden with the focus complains. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  disconnect_entries (self, fields);
  gtk_box_remove (GTK_BOX (self->box), fields);
  set_editing (self, FALSE);
}

/**
 * zg_card_tool_new:
 * @icon_name: (nullable): a symbolic icon; without one the label is written on it
 * @label: what it does
 * @intent: a #ZgCardIntent, or what only the card knows
 *
 * Returns: (transfer floating): a button for a row's view or fields
 */
GtkWidget *
zg_card_tool_new (const char *icon_name,
                  const char *label,
                  int         intent)
{
  GtkWidget *button = icon_name != NULL ? gtk_button_new_from_icon_name (icon_name) : gtk_button_new_with_label (label);

  if (icon_name != NULL)
    {
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "row-button");
      gtk_widget_set_tooltip_text (button, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "card.want");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", intent);
  return button;
}

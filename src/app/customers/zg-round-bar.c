/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-round-bar"

#include "config.h"

#include "zg-round-bar.h"

#include <glib/gi18n.h>

#include "zg-key-cap.h"
#include "zg-reply-copy-label.h"

/**
 * ZgRoundBar:
 *
 * The buttons of a round: to copy for whose turn it is, and below it all else, each with its key.
 *
 * CSS node: `box.round-bar`
 */
struct _ZgRoundBar
{
  GtkBox parent_instance;

  GtkWidget *copy_button;
  GtkLabel *copy_label;
  GtkMenuButton *reasons;
  GtkEditable *reason;
};

enum {
  STEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgRoundBar, zg_round_bar, GTK_TYPE_BOX)

/* Kept as the words that stand here, for the sum and for later. */
static const char * const skip_reasons[] = {
  N_("Bought a short time ago"),
  N_("Has a complaint open"),
  N_("Was talked to today"),
  N_("Does not suit them"),
};

static void
emit (ZgRoundBar      *self,
      ZgRoundStepKind  step,
      const char      *reason)
{
  g_signal_emit (self, signals[STEP], 0, (int) step, reason);
}

static void
clicked_cb (ZgRoundBar *self,
            GtkWidget  *button)
{
  emit (self, (ZgRoundStepKind) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "step")), NULL);
}

static void
reason_clicked_cb (ZgRoundBar *self,
                   GtkButton  *button)
{
  gtk_menu_button_popdown (self->reasons);
  emit (self, ZG_ROUND_STEP_SKIP, gtk_button_get_label (button));
}

static void
reason_typed_cb (ZgRoundBar *self)
{
  g_autofree char *reason = g_strdup (gtk_editable_get_text (self->reason));

  gtk_menu_button_popdown (self->reasons);
  gtk_editable_set_text (self->reason, "");
  emit (self, ZG_ROUND_STEP_SKIP, reason);
}

static gboolean
zg_round_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ZG_ROUND_BAR (widget)->copy_button);
}

static void
zg_round_bar_class_init (ZgRoundBarClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = zg_round_bar_grab_focus;

  signals[STEP] = g_signal_new ("step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_INT, G_TYPE_STRING);
}

static GtkWidget *
create_button (ZgRoundBar      *self,
               const char      *label,
               const char      *key,
               ZgRoundStepKind  step)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (label);
  GtkWidget *cap = zg_key_cap_new (key);

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (cap, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), cap);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "step", GINT_TO_POINTER (step));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  if (step == ZG_ROUND_STEP_COPY)
    self->copy_label = GTK_LABEL (text);
  return button;
}

static void
add_reasons (ZgRoundBar *self,
             GtkWidget  *bar)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *entry = gtk_entry_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (skip_reasons); i++)
    {
      GtkWidget *reason = gtk_button_new_with_label (_(skip_reasons[i]));

      gtk_widget_add_css_class (reason, "flat");
      g_signal_connect_object (reason, "clicked", G_CALLBACK (reason_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), reason);
    }
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Another reason, then Enter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Another reason"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (reason_typed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_widget_set_tooltip_text (button, _("Skip, and say why"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Skip, and say why"), -1);
  gtk_box_append (GTK_BOX (bar), button);
  self->reasons = GTK_MENU_BUTTON (button);
  self->reason = GTK_EDITABLE (entry);
}

static void
add_to_flow (GtkWidget *flow,
             GtkWidget *widget)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), widget);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_insert (GTK_FLOW_BOX (flow), child, -1);
}

static void
zg_round_bar_init (ZgRoundBar *self)
{
  GtkWidget *flow = gtk_flow_box_new ();
  GtkWidget *skip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *skip_button;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "round-bar");
  self->copy_button = create_button (self, "", "Enter", ZG_ROUND_STEP_COPY);
  gtk_widget_add_css_class (self->copy_button, "copy");
  gtk_box_append (GTK_BOX (self), self->copy_button);

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (flow), 1);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 3);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_box_append (GTK_BOX (self), flow);

  skip_button = create_button (self, _("Skip"), "S", ZG_ROUND_STEP_SKIP);
  gtk_widget_set_hexpand (skip_button, TRUE);
  gtk_widget_add_css_class (skip, "linked");
  gtk_box_append (GTK_BOX (skip), skip_button);
  add_reasons (self, skip);
  add_to_flow (flow, skip);
  add_to_flow (flow, create_button (self, _("Take back"), "⌫", ZG_ROUND_STEP_TAKE_BACK));
  add_to_flow (flow, create_button (self, _("Open page"), "O", ZG_ROUND_STEP_OPEN));
}

/**
 * zg_round_bar_show:
 * @draft: the text for whose turn it is
 * @addressee: who that is
 *
 * Says on the button what is copied, or what is missing.
 */
void
zg_round_bar_show (ZgRoundBar         *self,
                   const ZgReplyDraft *draft,
                   const char         *addressee)
{
  g_autofree char *label = zg_reply_copy_label (draft, addressee);

  g_return_if_fail (ZG_IS_ROUND_BAR (self));

  gtk_label_set_text (self->copy_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (zg_reply_draft_is_complete (draft))
    gtk_widget_add_css_class (self->copy_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->copy_button, "suggested-action");
}

/**
 * zg_round_bar_is_copy_button:
 * @widget: (nullable): what has the focus
 *
 * Returns: whether that is the button that copies
 */
gboolean
zg_round_bar_is_copy_button (ZgRoundBar *self,
                             GtkWidget  *widget)
{
  g_return_val_if_fail (ZG_IS_ROUND_BAR (self), FALSE);

  return widget == self->copy_button;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-stages"

#include "config.h"

#include "zg-reply-stages.h"

#include "zg-reply.h"

/* The stages of a conversation as buttons that are on or off, in the order of their table. */

static GtkToggleButton *
get_button (GtkFlowBox *box,
            int         stage)
{
  return GTK_TOGGLE_BUTTON (gtk_flow_box_child_get_child (gtk_flow_box_get_child_at_index (box, stage)));
}

/**
 * zg_reply_stages_fill:
 * @box: an empty box
 * @changed: called with @user_data when a stage is put on or off
 *
 * Puts a button for each stage into @box.
 */
void
zg_reply_stages_fill (GtkFlowBox *box,
                      GCallback   changed,
                      gpointer    user_data)
{
  for (int i = 0; i < ZG_N_STAGES; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (zg_stage_to_label (i));
      GtkWidget *child = gtk_flow_box_child_new ();

      gtk_widget_add_css_class (button, "segment");
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      g_signal_connect_swapped (button, "toggled", changed, user_data);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
      /* The button has the focus, not the place it is in. */
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_append (box, child);
    }
}

/**
 * zg_reply_stages_show:
 * @box: a box with the buttons
 * @stages: bit set of 1 << #ZgStage
 */
void
zg_reply_stages_show (GtkFlowBox *box,
                      guint32     stages)
{
  for (int i = 0; i < ZG_N_STAGES; i++)
    gtk_toggle_button_set_active (get_button (box, i), (stages & (1u << i)) != 0);
}

/**
 * zg_reply_stages_get:
 * @box: a box with the buttons
 *
 * Returns: bit set of 1 << #ZgStage
 */
guint32
zg_reply_stages_get (GtkFlowBox *box)
{
  guint32 stages = 0;

  for (int i = 0; i < ZG_N_STAGES; i++)
    if (gtk_toggle_button_get_active (get_button (box, i)))
      stages |= 1u << i;
  return stages;
}

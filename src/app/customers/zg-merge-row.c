/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-merge-row"

#include "config.h"

#include "zg-merge-row.h"

#include <glib/gi18n.h>

#include "zg-hidden-label.h"

/**
 * ZgMergeRow:
 *
 * What two entries of one person say in one field, beside each other, and which of it counts.
 *
 * CSS node: `mergerow`
 */
struct _ZgMergeRow
{
  GtkWidget parent_instance;

  ZgMergeField field;
  GtkWidget *label;
  GtkWidget *choices;
  GtkCheckButton *buttons[ZG_MERGE_TAKE_BOTH + 1];      /* NULL where there is no such choice */
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZgMergeRow, zg_merge_row, GTK_TYPE_WIDGET)

static void
zg_merge_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (zg_merge_row_parent_class)->dispose (object);
}

static void
zg_merge_row_class_init (ZgMergeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_merge_row_dispose;

  /**
   * ZgMergeRow::chosen:
   * @self: the row
   * @field: a #ZgMergeField
   * @choice: a #ZgMergeChoice
   *
   * A person wants the other value.
   */
  signals[CHOSEN] = g_signal_new ("chosen", ZG_TYPE_MERGE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mergerow");
}

static void
zg_merge_row_init (ZgMergeRow *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 6);

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_add_css_class (self->label, "secondary");
  gtk_widget_add_css_class (self->label, "dim-label");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  self->choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (self->choices), TRUE);
  gtk_widget_set_parent (self->choices, GTK_WIDGET (self));
}

static void
toggled_cb (ZgMergeRow     *self,
            GtkCheckButton *button)
{
  if (!gtk_check_button_get_active (button))
    return;

  for (int choice = 0; choice <= ZG_MERGE_TAKE_BOTH; choice++)
    if (self->buttons[choice] == button)
      g_signal_emit (self, signals[CHOSEN], 0, self->field, choice);
}

static void
add_choice (ZgMergeRow       *self,
            ZgMergeChoice     choice,
            const char       *text,
            ZgDisclosure      disclosure)
{
  GtkWidget *button = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  GtkWidget *value = zg_hidden_label_new ();
  GtkLabel *label = zg_hidden_label_get_label (ZG_HIDDEN_LABEL (value));
  g_autofree char *name = g_strdup_printf (C_("a field and its value", "%s: %s"), zg_merge_field_to_label (self->field), text);

  zg_hidden_label_set_text (ZG_HIDDEN_LABEL (value), text, disclosure);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (self->buttons[ZG_MERGE_TAKE_KEPT] != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->buttons[ZG_MERGE_TAKE_KEPT]);
  self->buttons[choice] = GTK_CHECK_BUTTON (button);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->choices), button);
}

static void
add_value (ZgMergeRow        *self,
           ZgMergeChoice      choice,
           const ZgMergeSide *side)
{
  const ZgPersonal *value = &side->values[self->field];
  g_autofree char *text = zg_merge_value_to_text (self->field, value);

  add_choice (self, choice, text != NULL ? text : _("not known"), value->disclosure);
}

/**
 * zg_merge_row_new:
 * @plan: a merge, with what is proposed
 * @field: a field in which the two differ
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
zg_merge_row_new (const ZgMergePlan *plan,
                  ZgMergeField       field)
{
  ZgMergeRow *self = g_object_new (ZG_TYPE_MERGE_ROW, NULL);

  self->field = field;
  gtk_label_set_text (GTK_LABEL (self->label), zg_merge_field_to_label (field));
  add_value (self, ZG_MERGE_TAKE_KEPT, &plan->kept);
  add_value (self, ZG_MERGE_TAKE_OTHER, &plan->other);
  if (zg_merge_field_can_join (field))
    add_choice (self, ZG_MERGE_TAKE_BOTH, _("Both"), ZG_DISCLOSURE_PLAIN);
  zg_merge_row_choose (self, plan->choices[field]);
  for (int choice = 0; choice <= ZG_MERGE_TAKE_BOTH; choice++)
    if (self->buttons[choice] != NULL)
      g_signal_connect_swapped (self->buttons[choice], "toggled", G_CALLBACK (toggled_cb), self);
  return GTK_WIDGET (self);
}

/**
 * zg_merge_row_set_stacked:
 * @self: the row
 * @stacked: whether the values stand one below the other, where there is no room beside each other
 */
void
zg_merge_row_set_stacked (ZgMergeRow *self,
                          gboolean    stacked)
{
  g_return_if_fail (ZG_IS_MERGE_ROW (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->choices),
                                  stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->choices), stacked ? 3 : 12);
  gtk_box_set_homogeneous (GTK_BOX (self->choices), !stacked);
}

/**
 * zg_merge_row_choose:
 * @self: the row
 * @choice: whose value counts
 *
 * Shows a choice.
 */
void
zg_merge_row_choose (ZgMergeRow    *self,
                     ZgMergeChoice  choice)
{
  g_return_if_fail (ZG_IS_MERGE_ROW (self));

  if (self->buttons[choice] != NULL)
    gtk_check_button_set_active (self->buttons[choice], TRUE);
}

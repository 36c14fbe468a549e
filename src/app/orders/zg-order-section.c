/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-order-section"

#include "config.h"

#include "zg-order-section.h"

#include <glib/gi18n.h>

#define CAPTION_CHARS 9

/**
 * zg_order_section_create_text:
 * @text: (nullable): what to show
 * @first_class: a style class
 * @second_class: (nullable): another one
 *
 * Returns: (transfer floating): a label that breaks its text into lines
 */
GtkWidget *
zg_order_section_create_text (const char *text,
                              const char *first_class,
                              const char *second_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), ZG_ORDER_SECTION_MAX_CHARS);
  gtk_widget_add_css_class (label, first_class);
  if (second_class != NULL)
    gtk_widget_add_css_class (label, second_class);
  return label;
}

/**
 * zg_order_section_create_number:
 * @text: what must stand in one piece
 * @css_class: a style class
 *
 * Returns: (transfer floating): a label that never breaks
 */
GtkWidget *
zg_order_section_create_number (const char *text,
                                const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * zg_order_section_create_button:
 * @icon_name: an icon
 * @label: what the button does, translated
 *
 * Returns: (transfer floating): a button for the end of a row or of a title
 */
GtkWidget *
zg_order_section_create_button (const char *icon_name,
                                const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

/**
 * zg_order_section_create_copy_button:
 * @text: what is copied
 * @label: what the button does, translated
 *
 * Returns: (transfer floating): a button that copies @text
 */
GtkWidget *
zg_order_section_create_copy_button (const char *text,
                                     const char *label)
{
  GtkWidget *button = zg_order_section_create_button ("edit-copy-symbolic", label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "orders.copy");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", text);
  return button;
}

/**
 * zg_order_section_add:
 * @parent: a widget with a vertical layout
 * @title: what the section is about, translated
 * @header_out: (out) (optional): the line of the title, for buttons beside it
 *
 * Adds a section at the end of @parent.
 *
 * Returns: (transfer none): its list, empty
 */
GtkWidget *
zg_order_section_add (GtkWidget   *parent,
                      const char  *title,
                      GtkWidget  **header_out)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = zg_order_section_create_text (title, "section", NULL);
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (header), label);
  gtk_widget_add_css_class (header, "facts-header");

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "order-section");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_parent (header, parent);
  gtk_widget_set_parent (list, parent);
  if (header_out != NULL)
    *header_out = header;
  return list;
}

/**
 * zg_order_section_add_edit:
 * @header: the line of a section's title
 *
 * Adds the button that opens the order's form.
 */
void
zg_order_section_add_edit (GtkWidget *header)
{
  GtkWidget *edit = zg_order_section_create_button ("document-edit-symbolic", _("Edit (F2)"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (edit), "screen.edit");
  gtk_box_append (GTK_BOX (header), edit);
}

/**
 * zg_order_section_clear:
 * @parent: a widget that has sections and nothing else
 *
 * Takes all sections out.
 */
void
zg_order_section_clear (GtkWidget *parent)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (parent)) != NULL)
    gtk_widget_unparent (child);
}

/**
 * zg_order_section_add_box:
 * @list: the list of a section
 *
 * Returns: (transfer none): the horizontal box of a new row, which is neither clicked nor focused
 */
GtkWidget *
zg_order_section_add_box (GtkWidget *list)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_widget_add_css_class (box, "facts-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return box;
}

/**
 * zg_order_section_add_row:
 * @list: the list of a section
 * @caption: what it is, translated
 * @content: (transfer floating): what one reads
 * @button: (nullable) (transfer floating): what is at the end of the row
 *
 * Adds a row: what it is at the left, what one reads in the middle, a button at the right.
 */
void
zg_order_section_add_row (GtkWidget  *list,
                          const char *caption,
                          GtkWidget  *content,
                          GtkWidget  *button)
{
  GtkWidget *box = zg_order_section_add_box (list);
  GtkWidget *label = zg_order_section_create_text (caption, "secondary", "dim-label");

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), CAPTION_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CAPTION_CHARS);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "fact-caption");
  gtk_widget_set_hexpand (content, TRUE);
  gtk_widget_set_valign (content, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (content, "fact");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), content);
  if (button != NULL)
    gtk_box_append (GTK_BOX (box), button);
}

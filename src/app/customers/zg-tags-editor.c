/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-tags-editor"

#include "config.h"

#include <glib/gi18n.h>

#include "zg-customer-field.h"
#include "zg-record-screen.h"
#include "zg-tag-colour.h"
#include "zg-tag-colours.h"
#include "zg-tags-editor.h"

/**
 * ZgTagsEditor:
 *
 * One line with the tags of a customer, and below it a button for each of them that chooses its colour. The tags are saved with
 * the line; a colour is one of the whole shop, and counts at once.
 */
struct _ZgTagsEditor
{
  GtkWidget parent_instance;

  ZgTagColours *colours;        /* (nullable): while it is on a screen */
  GtkWidget *entry;
  GtkWidget *tags;
};

G_DEFINE_FINAL_TYPE (ZgTagsEditor, zg_tags_editor, GTK_TYPE_WIDGET)

static ZgToastArea *
get_toasts (ZgTagsEditor *self)
{
  return ZG_TOAST_AREA (gtk_widget_get_ancestor (GTK_WIDGET (self), ZG_TYPE_TOAST_AREA));
}

/* Choosing *************************************************************************************************************/

static void
colour_chosen_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  GtkWidget     *popover)
{
  const char *tag = g_object_get_data (G_OBJECT (popover), "tag");
  const char *word = g_object_get_data (G_OBJECT (row), "word");
  ZgTagsEditor *self = ZG_TAGS_EDITOR (gtk_widget_get_ancestor (popover, ZG_TYPE_TAGS_EDITOR));

  if (self->colours != NULL)
    zg_tag_colours_set (self->colours, tag, word, get_toasts (self));
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
add_choice (GtkListBox *list,
            const char *word,
            gboolean    chosen)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *pill = zg_pill_new (zg_tag_colour_to_label (word), zg_tone_from_tag_colour (word));

  gtk_widget_set_hexpand (pill, TRUE);
  gtk_widget_set_opacity (mark, chosen ? 1 : 0);
  gtk_box_append (GTK_BOX (box), pill);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_widget_add_css_class (box, "tag-choice");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "word", g_strdup (word), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, zg_tag_colour_to_label (word), -1);
  gtk_list_box_append (list, row);
  if (chosen)
    g_object_set_data (G_OBJECT (list), "chosen", row);
}

/* The arrow keys go on from the colour that it has. */
static void
popover_shown_cb (GtkWidget *popover,
                  GtkWidget *list)
{
  GtkWidget *chosen = g_object_get_data (G_OBJECT (list), "chosen");

  gtk_widget_grab_focus (chosen != NULL ? chosen : list);
}

static GtkWidget *
create_popover (const char *tag,
                const char *colour)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *label = g_strdup_printf (_("Colour of “%s”"), tag);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  add_choice (GTK_LIST_BOX (list), "", *colour == '\0');
  for (const char * const *word = zg_tag_colour_list (); *word != NULL; word++)
    add_choice (GTK_LIST_BOX (list), *word, g_str_equal (*word, colour));
  g_signal_connect (list, "row-activated", G_CALLBACK (colour_chosen_cb), popover);
  g_signal_connect_after (popover, "map", G_CALLBACK (popover_shown_cb), list);
  g_object_set_data_full (G_OBJECT (popover), "tag", g_strdup (tag), g_free);
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  gtk_widget_add_css_class (popover, "tag-colours");
  return popover;
}

/* Buttons **************************************************************************************************************/

static GtkWidget *
create_button (ZgTagsEditor *self,
               const char   *tag)
{
  const char *colour = self->colours != NULL ? zg_tag_colours_get (self->colours, tag) : "";
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  /* TRANSLATORS: what a button for the colour of a tag is called: the first %s is the tag, the second the colour it has */
  g_autofree char *label = g_strdup_printf (_("Colour of “%s”: %s"), tag, zg_tag_colour_to_label (colour));

  gtk_box_append (GTK_BOX (box), zg_pill_new (tag, zg_tone_from_tag_colour (colour)));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), create_popover (tag, colour));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tag-colour");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "tag", g_strdup (tag), g_free);
  return button;
}

static GtkWidget *
get_button (ZgTagsEditor *self,
            guint         index)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->tags), (int) index);

  return child != NULL ? gtk_flow_box_child_get_child (child) : NULL;
}

/* Whose button has the focus keeps it, though the button is another. */
static char *
dup_focused (ZgTagsEditor *self)
{
  GtkWidget *button;

  for (guint i = 0; (button = get_button (self, i)) != NULL; i++)
    if (gtk_widget_get_focus_child (gtk_widget_get_parent (button)) != NULL)
      return g_strdup (g_object_get_data (G_OBJECT (button), "tag"));
  return NULL;
}

static void
add_button (ZgTagsEditor *self,
            GtkWidget    *button)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  /* The button is what has the focus. */
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
  gtk_flow_box_insert (GTK_FLOW_BOX (self->tags), child, -1);
}

static void
show_tags (ZgTagsEditor *self)
{
  g_autoptr (ZgCustomer) typed = zg_customer_new ();
  g_autofree char *focused = dup_focused (self);
  GtkFlowBoxChild *child;

  zg_customer_field_set_text (typed, ZG_CUSTOMER_FIELD_TAGS, gtk_editable_get_text (GTK_EDITABLE (self->entry)), NULL);
  /* The focus must not leave the row meanwhile, or what was typed would be saved. */
  if (focused != NULL)
    gtk_widget_grab_focus (self->entry);
  while ((child = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->tags), 0)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->tags), GTK_WIDGET (child));
  for (guint i = 0; i < typed->tags->len; i++)
    {
      const char *tag = g_ptr_array_index (typed->tags, i);
      GtkWidget *button = create_button (self, tag);

      add_button (self, button);
      if (g_strcmp0 (tag, focused) == 0)
        gtk_widget_grab_focus (button);
    }
  gtk_widget_set_visible (self->tags, typed->tags->len > 0);
}

/* Class ****************************************************************************************************************/

static void
zg_tags_editor_root (GtkWidget *widget)
{
  ZgTagsEditor *self = ZG_TAGS_EDITOR (widget);
  GtkWidget *screen;

  GTK_WIDGET_CLASS (zg_tags_editor_parent_class)->root (widget);

  screen = gtk_widget_get_ancestor (widget, ZG_TYPE_RECORD_SCREEN);
  if (screen == NULL || self->colours != NULL)
    return;
  self->colours = g_object_ref (zg_tag_colours_of (zg_record_screen_get_session (ZG_RECORD_SCREEN (screen))));
  g_signal_connect_object (self->colours, "changed", G_CALLBACK (show_tags), self, G_CONNECT_SWAPPED);
  show_tags (self);
}

static void
zg_tags_editor_dispose (GObject *object)
{
  ZgTagsEditor *self = ZG_TAGS_EDITOR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->colours);

  G_OBJECT_CLASS (zg_tags_editor_parent_class)->dispose (object);
}

static void
zg_tags_editor_class_init (ZgTagsEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zg_tags_editor_dispose;
  widget_class->root = zg_tags_editor_root;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
zg_tags_editor_init (ZgTagsEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 6);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("With commas between"));
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  self->tags = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->tags), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->tags), 10);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tags), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Colours of tags"), -1);
  gtk_widget_set_parent (self->tags, GTK_WIDGET (self));
}

/**
 * zg_tags_editor_new:
 * @text: the tags with commas between
 * @label: what a screen reader calls the line
 *
 * Returns: (transfer floating): the fields
 */
GtkWidget *
zg_tags_editor_new (const char *text,
                    const char *label)
{
  ZgTagsEditor *self = g_object_new (ZG_TYPE_TAGS_EDITOR, NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (show_tags), self, G_CONNECT_SWAPPED);
  show_tags (self);
  return GTK_WIDGET (self);
}

/**
 * zg_tags_editor_get_text:
 *
 * Returns: (transfer none): the tags as they were typed
 */
const char *
zg_tags_editor_get_text (ZgTagsEditor *self)
{
  g_return_val_if_fail (ZG_IS_TAGS_EDITOR (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

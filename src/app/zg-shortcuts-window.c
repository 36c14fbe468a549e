/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-shortcuts-window"

#include "config.h"

#include "zg-shortcuts-window.h"

#include <glib/gi18n.h>

#include "zg-key-cap.h"

/**
 * ZgShortcutsWindow:
 *
 * All keys, by where they do something. Unlike GtkShortcutsWindow it fits beside the chat in 360 px, scrolls, and
 * writes keys as the rest of the window does.
 */
struct _ZgShortcutsWindow
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (ZgShortcutsWindow, zg_shortcuts_window, ADW_TYPE_WINDOW)

typedef struct {
  const char *title;            /* of a group that begins here, or NULL */
  const char *keys;             /* separated by spaces */
  const char *text;
} Shortcut;

static const Shortcut shortcuts[] = {
  { N_("Everywhere"), "Ctrl+K", N_("Find whom to talk to") },
  { NULL, "Alt+1 … Alt+8", N_("Talk to one of the last eight") },
  { NULL, "Ctrl+1 … Ctrl+3", N_("Replies, customers, orders") },
  { NULL, "Ctrl+F", N_("Find on this screen") },
  { NULL, "Ctrl+N", N_("New") },
  { NULL, "Ctrl+Z", N_("Take the last thing back") },
  { NULL, "Alt+←", N_("Back to the list") },
  { NULL, "Esc", N_("Out of a search or page") },
  { N_("Replies"), "1 … 9", N_("Copy this reply") },
  { NULL, "Enter", N_("Copy the chosen reply") },
  { NULL, "↑ ↓", N_("Choose another reply") },
  { NULL, "Alt+V", N_("Another wording") },
  { NULL, "F2", N_("Edit") },
  { NULL, "Ctrl+D", N_("Favourite") },
  { NULL, "Ctrl+Shift+D", N_("Duplicate") },
  { NULL, "Alt+↑ Alt+↓", N_("Move it in its group") },
  { NULL, "Alt+Delete", N_("Into the bin") },
  { NULL, "F1", N_("What can be written in braces") },
  { N_("Customers"), "Enter", N_("Open the customer’s page") },
  { NULL, "T", N_("Talk to this customer") },
  { NULL, "N", N_("Write a note") },
  { NULL, "F", N_("Plan a follow-up") },
  { NULL, "Ctrl+V", N_("Paste an address or a picture onto the page") },
  { NULL, "F2", N_("Edit") },
  { N_("Orders"), "Enter", N_("Open the order’s page") },
  { NULL, "T", N_("Talk about this order") },
  { NULL, "R", N_("Copy the text to read back") },
  { NULL, "Y", N_("The customer confirmed it") },
  { NULL, "J K", N_("Next and previous order") },
  { NULL, "F2", N_("Edit") },
  { NULL, "Ctrl+P", N_("Print the packing slip") },
  { N_("Forms"), "Ctrl+S", N_("Save") },
  { NULL, "Esc", N_("Cancel") },
  { N_("Shop"), "Ctrl+I", N_("Import orders") },
  { NULL, "Ctrl+H", N_("Hide phone numbers in lists") },
  { NULL, "Ctrl+,", N_("Preferences") },
  { NULL, "Ctrl+?", N_("Keyboard shortcuts") },
  { NULL, "Ctrl+Q", N_("Quit") },
};

static GtkWidget *
create_keys (const char *keys)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_auto (GStrv) parts = g_strsplit (keys, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), g_str_equal (parts[i], "…") ? gtk_label_new ("…") : zg_key_cap_new (parts[i]));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
create_row (const Shortcut *shortcut)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_(shortcut->text));
  g_autofree char *name = g_strdup_printf ("%s: %s", _(shortcut->text), shortcut->keys);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), create_keys (shortcut->keys));
  gtk_widget_add_css_class (box, "shortcut");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static GtkWidget *
create_page (void)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = NULL;
  GtkWidget *list = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (shortcuts[i].title != NULL)
        {
          group = adw_preferences_group_new ();
          list = gtk_list_box_new ();
          gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
          gtk_widget_add_css_class (list, "boxed-list");
          gtk_widget_add_css_class (list, "card-list");
          gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                          _(shortcuts[i].title), -1);
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(shortcuts[i].title));
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
        }
      gtk_list_box_append (GTK_LIST_BOX (list), create_row (&shortcuts[i]));
    }
  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

static void
zg_shortcuts_window_class_init (ZgShortcutsWindowClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
zg_shortcuts_window_init (ZgShortcutsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  gtk_widget_add_css_class (header, "flat");
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), create_page ());
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Keyboard shortcuts"));
  gtk_window_set_default_size (GTK_WINDOW (self), 480, 640);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

/**
 * zg_shortcuts_window_new:
 * @parent: the window whose keys these are
 *
 * Returns: (transfer none): a new window, owned by GTK
 */
ZgShortcutsWindow *
zg_shortcuts_window_new (GtkWindow *parent)
{
  return g_object_new (ZG_TYPE_SHORTCUTS_WINDOW, "transient-for", parent, NULL);
}

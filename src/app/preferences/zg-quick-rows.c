/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-quick-rows"

#include "config.h"

#include "zg-quick-rows.h"

#include <glib/gi18n.h>

#include "zg-computer-settings.h"
#include "zg-markup.h"

/* The group of the preferences that tells how to reach the quick panel. No program may take a key for itself: the desktop
 * gives one when it is asked, or the person binds one in its settings, to a command that is at hand here. */

static const struct {
  const char *desktop;
  const char *advice;
} advices[] = {
  { "GNOME", N_("Settings › Keyboard › View and Customize Shortcuts › Custom Shortcuts: add one with this command.") },
  { "KDE Plasma", N_("System Settings › Shortcuts › Add New › Command: enter this command and choose a key.") },
  /* Translators: a line for a configuration file; keep it as it is */
  { "sway", N_("A line in the configuration: bindsym Mod4+space exec with this command.") },
};

/* In a sandbox the program is started through Flatpak. */
static const char *
get_command (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ? "flatpak run " APPLICATION_ID " --quick-reply"
                                                             : "zhanggui --quick-reply";
}

static void
copy_clicked_cb (GtkButton *button)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), get_command ());
  gtk_button_set_icon_name (button, "object-select-symbolic");
}

static GtkWidget *
create_command_row (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  zg_markup_row_set_title (ADW_PREFERENCES_ROW (row), _("Command for a shortcut of the desktop"));
  zg_markup_row_set_subtitle (ADW_ACTION_ROW (row), get_command ());
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Copy the command"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Copy the command"), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (copy_clicked_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);

  return row;
}

static GtkWidget *
create_advice_row (void)
{
  GtkWidget *row = adw_expander_row_new ();

  zg_markup_row_set_title (ADW_PREFERENCES_ROW (row), _("How to bind a key to it"));
  for (guint i = 0; i < G_N_ELEMENTS (advices); i++)
    {
      GtkWidget *advice = adw_action_row_new ();

      zg_markup_row_set_title (ADW_PREFERENCES_ROW (advice), advices[i].desktop);
      zg_markup_row_set_subtitle (ADW_ACTION_ROW (advice), _(advices[i].advice));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), advice);
    }

  return row;
}

static GtkWidget *
create_running_row (GSettings *settings)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *keep = gtk_switch_new ();

  zg_markup_row_set_title (ADW_PREFERENCES_ROW (row), _("Keep running when the window is closed"));
  zg_markup_row_set_subtitle (ADW_ACTION_ROW (row), _("The panel comes at once, and what was copied stays."));
  gtk_widget_set_valign (keep, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keep);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), keep);
  g_settings_bind (settings, "keep-running", keep, "active", G_SETTINGS_BIND_DEFAULT);

  return row;
}

/**
 * zg_quick_rows_new:
 * @shortcut_row: (nullable) (transfer floating): the first row, for the key
 *
 * Returns: (transfer floating): the group "Quick panel" of the preferences
 */
GtkWidget *
zg_quick_rows_new (GtkWidget *shortcut_row)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GSettings) settings = zg_computer_settings_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Quick panel"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("A small window that finds a reply from anywhere, copies it and goes."));
  if (shortcut_row != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), shortcut_row);
  if (settings != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_running_row (settings));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_command_row ());
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_advice_row ());

  return group;
}

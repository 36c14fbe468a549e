/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-entry-row"

#include "config.h"

#include "zg-entry-row.h"

#include <glib/gi18n.h>

static GtkWidget *
find_apply (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "adw-entry-apply-symbolic") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_apply (child);
  return found;
}

/**
 * zg_entry_row_name_apply:
 * @row: a row with an apply button
 *
 * Gives the button our name: libadwaita 1.2 has no translation of its own into the Chinese of Taiwan.
 */
void
zg_entry_row_name_apply (AdwEntryRow *row)
{
  GtkWidget *button = find_apply (GTK_WIDGET (row));

  /* A newer libadwaita may have built the row otherwise. */
  if (button != NULL)
    {
      gtk_widget_set_tooltip_text (button, _("Apply"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Apply"), -1);
    }
}

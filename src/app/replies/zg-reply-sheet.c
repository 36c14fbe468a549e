/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-sheet"

#include "config.h"

#include "zg-reply-sheet.h"

/**
 * zg_reply_sheet_place:
 * @preview: what moves
 * @pane: where it stands beside the list
 * @sheet: where it stands below the list
 * @below: whether it stands below
 *
 * Beside the list the preview scrolls as a whole. Below it, it scrolls its text alone: the copy button is always seen.
 */
void
zg_reply_sheet_place (GtkWidget         *preview,
                      GtkScrolledWindow *pane,
                      GtkBox            *sheet,
                      gboolean           below)
{
  g_autoptr (GtkWidget) held = g_object_ref (preview);
  gboolean was_below = gtk_widget_get_visible (GTK_WIDGET (sheet));

  if (below && !was_below)
    {
      gtk_scrolled_window_set_child (pane, NULL);
      gtk_box_append (sheet, held);
    }
  else if (was_below && !below)
    {
      gtk_box_remove (sheet, held);
      gtk_scrolled_window_set_child (pane, held);
    }
  gtk_widget_set_visible (GTK_WIDGET (sheet), below);
}

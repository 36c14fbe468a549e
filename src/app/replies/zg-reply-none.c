/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-none"

#include "config.h"

#include "zg-reply-none.h"

#include <glib/gi18n.h>

#include "zg-empty-state.h"

/**
 * zg_reply_none_new:
 *
 * Returns: (transfer full): what is shown where there are no replies yet
 */
GtkWidget *
zg_reply_none_new (void)
{
  GtkWidget *empty = zg_empty_state_new ("user-available-symbolic", _("No replies yet"),
                                         _("Replies are the texts that you copy into the chat."));

  zg_empty_state_add_button (ZG_EMPTY_STATE (empty), _("New reply"), "screen.new", TRUE);
  zg_empty_state_add_button (ZG_EMPTY_STATE (empty), _("Deleted replies…"), "reply.bin", FALSE);
  gtk_widget_set_hexpand (empty, TRUE);
  return empty;
}

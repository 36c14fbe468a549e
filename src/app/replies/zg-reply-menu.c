/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-menu"

#include "config.h"

#include "zg-reply-menu.h"

#include <glib/gi18n.h>

#include "zg-reply.h"

/* The actions of zg-reply-workshop.h as a menu. */

/**
 * zg_reply_menu_new:
 * @group_menu: the groups that a reply can go to, see zg_reply_menu_show_groups()
 *
 * Returns: (transfer full): what can be done with the chosen reply, and with all
 */
GMenuModel *
zg_reply_menu_new (GMenuModel *group_menu)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) reply = g_menu_new ();
  g_autoptr (GMenu) place = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new ();

  g_menu_append (reply, _("Edit"), "reply.edit");
  g_menu_append (reply, _("Duplicate"), "reply.duplicate");
  g_menu_append (reply, _("Favourite"), "reply.favourite");
  g_menu_append (place, _("Further up"), "reply.shift(-1)");
  g_menu_append (place, _("Further down"), "reply.shift(1)");
  g_menu_append_submenu (place, _("Into the group"), group_menu);
  g_menu_append (place, _("Delete"), "reply.delete");
  g_menu_append (all, _("New reply"), "reply.new");
  g_menu_append (all, _("Groups…"), "reply.groups");
  g_menu_append (all, _("Health…"), "reply.health");
  g_menu_append (all, _("Deleted replies…"), "reply.bin");
  g_menu_append (all, _("What can be written in braces"), "win.reply-help");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (reply));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (place));
  g_menu_append (files, _("Import replies…"), "win.import-replies");
  g_menu_append (files, _("Export replies…"), "win.export-replies");
  g_menu_append (files, _("Export replies for Qianniu…"), "win.export-replies-for-qianniu");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  return G_MENU_MODEL (menu);
}

/**
 * zg_reply_menu_show_groups:
 * @group_menu: the menu to fill
 * @groups: (element-type ZgReplyGroup): all groups
 */
void
zg_reply_menu_show_groups (GMenu     *group_menu,
                           GPtrArray *groups)
{
  g_menu_remove_all (group_menu);
  for (guint i = 0; i < groups->len; i++)
    {
      const ZgReplyGroup *group = g_ptr_array_index (groups, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (group->name, NULL);

      g_menu_item_set_action_and_target (item, "reply.move", "x", group->id);
      g_menu_append_item (group_menu, item);
    }
}

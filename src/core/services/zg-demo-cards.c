/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-demo"

#include "config.h"

#include "zg-demo-cards.h"

#include <gio/gio.h>
#include <string.h>

#include "zg-customer-attachment.h"
#include "zg-customer-tag.h"
#include "zg-interest-table.h"

/* What stands beside the customers of the demo: what they asked for and did not buy, files, and the colours of tags. */

/**
 * zg_demo_desk_write_interest:
 * @desk: a desk
 * @script: something of the script that somebody asked for
 * @customer_id: who
 * @order_id: not looked at
 * @error: return location for an error
 *
 * Nothing reminds of it: the day to ask again may be over already.
 *
 * Returns: whether it is noted
 */
gboolean
zg_demo_desk_write_interest (ZgDemoDesk  *desk,
                             JsonObject  *script,
                             gint64       customer_id,
                             gint64       order_id,
                             GError     **error)
{
  g_autoptr(ZgInterest) interest = zg_interest_new ();
  const char *again = zg_demo_text (script, "again");

  interest->customer_id = customer_id;
  interest->at = zg_demo_book_read_time (desk->book, zg_demo_text (script, "at"));
  interest->staff_id = desk->clerks[0];
  interest->ask_again_at = again != NULL ? zg_demo_book_read_time (desk->book, again) : ZG_TIME_NONE;
  interest->state = json_object_get_boolean_member_with_default (script, "bought", FALSE) ? ZG_INTEREST_BOUGHT
                                                                                          : ZG_INTEREST_OPEN;
  zg_demo_set_text (&interest->product, zg_demo_text (script, "product"));
  zg_demo_set_text (&interest->reason, zg_demo_text (script, "reason"));
  return zg_interest_validate (interest, error) && zg_interest_table_insert (desk->db, interest, error);
}

/**
 * zg_demo_desk_keep_file:
 * @desk: a desk
 * @script: a file of the script
 * @customer_id: whose it is
 * @order_id: about which order it is, or 0
 * @error: return location for an error
 *
 * Returns: whether it is kept
 */
gboolean
zg_demo_desk_keep_file (ZgDemoDesk  *desk,
                        JsonObject  *script,
                        gint64       customer_id,
                        gint64       order_id,
                        GError     **error)
{
  g_autofree char *path = g_strconcat ("/io/github/zhanggui/Zhanggui/data/demo/", zg_demo_text (script, "file"), NULL);
  g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr(ZgAttachment) attachment =
    bytes != NULL ? zg_attachment_new (zg_demo_text (script, "name"), bytes, error) : NULL;
  ZgTime at = zg_demo_book_read_time (desk->book, zg_demo_text (script, "at"));
  g_autoptr(ZgClock) clock = zg_clock_new_fixed (at, zg_clock_get_zone (desk->book->clock));

  return attachment != NULL
         && zg_customer_attachment_add (desk->db, attachment, customer_id, order_id, desk->clerks[0], clock, error);
}

/**
 * zg_demo_desk_colour_tags:
 * @desk: a desk
 * @error: return location for an error
 *
 * Returns: whether the tags have the colours of the script
 */
gboolean
zg_demo_desk_colour_tags (ZgDemoDesk  *desk,
                          GError     **error)
{
  JsonObject *colours = json_object_get_object_member (desk->book->root, "tag_colours");
  g_autoptr(GList) tags = colours != NULL ? json_object_get_members (colours) : NULL;

  for (GList *at = tags; at != NULL; at = at->next)
    {
      g_autofree char *before = NULL;

      if (!zg_customer_tag_set_colour (desk->db, at->data, zg_demo_text (colours, at->data), &before, error))
        return FALSE;
    }
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include "zg-customer-tag.h"

#include <glib/gi18n.h>

#include "zg-error.h"
#include "zg-tag-colour.h"
#include "zg-tag-table.h"

/* How the tags of a shop look. */

/**
 * zg_customer_tag_set_colour:
 * @db: a writing connection in a transaction
 * @tag: a tag, which need not be anybody's yet
 * @colour: a word of zg-tag-colour.h, or "" for none
 * @before_out: (out) (transfer full): what it had before; set again, that takes it back
 * @error: return location for an error
 *
 * Gives a tag its colour for the whole shop.
 *
 * Returns: %FALSE with %ZG_DOMAIN_ERROR_INVALID when there is no such colour, or no tag
 */
gboolean
zg_customer_tag_set_colour (ZgDatabase  *db,
                            const char  *tag,
                            const char  *colour,
                            char       **before_out,
                            GError     **error)
{
  if (*tag == '\0' || (*colour != '\0' && !zg_tag_colour_is_known (colour)))
    {
      g_set_error (error, ZG_DOMAIN_ERROR, ZG_DOMAIN_ERROR_INVALID,
                   /* TRANSLATORS: the first %s is a colour, the second a tag */
                   _("“%s” can't be the colour of the tag “%s”."), colour, tag);
      return FALSE;
    }
  return zg_tag_table_set_colour (db, tag, colour, before_out, error);
}

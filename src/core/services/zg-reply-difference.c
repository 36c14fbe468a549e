/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-services"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "zg-reply-cell.h"
#include "zg-reply-import.h"

/* What an import changes in a reply, for whoever decides about it. */

static void
difference_free (ZgReplyDifference *difference)
{
  g_free (difference->before);
  g_free (difference->after);
  g_free (difference);
}

static void
add (GPtrArray  *differences,
     const char *field,
     char       *before,
     char       *after)
{
  ZgReplyDifference *difference;

  if (g_strcmp0 (before, after) == 0)
    {
      g_free (before);
      g_free (after);
      return;
    }
  difference = g_new (ZgReplyDifference, 1);
  *difference = (ZgReplyDifference) { field, before, after };
  g_ptr_array_add (differences, difference);
}

static char *
describe_time (ZgTime time)
{
  return time != ZG_TIME_NONE ? zg_time_to_iso (time, NULL) : g_strdup ("");
}

static char *
describe_stages (guint32 stages)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < ZG_N_STAGES; i++)
    if (stages & (1u << i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", zg_stage_to_label ((ZgStage) i));
  return g_string_free (text, FALSE);
}

static char *
describe_flag (gboolean flag)
{
  return g_strdup (flag ? _("yes") : _("no"));
}

/**
 * zg_reply_change_describe:
 * @change: a change of a reply that is there
 *
 * Returns: (transfer full) (element-type ZgReplyDifference): what differs
 */
GPtrArray *
zg_reply_change_describe (const ZgReplyChange *change)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) difference_free);
  const ZgReply *a = change->before;
  const ZgReply *b = change->after;

  if (a == NULL)
    return all;
  add (all, _("Text"), zg_reply_cell_from_wording (a->body), zg_reply_cell_from_wording (b->body));
  add (all, _("Title"), g_strdup (a->title), g_strdup (b->title));
  add (all, _("Group"), g_strdup (a->group_name), g_strdup (b->group_name));
  add (all, _("Shortcode"), g_strdup (a->shortcode), g_strdup (b->shortcode));
  add (all, _("Other wordings"), zg_reply_cell_from_wordings (a->variants), zg_reply_cell_from_wordings (b->variants));
  add (all, _("Keywords"), zg_reply_cell_from_keywords (a->keywords), zg_reply_cell_from_keywords (b->keywords));
  add (all, _("Stages"), describe_stages (a->stages), describe_stages (b->stages));
  add (all, _("Favourite"), describe_flag (a->favourite), describe_flag (b->favourite));
  add (all, _("Valid from"), describe_time (a->valid_from), describe_time (b->valid_from));
  add (all, _("Valid until"), describe_time (a->valid_until), describe_time (b->valid_until));
  add (all, _("Asks to wait"), describe_flag (a->starts_wait), describe_flag (b->starts_wait));
  if (a->owner_id != b->owner_id || (b->owner_id == 0 && change->owner != NULL))
    add (all, _("Owner"), g_strdup (a->owner_id == 0 ? _("all") : ""),
         g_strdup (change->owner != NULL ? change->owner : _("all")));
  if (change->picture != NULL || a->picture_id != b->picture_id)
    add (all, _("Picture"), g_strdup (a->picture_id != 0 ? _("the old one") : _("none")),
         g_strdup (change->picture != NULL ? _("the new one") : _("none")));
  return all;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-hints"

#include "config.h"

#include "zg-reply-hints.h"

#include <glib/gi18n.h>

/* The keys that the bar below the Replies screen tells. */

static const ZgHint *
get_hints_of_list (gsize *n_hints_out)
{
  static ZgHint hints[7];

  hints[0] = (ZgHint) { "1–9", _("copy this one") };
  hints[1] = (ZgHint) { "Enter", _("copy the chosen one") };
  hints[2] = (ZgHint) { "↑ ↓", _("choose") };
  hints[3] = (ZgHint) { "Alt+V", _("other wording") };
  hints[4] = (ZgHint) { "F2", _("edit") };
  hints[5] = (ZgHint) { "Ctrl+K", _("change the customer") };
  hints[6] = (ZgHint) { "Esc", _("clear") };
  *n_hints_out = G_N_ELEMENTS (hints);
  return hints;
}

/**
 * zg_reply_hints_get:
 * @place: where the clerk is
 * @n_hints_out: (out): how many
 *
 * Returns: (transfer none) (array length=n_hints_out): the keys that do something there
 */
const ZgHint *
zg_reply_hints_get (ZgReplyPlace  place,
                    gsize        *n_hints_out)
{
  static ZgHint hints[4];

  if (place == ZG_REPLY_PLACE_LIST)
    return get_hints_of_list (n_hints_out);

  hints[0] = (ZgHint) { "Esc", _("back") };
  hints[1] = (ZgHint) { "Ctrl+S", _("save") };
  hints[2] = (ZgHint) { "{", _("what is filled in") };
  hints[3] = (ZgHint) { "F1", _("all of that") };
  *n_hints_out = place == ZG_REPLY_PLACE_EDITOR ? 4 : 1;
  return hints;
}

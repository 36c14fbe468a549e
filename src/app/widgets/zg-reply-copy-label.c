/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "zg-reply-copy-label"

#include "config.h"

#include "zg-reply-copy-label.h"

#include <glib/gi18n.h>

/* What the button that copies says: what to do first instead of greying out. */

static char *
label_first (const ZgMissing *first,
             const char      *addressee)
{
  if (first->is_broken)
    return g_strdup (_("The text has to be mended first"));
  if (addressee != NULL)
    /* Translators: first what is missing ("Courier"), then for whom */
    return g_strdup_printf (_("First %s, then copy for %s"), first->label, addressee);
  return g_strdup_printf (_("First %s, then copy"), first->label);
}

/**
 * zg_reply_copy_label:
 * @draft: a draft of some reply
 * @addressee: (nullable): whom it is for
 *
 * Returns: (transfer full): what pressing the button does: asks for what is missing, or copies the reply or the one of
 *   its messages that is next
 */
char *
zg_reply_copy_label (const ZgReplyDraft *draft,
                     const char         *addressee)
{
  const ZgMessageTurn *turn = zg_reply_draft_get_turn (draft);
  guint n_parts = zg_message_turn_get_n_parts (turn);
  guint number = zg_message_turn_get_next (turn) + 1;

  if (!zg_reply_draft_is_complete (draft))
    return label_first (g_ptr_array_index (zg_reply_draft_get_fill (draft)->missing, 0), addressee);
  if (n_parts > 1 && addressee != NULL)
    /* Translators: which of several messages of a reply is copied next, and for whom: "Copy 2/3 for Amy" */
    return g_strdup_printf (_("Copy %u/%u for %s"), number, n_parts, addressee);
  if (n_parts > 1)
    return g_strdup_printf (_("Copy %u/%u"), number, n_parts);
  return addressee != NULL ? g_strdup_printf (_("Copy for %s"), addressee) : g_strdup (_("Copy"));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-session.h"
#include "zg-toast-area.h"
#include "zg-wording-entry.h"

G_BEGIN_DECLS

typedef enum {
  ZG_WORDING_CHANGE_SAVE,
  ZG_WORDING_CHANGE_RESTORE,            /* what was shipped; takes a word of the shop's own out */
  ZG_WORDING_CHANGE_RESTORE_ALL,        /* all that was shipped, in the entry's language */
  ZG_WORDING_CHANGE_LANGUAGE,           /* the entry's language is the shop's */
} ZgWordingChangeKind;

/**
 * ZgWordingChanged:
 * @error: (nullable): why it was not done
 */
typedef void (*ZgWordingChanged) (const GError *error,
                                  gpointer      user_data);

void zg_wording_change_run (ZgSession            *session,
                            ZgWordingChangeKind   kind,
                            const ZgWordingEntry *entry,
                            ZgWordingChanged      changed,
                            GObject              *object);
void zg_wording_change_offer_undo (ZgToastArea *toasts,
                                   ZgSession   *session,
                                   GPtrArray   *entries);

G_END_DECLS

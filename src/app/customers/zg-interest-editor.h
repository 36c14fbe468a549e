/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-card-row.h"
#include "zg-interest.h"

G_BEGIN_DECLS

/**
 * ZgInterestIntent:
 * @ZG_INTEREST_INTENT_BOUGHT: they bought it after all
 * @ZG_INTEREST_INTENT_GIVE_UP: nobody asks again
 * @ZG_INTEREST_INTENT_REOPEN: it is not bought yet, and wanted still
 *
 * What one can want of an interest beside what a #ZgCardIntent says.
 */
typedef enum {
  ZG_INTEREST_INTENT_BOUGHT = ZG_CARD_OWN,
  ZG_INTEREST_INTENT_GIVE_UP,
  ZG_INTEREST_INTENT_REOPEN,
} ZgInterestIntent;

#define ZG_TYPE_INTEREST_EDITOR (zg_interest_editor_get_type ())
G_DECLARE_FINAL_TYPE (ZgInterestEditor, zg_interest_editor, ZG, INTEREST_EDITOR, GtkWidget)

GtkWidget *zg_interest_editor_new (const ZgInterest *before,
                                   ZgClock          *clock) G_GNUC_WARN_UNUSED_RESULT;
const ZgInterest *zg_interest_editor_get_before (ZgInterestEditor *self);
ZgInterest *zg_interest_editor_build (ZgInterestEditor  *self,
                                      GError           **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_interest_editor_is_changed (ZgInterestEditor *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * ZgReplyOffers offers placeholders under the cursor of a text while one is typed behind a brace.
 *
 * Signals:
 *   chosen (char *text)     what should stand instead of the brace and what was typed behind it
 */
#define ZG_TYPE_REPLY_OFFERS (zg_reply_offers_get_type ())
G_DECLARE_FINAL_TYPE (ZgReplyOffers, zg_reply_offers, ZG, REPLY_OFFERS, GtkPopover)

GtkWidget *zg_reply_offers_new (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_reply_offers_show (ZgReplyOffers      *self,
                               const char         *typed,
                               const GdkRectangle *cursor);
void zg_reply_offers_hide (ZgReplyOffers *self);
gboolean zg_reply_offers_press (ZgReplyOffers   *self,
                                guint            keyval,
                                GdkModifierType  state);
char *zg_reply_offers_dup_typed (GtkTextBuffer *buffer,
                                 GtkTextIter   *brace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

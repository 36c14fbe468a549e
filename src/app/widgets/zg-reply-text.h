/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-message-turn.h"
#include "zg-template.h"

G_BEGIN_DECLS

#define ZG_TYPE_REPLY_TEXT (zg_reply_text_get_type ())
G_DECLARE_FINAL_TYPE (ZgReplyText, zg_reply_text, ZG, REPLY_TEXT, GtkWidget)

/*
 * Signals:
 *   laid-out ()     the lines of a new text have their places
 */

void zg_reply_text_show (ZgReplyText  *self,
                         const ZgFill *fill,
                         GArray       *findings);
void zg_reply_text_show_turn (ZgReplyText         *self,
                              const ZgFill        *fill,
                              GArray              *findings,
                              const ZgMessageTurn *turn);
void zg_reply_text_set_compact (ZgReplyText *self,
                                gboolean     compact);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-session.h"

G_BEGIN_DECLS

/*
 * ZgReplyHelpWindow tells what can be written in braces. A row copies what it shows or, where somebody listens, is
 * chosen, and the window goes.
 *
 * Signals:
 *   chosen (char *text)     what is to be written
 */
#define ZG_TYPE_REPLY_HELP_WINDOW (zg_reply_help_window_get_type ())
G_DECLARE_FINAL_TYPE (ZgReplyHelpWindow, zg_reply_help_window, ZG, REPLY_HELP_WINDOW, AdwWindow)

ZgReplyHelpWindow *zg_reply_help_window_new (GtkWindow *parent,
                                             ZgSession *session);
void zg_reply_help_window_set_inserts (ZgReplyHelpWindow *self);

G_END_DECLS

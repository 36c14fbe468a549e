/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-reply-copy.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

void zg_order_copy_for_stage (ZgSession     *session,
                              ZgToastArea   *toasts,
                              gint64         order_id,
                              ZgStage        stage,
                              const char    *about,
                              ZgReplyCopied  copied,
                              gpointer       user_data);
void zg_order_copy_read_back (ZgSession   *session,
                              ZgToastArea *toasts,
                              gint64       order_id);
void zg_order_copy_notice (ZgSession   *session,
                           ZgToastArea *toasts,
                           gint64       order_id);
void zg_order_copy_text (ZgToastArea *toasts,
                         const char  *text);

G_END_DECLS

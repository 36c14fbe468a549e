/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-reply-health.h"

G_BEGIN_DECLS

GtkWidget *zg_reply_health_row_new (const ZgReplyFinding *finding,
                                    ZgClock              *clock) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *zg_reply_health_row_new_use (const ZgReply  *reply,
                                        GPtrArray      *uses,
                                        ZgClock        *clock) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

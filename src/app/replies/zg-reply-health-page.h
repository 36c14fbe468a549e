/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

#define ZG_TYPE_REPLY_HEALTH_PAGE (zg_reply_health_page_get_type ())
/*
 * ZgReplyHealthPage lists the replies that need a hand, by what is wrong with them, and who uses which most. Rows open the
 * editor by the action reply.open.
 */
G_DECLARE_FINAL_TYPE (ZgReplyHealthPage, zg_reply_health_page, ZG, REPLY_HEALTH_PAGE, GtkWidget)

GtkWidget *zg_reply_health_page_new (ZgSession   *session,
                                     ZgToastArea *toasts) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_health_page_reload (ZgReplyHealthPage *self);

G_END_DECLS

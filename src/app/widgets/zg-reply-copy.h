/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-reply.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

void zg_reply_copy_text (GtkWindow     *window,
                         ZgSession     *session,
                         ZgToastArea   *toasts,
                         const ZgReply *reply,
                         const char    *text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-reply.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

/**
 * ZgAddressee:
 * @customer_id: whom a text is for, 0 for nobody
 * @order_id: what it is about, 0 for nothing
 * @call_name: (nullable): what they are called
 */
typedef struct {
  gint64 customer_id;
  gint64 order_id;
  const char *call_name;
} ZgAddressee;

void zg_reply_copy_text (GtkWindow         *window,
                         ZgSession         *session,
                         ZgToastArea       *toasts,
                         const ZgAddressee *addressee,
                         const ZgReply     *reply,
                         const char        *text);

G_END_DECLS

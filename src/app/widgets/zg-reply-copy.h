/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-reply-draft.h"
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

/**
 * ZgCopyVerdict:
 * @ZG_COPY_NOTHING: there is no reply
 * @ZG_COPY_MISSING: something is missing in it: ask for that
 * @ZG_COPY_DOUBT: nobody was at the desk for a while: ask whether it is still for this customer
 * @ZG_COPY_CHANGED: it says something else than a moment ago; that was shown, and the next copy copies it
 * @ZG_COPY_STALE: it may not be said any more, or not yet; that was shown, and the next copy copies it all the same
 * @ZG_COPY_STARTED: on its way
 */
typedef enum {
  ZG_COPY_NOTHING,
  ZG_COPY_MISSING,
  ZG_COPY_DOUBT,
  ZG_COPY_CHANGED,
  ZG_COPY_STALE,
  ZG_COPY_STARTED,
} ZgCopyVerdict;

typedef void (*ZgReplyCopied) (gboolean copied,
                               gpointer user_data);

void zg_reply_copy_text (GtkWindow         *window,
                         ZgSession         *session,
                         ZgToastArea       *toasts,
                         const ZgAddressee *addressee,
                         const ZgReply     *reply,
                         const char        *text,
                         ZgReplyCopied      copied,
                         gpointer           user_data);
ZgCopyVerdict zg_reply_copy_draft (GtkWindow     *window,
                                   ZgSession     *session,
                                   ZgToastArea   *toasts,
                                   ZgReplyDraft  *draft,
                                   ZgReplyCopied  copied,
                                   gpointer       user_data);
ZgCopyVerdict zg_reply_copy_draft_unlogged (GtkWindow     *window,
                                            ZgSession     *session,
                                            ZgToastArea   *toasts,
                                            ZgReplyDraft  *draft,
                                            ZgReplyCopied  copied,
                                            gpointer       user_data);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

/**
 * ZgReplyChosen:
 *
 * What is done to the reply that is chosen in the list, as actions.
 */
typedef struct _ZgReplyChosen ZgReplyChosen;

ZgReplyChosen *zg_reply_chosen_new (ZgSession          *session,
                                    ZgToastArea        *toasts,
                                    GSimpleActionGroup *actions) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_chosen_free (ZgReplyChosen *self);
void zg_reply_chosen_set (ZgReplyChosen *self,
                          const ZgReply *reply);
void zg_reply_chosen_set_seen (ZgReplyChosen *self,
                               gboolean       is_seen);

G_END_DECLS

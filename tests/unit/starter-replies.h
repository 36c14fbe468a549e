/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-starter-library.h"

G_BEGIN_DECLS

typedef void (*StarterWordingFunc) (const ZgReply *reply,
                                    const char    *wording);

GPtrArray *starter_replies_load (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void starter_replies_foreach_wording (const char         *language,
                                      StarterWordingFunc  func);
gboolean starter_reply_is_chinese (const ZgReply *reply);
gboolean starter_reply_has_stage (const ZgReply *reply,
                                  ZgStage        stage);

G_END_DECLS

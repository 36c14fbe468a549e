/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-hint-bar.h"

G_BEGIN_DECLS

/**
 * ZgReplyPlace:
 * @ZG_REPLY_PLACE_LIST: at the list of replies
 * @ZG_REPLY_PLACE_EDITOR: in the editor
 * @ZG_REPLY_PLACE_PAGE: on one of the other pages of the workshop
 *
 * Where on the Replies screen the clerk is.
 */
typedef enum {
  ZG_REPLY_PLACE_LIST,
  ZG_REPLY_PLACE_EDITOR,
  ZG_REPLY_PLACE_PAGE,
} ZgReplyPlace;

const ZgHint *zg_reply_hints_get (ZgReplyPlace  place,
                                  gsize        *n_hints_out);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-reply-record.h"

G_BEGIN_DECLS

/**
 * ZgReplyShelf:
 *
 * The shop's replies as an import looks for them: by uid, by shortcode, by title and group, by text. Each is found once.
 */
typedef struct _ZgReplyShelf ZgReplyShelf;

ZgReplyShelf *zg_reply_shelf_new (ZgDatabase  *db,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_shelf_free (ZgReplyShelf *shelf);
ZgReply *zg_reply_shelf_take (ZgReplyShelf        *shelf,
                              const ZgReplyRecord *record);
ZgReply *zg_reply_shelf_find_shortcode (ZgReplyShelf *shelf,
                                        const char   *shortcode);
const char *zg_reply_shelf_get_owner (ZgReplyShelf *shelf,
                                      gint64        owner_id);
gint64 zg_reply_shelf_find_owner (ZgReplyShelf *shelf,
                                  const char   *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgReplyShelf, zg_reply_shelf_free)

G_END_DECLS

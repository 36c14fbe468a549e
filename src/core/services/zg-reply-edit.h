/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-picture.h"
#include "zg-reply-undo.h"
#include "zg-reply.h"

G_BEGIN_DECLS

/* How long a deleted reply can be taken out of the bin. */
#define ZG_REPLY_BIN_TIME (30 * ZG_TIME_DAY)

gboolean zg_reply_edit_save (ZgDatabase   *db,
                             ZgReply      *reply,
                             ZgPicture    *picture,
                             ZgTime        now,
                             ZgReplyUndo  *undo,
                             GError      **error);
gint64 zg_reply_edit_duplicate (ZgDatabase   *db,
                                gint64        id,
                                ZgTime        now,
                                ZgReplyUndo  *undo,
                                GError      **error);
gboolean zg_reply_edit_delete (ZgDatabase   *db,
                               gint64        id,
                               ZgTime        now,
                               ZgReplyUndo  *undo,
                               GError      **error);
gboolean zg_reply_edit_restore (ZgDatabase   *db,
                                gint64        id,
                                ZgTime        now,
                                ZgReplyUndo  *undo,
                                GError      **error);
gboolean zg_reply_edit_tidy (ZgDatabase  *db,
                             ZgTime       now,
                             GError     **error);

G_END_DECLS

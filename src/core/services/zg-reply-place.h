/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-reply-undo.h"
#include "zg-reply.h"

G_BEGIN_DECLS

gboolean zg_reply_place_move (ZgDatabase   *db,
                              gint64        id,
                              gint64        group_id,
                              int           index,
                              ZgReplyUndo  *undo,
                              GError      **error);
gboolean zg_reply_place_behind (ZgDatabase   *db,
                                gint64        id,
                                gint64        other_id,
                                ZgReplyUndo  *undo,
                                GError      **error);
gboolean zg_reply_place_put (ZgDatabase   *db,
                             gint64        id,
                             gint64        onto_id,
                             ZgReplyUndo  *undo,
                             GError      **error);
gboolean zg_reply_place_shift (ZgDatabase   *db,
                               gint64        id,
                               int           step,
                               ZgReplyUndo  *undo,
                               GError      **error);
gboolean zg_reply_place_set_favourite (ZgDatabase   *db,
                                       gint64        id,
                                       gboolean      favourite,
                                       ZgReplyUndo  *undo,
                                       GError      **error);
gboolean zg_reply_place_keep (ZgDatabase     *db,
                              ZgReply        *reply,
                              const ZgReply  *opened,
                              GError        **error);

G_END_DECLS

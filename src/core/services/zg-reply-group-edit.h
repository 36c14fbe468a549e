/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply-undo.h"

G_BEGIN_DECLS

gint64 zg_reply_group_edit_add (ZgDatabase   *db,
                                const char   *name,
                                ZgReplyUndo  *undo,
                                GError      **error);
gboolean zg_reply_group_edit_rename (ZgDatabase   *db,
                                     gint64        group_id,
                                     const char   *name,
                                     ZgReplyUndo  *undo,
                                     GError      **error);
gboolean zg_reply_group_edit_shift (ZgDatabase   *db,
                                    gint64        group_id,
                                    int           step,
                                    ZgReplyUndo  *undo,
                                    GError      **error);
gboolean zg_reply_group_edit_delete (ZgDatabase   *db,
                                     gint64        group_id,
                                     gint64        move_to,
                                     ZgReplyUndo  *undo,
                                     GError      **error);

G_END_DECLS

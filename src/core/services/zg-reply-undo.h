/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-reply-table.h"

G_BEGIN_DECLS

/**
 * ZgReplyUndo:
 *
 * What was before an edit of replies or groups, so that the edit can be taken back. Filled by the functions of
 * zg-reply-edit.h; several edits that belong together can go into one.
 */
typedef struct _ZgReplyUndo ZgReplyUndo;

ZgReplyUndo *zg_reply_undo_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_undo_free (ZgReplyUndo *undo);
gboolean zg_reply_undo_is_empty (const ZgReplyUndo *undo);
void zg_reply_undo_note_reply (ZgReplyUndo   *undo,
                               const ZgReply *before,
                               gint64         version_after);
void zg_reply_undo_note_state (ZgReplyUndo        *undo,
                               const ZgReplyState *before);
void zg_reply_undo_note_group (ZgReplyUndo        *undo,
                               const ZgReplyGroup *before);
void zg_reply_undo_note_new_group (ZgReplyUndo *undo,
                                   gint64       group_id);
gboolean zg_reply_undo_apply (ZgDatabase   *db,
                              ZgReplyUndo  *undo,
                              ZgTime        now,
                              GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgReplyUndo, zg_reply_undo_free)

G_END_DECLS

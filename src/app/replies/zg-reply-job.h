/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply-edit.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

typedef enum {
  ZG_REPLY_JOB_SAVE,
  ZG_REPLY_JOB_OVERWRITE,
  ZG_REPLY_JOB_DUPLICATE,
  ZG_REPLY_JOB_MOVE,
  ZG_REPLY_JOB_PUT,
  ZG_REPLY_JOB_SHIFT,
  ZG_REPLY_JOB_FAVOURITE,
  ZG_REPLY_JOB_DELETE,
  ZG_REPLY_JOB_RESTORE,
  ZG_REPLY_JOB_ADD_GROUP,
  ZG_REPLY_JOB_RENAME_GROUP,
  ZG_REPLY_JOB_SHIFT_GROUP,
  ZG_REPLY_JOB_DELETE_GROUP,
  ZG_REPLY_JOB_KEEP_DRAFT,
  ZG_REPLY_JOB_TIDY,
} ZgReplyJobKind;

/**
 * ZgReplyJob:
 * @id: the reply it is about; a job that makes one sets it
 * @group_id: the group it is about, or the one that a reply goes to
 * @move_to: the group that gets the replies of a deleted one
 * @onto_id: the reply whose place it is to have
 * @step: by how many places, or whether it is a favourite
 * @name: (nullable): of a group; of one that is to be made, when a reply is saved
 * @reply: (nullable): what to save
 * @opened: (nullable): the same as the clerk found it
 * @picture: (nullable): a new picture for it
 * @draft: (nullable): what to keep of an editor that is left, %NULL for nothing
 *
 * One write of the Replies screen, which knows how to be taken back.
 */
typedef struct {
  ZgReplyJobKind kind;
  ZgSession *session;
  ZgTime now;
  gint64 id;
  gint64 group_id;
  gint64 move_to;
  gint64 onto_id;
  int step;
  char *name;
  ZgReply *reply;
  ZgReply *opened;
  ZgPicture *picture;
  ZgReply *draft;
  ZgReplyUndo *undo;
} ZgReplyJob;

ZgReplyJob *zg_reply_job_new (ZgReplyJobKind  kind,
                              ZgSession      *session,
                              gint64          id) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_job_free (ZgReplyJob *job);
void zg_reply_job_run_async (ZgReplyJob          *job,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);
ZgReplyJob *zg_reply_job_run_finish (GAsyncResult  *result,
                                     GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_job_run (ZgReplyJob  *job,
                       ZgToastArea *toasts,
                       const char  *done);
void zg_reply_job_offer_undo (ZgReplyJob  *job,
                              ZgToastArea *toasts,
                              const char  *text);
void zg_reply_job_tidy (ZgSession *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgReplyJob, zg_reply_job_free)

G_END_DECLS

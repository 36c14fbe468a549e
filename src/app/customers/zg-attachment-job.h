/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer-attachment.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

typedef enum {
  ZG_ATTACHMENT_JOB_ADD,
  ZG_ATTACHMENT_JOB_CHANGE,
  ZG_ATTACHMENT_JOB_REMOVE,
  ZG_ATTACHMENT_JOB_PUT_BACK,
} ZgAttachmentJobKind;

/**
 * ZgAttachmentJob:
 * @customer_id: whose they are
 * @attachments: (element-type ZgAttachment): what to add or remove, or to put back; the one to change as it was
 * @after: (nullable): as it should be
 *
 * One write of the files that belong to a customer.
 */
typedef struct {
  ZgAttachmentJobKind kind;
  ZgSession *session;
  ZgClock *clock;
  gint64 staff_id;
  gint64 customer_id;
  GPtrArray *attachments;
  ZgAttachment *after;
} ZgAttachmentJob;

ZgAttachmentJob *zg_attachment_job_new (ZgAttachmentJobKind  kind,
                                        ZgSession           *session,
                                        gint64               customer_id) G_GNUC_WARN_UNUSED_RESULT;
void zg_attachment_job_free (ZgAttachmentJob *job);
void zg_attachment_job_run_async (ZgAttachmentJob     *job,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);
ZgAttachmentJob *zg_attachment_job_run_finish (GAsyncResult  *result,
                                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_attachment_job_offer_undo (ZgAttachmentJob *job,
                                   ZgToastArea     *toasts,
                                   const char      *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgAttachmentJob, zg_attachment_job_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-fill-context.h"
#include "zg-session.h"

G_BEGIN_DECLS

/**
 * ZgReplyLoad:
 * @id: the reply to edit, 0 for a new one
 * @reply: as the shop file has it; an empty one when it is new
 * @unsaved: (nullable): what was typed before and not saved
 * @groups: (element-type ZgReplyGroup): all groups
 * @staff: (element-type ZgStaff): who can own a reply
 * @person: (nullable): to fill it for the current customer
 * @sample: to fill it for somebody invented
 *
 * All that the editor of a reply needs from the shop file.
 */
typedef struct {
  gint64 id;
  gint64 customer_id;
  gint64 order_id;
  gint64 staff_id;
  ZgClock *clock;
  ZgReply *reply;
  ZgReply *unsaved;
  GPtrArray *groups;
  GPtrArray *staff;
  ZgFillContext *person;
  ZgFillContext *sample;
} ZgReplyLoad;

void zg_reply_load_free (ZgReplyLoad *load);
void zg_reply_load_run_async (ZgSession           *session,
                              gint64               id,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
ZgReplyLoad *zg_reply_load_run_finish (GAsyncResult  *result,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgReplyLoad, zg_reply_load_free)

G_END_DECLS

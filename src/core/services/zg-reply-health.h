/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-reply-uses.h"
#include "zg-reply.h"

G_BEGIN_DECLS

/**
 * ZgReplyFault:
 *
 * What can be wrong with a reply, the worst first.
 */
typedef enum {
  ZG_REPLY_FAULT_BROKEN,        /* it can't be filled */
  ZG_REPLY_FAULT_EXPIRED,
  ZG_REPLY_FAULT_SIMILAR,       /* another one says nearly the same */
  ZG_REPLY_FAULT_UNUSED,        /* for 60 days */
  ZG_REPLY_FAULT_NEVER_USED,    /* and it has been there for 30 days */
} ZgReplyFault;

#define ZG_N_REPLY_FAULTS 5

/**
 * ZgReplyFinding:
 * @reply: the reply; belongs to the health
 * @other: (nullable): for %ZG_REPLY_FAULT_SIMILAR the one that says nearly the same
 * @share: how much of their character pairs these two share
 * @reason: (nullable): for %ZG_REPLY_FAULT_BROKEN why it can't be filled
 */
typedef struct {
  ZgReplyFault fault;
  const ZgReply *reply;
  const ZgReply *other;
  double share;
  char *reason;
} ZgReplyFinding;

/**
 * ZgReplyHealth:
 * @replies: (element-type ZgReply): all replies that are not in the bin
 * @findings: (element-type ZgReplyFinding): by fault; a reply may have several
 * @uses: (element-type ZgReplyUse): who uses what, by reply
 * @counts: how many replies have each fault
 *
 * How well the replies are kept.
 */
typedef struct {
  GPtrArray *replies;
  GPtrArray *findings;
  GPtrArray *uses;
  guint counts[ZG_N_REPLY_FAULTS];
} ZgReplyHealth;

const char *zg_reply_fault_to_word (ZgReplyFault fault);
const char *zg_reply_fault_to_label (ZgReplyFault fault);
ZgReplyHealth *zg_reply_health_check (ZgDatabase  *db,
                                      gint64       staff_id,
                                      ZgTime       now,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;
ZgReplyHealth *zg_reply_health_new (GPtrArray *replies,
                                    GPtrArray *uses,
                                    ZgTime     now) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_health_free (ZgReplyHealth *health);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgReplyHealth, zg_reply_health_free)

G_END_DECLS

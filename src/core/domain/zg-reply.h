/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgStage:
 *
 * Where a conversation can stand; a reply says at which of these it is used. The words are those of files and of the
 * command line, the table is in zg-reply.c.
 */
typedef enum {
  ZG_STAGE_GREETING,
  ZG_STAGE_NEED,
  ZG_STAGE_RECOMMEND,
  ZG_STAGE_OBJECTION,
  ZG_STAGE_CLOSING,
  ZG_STAGE_CONFIRMATION,
  ZG_STAGE_PAYMENT,
  ZG_STAGE_SHIPPING,
  ZG_STAGE_DELAY,
  ZG_STAGE_AFTER_SALE,
  ZG_STAGE_REVIEW,
  ZG_STAGE_BAD_REVIEW,
  ZG_STAGE_HANDOVER,
  ZG_STAGE_FAREWELL,
  ZG_STAGE_BUSY,
  ZG_STAGE_AWAY,
  ZG_STAGE_STATUS_LINE,
  ZG_STAGE_PROMOTION,
  ZG_STAGE_BIRTHDAY,
} ZgStage;

#define ZG_N_STAGES 19

const char *zg_stage_to_word (ZgStage stage);
gboolean zg_stage_from_word (const char *word,
                             ZgStage    *stage_out);
const char *zg_stage_to_label (ZgStage stage);

typedef struct {
  gint64 id;
  char *uid;
  char *name;
  int position;
  int n_replies;
} ZgReplyGroup;

/**
 * ZgReply:
 * @stages: bit set of 1 << #ZgStage
 * @keywords: (element-type utf8): what customers ask when this is the answer
 * @variants: (element-type utf8): further wordings, beside @body
 * @starter: (nullable): the starter library's key, for replies that came with the program
 *
 * A text that clerks copy.
 */
typedef struct {
  gint64 id;
  char *uid;
  gint64 version;
  gint64 group_id;
  char *group_name;
  char *title;
  char *shortcode;
  char *body;
  guint32 stages;
  GPtrArray *keywords;
  GPtrArray *variants;
  char *starter;
  gboolean favourite;
  int position;
  gint64 use_count;
  ZgTime last_used_at;
} ZgReply;

ZgReply *zg_reply_new (void) G_GNUC_WARN_UNUSED_RESULT;
ZgReply *zg_reply_copy (const ZgReply *reply) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_free (ZgReply *reply);
void zg_reply_group_free (ZgReplyGroup *group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgReply, zg_reply_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgReplyGroup, zg_reply_group_free)

G_END_DECLS

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
 * @valid_from: from when it may be said, %ZG_TIME_NONE for always
 * @valid_until: the first moment at which it may not be said any more, %ZG_TIME_NONE for never
 * @owner_id: the clerk whose own it is, 0 for what all share
 * @starts_wait: whether it asks the customer to wait, so that copying it starts their clock
 * @picture_id: the picture that is copied with it, 0 for none
 * @deleted_at: when it went to the bin, %ZG_TIME_NONE while it is in use
 *
 * A text that clerks copy. The body and each variant may be several messages that are copied one after the other; see
 * zg_reply_split_messages().
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
  ZgTime valid_from;
  ZgTime valid_until;
  gint64 owner_id;
  gboolean starts_wait;
  gint64 picture_id;
  ZgTime deleted_at;
  ZgTime created_at;
  ZgTime updated_at;
} ZgReply;

/* All wordings of a reply together: no chat program takes as much, and each key searches all of it. */
#define ZG_REPLY_MAX_BYTES (64 * 1024)

#define ZG_REPLY_MAX_SHORTCODE 32

/* What stands between two messages of one body: RECORD SEPARATOR, which nobody can type. */
#define ZG_REPLY_MESSAGE_SEPARATOR "\x1e"

ZgReply *zg_reply_new (void) G_GNUC_WARN_UNUSED_RESULT;
ZgReply *zg_reply_copy (const ZgReply *reply) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_free (ZgReply *reply);
void zg_reply_group_free (ZgReplyGroup *group);
char **zg_reply_split_messages (const char *body) G_GNUC_WARN_UNUSED_RESULT;
char *zg_reply_join_messages (char **messages) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_normalise (ZgReply *reply);
gboolean zg_reply_equal (const ZgReply *a,
                         const ZgReply *b);
void zg_reply_set_keywords (ZgReply    *reply,
                            const char *text);
char *zg_reply_keywords_to_text (const ZgReply *reply) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_reply_is_valid_at (const ZgReply *reply,
                               ZgTime         now);
gboolean zg_reply_is_visible_to (const ZgReply *reply,
                                 gint64         staff_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgReply, zg_reply_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgReplyGroup, zg_reply_group_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-reply-file.h"

G_BEGIN_DECLS

typedef enum {
  ZG_REPLY_CHANGE_NEW,
  ZG_REPLY_CHANGE_UPDATE,
  ZG_REPLY_CHANGE_NONE,
} ZgReplyChangeKind;

/**
 * ZgReplyChange:
 * @line: the line of the file
 * @before: (nullable): the reply in the shop; also in the bin, which it comes out of
 * @after: the reply as it will be
 * @owner: (nullable): the name of the clerk whose own it will be
 * @picture: (nullable): a picture that it gets; the file's
 *
 * What the import of one reply does.
 */
typedef struct {
  guint64 line;
  ZgReplyChangeKind kind;
  ZgReply *before;
  ZgReply *after;
  char *owner;
  const ZgPicture *picture;
} ZgReplyChange;

/**
 * ZgReplyDifference:
 * @field: what differs, in the user's language
 * @before: what it was, for people
 * @after: what it will be
 */
typedef struct {
  const char *field;
  char *before;
  char *after;
} ZgReplyDifference;

/**
 * ZgReplyPlan:
 * @changes: (element-type ZgReplyChange): in the order of the file
 * @refusals: (element-type ZgReplyRefusal): what can't be taken, by line
 * @n_foreign: texts with placeholders as other programs write them
 * @n_unfillable: replies with placeholders that can't be filled
 *
 * What an import of a file of replies does, before anything is written.
 */
typedef struct {
  ZgReplyFormat format;
  char *encoding;
  char *header;
  GPtrArray *changes;
  GPtrArray *refusals;
  guint n_new;
  guint n_updated;
  guint n_unchanged;
  guint n_foreign;
  guint n_unfillable;
} ZgReplyPlan;

ZgReplyPlan *zg_reply_plan_new (ZgDatabase         *db,
                                const ZgReplyFile  *file,
                                gboolean            convert,
                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_plan_free (ZgReplyPlan *plan);
gboolean zg_reply_plan_apply (ZgDatabase         *db,
                              const ZgReplyPlan  *plan,
                              const char         *path,
                              gint64              staff_id,
                              ZgTime              now,
                              gint64             *import_id_out,
                              GError            **error);
GPtrArray *zg_reply_change_describe (const ZgReplyChange *change) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgReplyPlan, zg_reply_plan_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-exchange-error.h"
#include "zg-picture.h"
#include "zg-reply.h"

G_BEGIN_DECLS

/**
 * ZgReplyFields:
 *
 * What a file says of a reply. An import leaves the rest of a reply that is there as it is.
 */
typedef enum {
  ZG_REPLY_HAS_UID = 1 << 0,
  ZG_REPLY_HAS_GROUP = 1 << 1,
  ZG_REPLY_HAS_TITLE = 1 << 2,
  ZG_REPLY_HAS_SHORTCODE = 1 << 3,
  ZG_REPLY_HAS_BODY = 1 << 4,
  ZG_REPLY_HAS_VARIANTS = 1 << 5,
  ZG_REPLY_HAS_KEYWORDS = 1 << 6,
  ZG_REPLY_HAS_STAGES = 1 << 7,
  ZG_REPLY_HAS_FAVOURITE = 1 << 8,
  ZG_REPLY_HAS_VALID_FROM = 1 << 9,
  ZG_REPLY_HAS_VALID_UNTIL = 1 << 10,
  ZG_REPLY_HAS_STARTS_WAIT = 1 << 11,
  ZG_REPLY_HAS_OWNER = 1 << 12,
  ZG_REPLY_HAS_STARTER = 1 << 13,
  ZG_REPLY_HAS_PICTURE = 1 << 14,
  ZG_REPLY_HAS_USES = 1 << 15,
} ZgReplyFields;

/**
 * ZgReplyFormat:
 * @ZG_REPLY_FORMAT_CSV: our own table
 * @ZG_REPLY_FORMAT_JSON: our own, complete
 * @ZG_REPLY_FORMAT_QIANNIU: 千牛's quick phrases
 * @ZG_REPLY_FORMAT_ESPANSO: espanso's matches
 * @ZG_REPLY_FORMAT_SHORT_CODES: a table of short_code and content
 * @ZG_REPLY_FORMAT_PHRASES: plain text, one phrase a line
 */
typedef enum {
  ZG_REPLY_FORMAT_CSV,
  ZG_REPLY_FORMAT_JSON,
  ZG_REPLY_FORMAT_QIANNIU,
  ZG_REPLY_FORMAT_ESPANSO,
  ZG_REPLY_FORMAT_SHORT_CODES,
  ZG_REPLY_FORMAT_PHRASES,
} ZgReplyFormat;

#define ZG_N_REPLY_FORMATS 6

/**
 * ZgReplyRecord:
 * @line: the line of the file that it begins on
 * @fields: what the file says of it
 * @reply: that, with its group's name, but no ids
 * @owner: (nullable): the name of the clerk whose own it is
 * @picture: (nullable): the picture that is copied with it
 * @raw: (nullable): the row as it stands in the file, for what can be saved and mended
 *
 * A reply on its way from or to a file.
 */
typedef struct {
  guint64 line;
  ZgReplyFields fields;
  ZgReply *reply;
  char *owner;
  ZgPicture *picture;
  char *raw;
} ZgReplyRecord;

/**
 * ZgReplyRefusal:
 * @line: the line of the file
 * @content: what stands there, shortened
 * @reason: why it is refused, translated
 * @raw: (nullable): the row as it stands in the file
 */
typedef struct {
  guint64 line;
  char *content;
  char *reason;
  char *raw;
} ZgReplyRefusal;

const char *zg_reply_format_to_word (ZgReplyFormat format);
gboolean zg_reply_format_from_word (const char    *word,
                                    ZgReplyFormat *format_out);
const char *zg_reply_format_to_label (ZgReplyFormat format);
gboolean zg_reply_format_is_ours (ZgReplyFormat format);
ZgReplyRecord *zg_reply_record_new (guint64 line) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_record_free (ZgReplyRecord *record);
void zg_reply_record_take_flat_body (ZgReplyRecord *record,
                                     const char    *text);
char *zg_reply_make_title (const char *body) G_GNUC_WARN_UNUSED_RESULT;
char *zg_reply_flatten (const char *body) G_GNUC_WARN_UNUSED_RESULT;
ZgReplyRefusal *zg_reply_refusal_new (guint64     line,
                                      const char *content,
                                      const char *reason) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_refusal_free (ZgReplyRefusal *refusal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgReplyRecord, zg_reply_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgReplyRefusal, zg_reply_refusal_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply-record.h"

G_BEGIN_DECLS

/**
 * ZgReplyFile:
 * @format: what it was taken for
 * @encoding: the encoding that it is in
 * @header: (nullable): the line that rows of it need before them
 * @records: (element-type ZgReplyRecord): its replies
 * @refusals: (element-type ZgReplyRefusal): what could not be read
 *
 * What a file of replies says.
 */
typedef struct {
  ZgReplyFormat format;
  char *encoding;
  char *header;
  GPtrArray *records;
  GPtrArray *refusals;
} ZgReplyFile;

gboolean zg_reply_file_recognise (const char    *path,
                                  ZgReplyFormat *format_out);
ZgReplyFile *zg_reply_file_read (const char    *path,
                                 ZgReplyFormat  format,
                                 GTimeZone     *zone,
                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;
ZgReplyFile *zg_reply_file_new (ZgReplyFormat  format,
                                const char    *encoding) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_file_free (ZgReplyFile *file);
void zg_reply_file_refuse (ZgReplyFile *file,
                           guint64      line,
                           const char  *content,
                           const char  *reason);
gboolean zg_reply_file_refuse_encoding (GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgReplyFile, zg_reply_file_free)

G_END_DECLS

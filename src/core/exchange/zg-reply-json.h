/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply-file.h"

G_BEGIN_DECLS

gboolean zg_reply_json_read (ZgReplyFile  *file,
                             const char   *text,
                             GTimeZone    *zone,
                             GError      **error);
char *zg_reply_json_write (GPtrArray *records,
                           GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

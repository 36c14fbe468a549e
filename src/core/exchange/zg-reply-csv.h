/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply-file.h"

G_BEGIN_DECLS

gboolean zg_reply_csv_recognise (const char    *path,
                                 ZgReplyFormat *format_out);
ZgReplyFile *zg_reply_csv_read (const char  *path,
                                GTimeZone   *zone,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

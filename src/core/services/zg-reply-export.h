/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-reply-record.h"

G_BEGIN_DECLS

GBytes *zg_reply_export_make (ZgDatabase     *db,
                              ZgReplyFormat   format,
                              gint64          staff_id,
                              GTimeZone      *zone,
                              gint64         *n_rows_out,
                              GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_reply_export_count_without_gbk (ZgDatabase  *db,
                                            gint64       staff_id,
                                            gint64      *n_out,
                                            GError     **error);
char *zg_reply_export_describe_without_gbk (gint64 n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

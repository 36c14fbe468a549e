/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply-record.h"

G_BEGIN_DECLS

char *zg_reply_csv_write (GPtrArray *records,
                          GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
gint64 zg_reply_csv_count_without_gbk (GPtrArray *records);
GBytes *zg_reply_csv_write_qianniu (GPtrArray *records) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

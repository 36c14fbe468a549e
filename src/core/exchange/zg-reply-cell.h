/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-reply-record.h"

G_BEGIN_DECLS

/* The fields of a reply as the cells of a table that a person edits in a spreadsheet, and back. */

char *zg_reply_cell_from_wording (const char *body) G_GNUC_WARN_UNUSED_RESULT;
char *zg_reply_cell_from_wordings (GPtrArray *bodies) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_reply_cell_to_wordings (const char *cell) G_GNUC_WARN_UNUSED_RESULT;
char *zg_reply_cell_from_keywords (GPtrArray *keywords) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_reply_cell_to_keywords (const char *cell) G_GNUC_WARN_UNUSED_RESULT;
char *zg_reply_cell_from_stages (guint32 stages) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_reply_cell_to_stages (const char  *cell,
                                  guint32     *stages_out,
                                  char       **reason_out);
gboolean zg_reply_cell_to_flag (const char  *cell,
                                gboolean    *flag_out,
                                char       **reason_out);
gboolean zg_reply_cell_to_time (const char  *cell,
                                GTimeZone   *zone,
                                ZgTime      *time_out,
                                char       **reason_out);

G_END_DECLS

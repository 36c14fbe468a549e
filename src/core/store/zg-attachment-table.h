/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-attachment.h"
#include "zg-database.h"

G_BEGIN_DECLS

gboolean zg_attachment_table_insert (ZgDatabase    *db,
                                     ZgAttachment  *attachment,
                                     GError       **error);
GPtrArray *zg_attachment_table_list (ZgDatabase  *db,
                                     gint64       customer_id,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_attachment_table_list_for_case (ZgDatabase  *db,
                                              gint64       case_id,
                                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;
ZgAttachment *zg_attachment_table_load (ZgDatabase  *db,
                                        gint64       id,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_attachment_table_update (ZgDatabase          *db,
                                     const ZgAttachment  *before,
                                     const ZgAttachment  *after,
                                     GError             **error);
gboolean zg_attachment_table_delete (ZgDatabase  *db,
                                     gint64       id,
                                     GError     **error);
gboolean zg_attachment_table_count (ZgDatabase  *db,
                                    gint64       customer_id,
                                    gint64      *n_out,
                                    GError     **error);

G_END_DECLS

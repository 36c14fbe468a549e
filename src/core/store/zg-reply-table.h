/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-reply.h"

G_BEGIN_DECLS

GPtrArray *zg_reply_table_load_all (ZgDatabase  *db,
                                    GError     **error);
ZgReply *zg_reply_table_load (ZgDatabase  *db,
                              gint64       id,
                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 zg_reply_table_find_by_shortcode (ZgDatabase  *db,
                                         const char  *shortcode,
                                         GError     **error);
gboolean zg_reply_table_find_starter (ZgDatabase  *db,
                                      const char  *starter,
                                      gint64      *id_out,
                                      gboolean    *in_bin_out,
                                      GError     **error);
gboolean zg_reply_table_insert (ZgDatabase  *db,
                                ZgReply     *reply,
                                ZgTime       now,
                                GError     **error);
gboolean zg_reply_table_update (ZgDatabase  *db,
                                ZgReply     *reply,
                                ZgTime       now,
                                GError     **error);
gboolean zg_reply_table_set_deleted (ZgDatabase  *db,
                                     gint64       id,
                                     ZgTime       deleted_at,
                                     GError     **error);
gboolean zg_reply_table_note_use (ZgDatabase  *db,
                                  gint64       id,
                                  ZgTime       at,
                                  GError     **error);
GPtrArray *zg_reply_table_load_groups (ZgDatabase  *db,
                                       GError     **error);
gint64 zg_reply_table_ensure_group (ZgDatabase  *db,
                                    const char  *name,
                                    GError     **error);

G_END_DECLS

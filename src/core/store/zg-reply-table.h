/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-reply.h"

G_BEGIN_DECLS

/**
 * ZgReplyState:
 * @deleted_at: when it went to the bin, %ZG_TIME_NONE while it is in use
 *
 * Where a reply stands, as against what it says.
 */
typedef struct {
  gint64 id;
  gint64 group_id;
  int position;
  gboolean favourite;
  ZgTime deleted_at;
} ZgReplyState;

GPtrArray *zg_reply_table_load_all (ZgDatabase  *db,
                                    GError     **error);
GPtrArray *zg_reply_table_load_bin (ZgDatabase  *db,
                                    GError     **error);
ZgReply *zg_reply_table_load (ZgDatabase  *db,
                              gint64       id,
                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;
ZgReply *zg_reply_table_load_from_bin (ZgDatabase  *db,
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
gboolean zg_reply_table_load_state (ZgDatabase    *db,
                                    gint64         id,
                                    ZgReplyState  *state_out,
                                    GError       **error);
GArray *zg_reply_table_load_states (ZgDatabase  *db,
                                    gint64       group_id,
                                    GError     **error);
gboolean zg_reply_table_put_state (ZgDatabase          *db,
                                   const ZgReplyState  *state,
                                   GError             **error);
gboolean zg_reply_table_purge_bin (ZgDatabase  *db,
                                   ZgTime       before,
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
gboolean zg_reply_table_find_group (ZgDatabase  *db,
                                    const char  *name,
                                    gint64      *id_out,
                                    GError     **error);
gboolean zg_reply_table_put_group (ZgDatabase          *db,
                                   const ZgReplyGroup  *group,
                                   GError             **error);
gboolean zg_reply_table_delete_group (ZgDatabase  *db,
                                      gint64       id,
                                      GError     **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-reply.h"

G_BEGIN_DECLS

GHashTable *zg_reply_import_table_load_owners (ZgDatabase  *db,
                                               GError     **error);
gboolean zg_reply_import_table_set_origin (ZgDatabase     *db,
                                           const ZgReply  *reply,
                                           GError        **error);
gboolean zg_reply_import_table_note (ZgDatabase  *db,
                                     gint64       import_id,
                                     gint64       reply_id,
                                     GError     **error);
gboolean zg_reply_import_table_seal (ZgDatabase  *db,
                                     gint64       import_id,
                                     gint64       reply_id,
                                     gint64       version,
                                     GError     **error);
gboolean zg_reply_import_table_note_new (ZgDatabase  *db,
                                         gint64       import_id,
                                         gint64       reply_id,
                                         GError     **error);
gboolean zg_reply_import_table_note_group (ZgDatabase  *db,
                                           gint64       import_id,
                                           gint64       group_id,
                                           GError     **error);
gboolean zg_reply_import_table_put_back (ZgDatabase  *db,
                                         gint64       import_id,
                                         ZgTime       now,
                                         gint64      *n_removed,
                                         gint64      *n_restored,
                                         GPtrArray   *kept,
                                         GError     **error);

G_END_DECLS

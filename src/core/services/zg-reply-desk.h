/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-fill-context.h"
#include "zg-reply.h"

G_BEGIN_DECLS

guint zg_reply_get_n_wordings (const ZgReply *reply);
const char *zg_reply_get_wording (const ZgReply *reply,
                                  guint          index);
gboolean zg_reply_desk_next_wording (ZgDatabase     *db,
                                     const ZgReply  *reply,
                                     gint64          customer_id,
                                     guint          *index_out,
                                     ZgTime         *last_copy_out,
                                     GError        **error);
gint64 zg_reply_desk_log_copy (ZgDatabase     *db,
                               const ZgReply  *reply,
                               gint64          customer_id,
                               gint64          order_id,
                               const char     *text,
                               gint64          staff_id,
                               ZgTime          now,
                               GError        **error);
gint64 zg_reply_desk_log_next_message (ZgDatabase     *db,
                                       const ZgReply  *reply,
                                       gint64          customer_id,
                                       gint64          order_id,
                                       const char     *text,
                                       gint64          staff_id,
                                       ZgTime          now,
                                       GError        **error);
gboolean zg_reply_desk_undo_copy (ZgDatabase  *db,
                                  gint64       contact_id,
                                  gint64       customer_id,
                                  GError     **error);
GPtrArray *zg_reply_desk_load (ZgDatabase  *db,
                               gint64       staff_id,
                               GError     **error);
GPtrArray *zg_reply_search (ZgDatabase  *db,
                            const char  *query,
                            int          limit,
                            gint64       staff_id,
                            ZgTime       now,
                            GError     **error);
gboolean zg_reply_check_piece (const ZgPiece  *piece,
                               GError        **error);
gboolean zg_reply_validate_form (const ZgReply  *reply,
                                 GError        **error);
gboolean zg_reply_validate (const ZgReply  *reply,
                            GError        **error);

G_END_DECLS

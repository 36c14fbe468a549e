/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-reply.h"

G_BEGIN_DECLS

gboolean zg_reply_unsaved_keep (ZgDatabase     *db,
                                const ZgReply  *reply,
                                GError        **error);
gboolean zg_reply_unsaved_load (ZgDatabase  *db,
                                gint64       id,
                                ZgReply    **reply_out,
                                GError     **error);
gboolean zg_reply_unsaved_clear (ZgDatabase  *db,
                                 gint64       id,
                                 GError     **error);

G_END_DECLS

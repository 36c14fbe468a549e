/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-reply.h"
#include "zg-waiting-table.h"

G_BEGIN_DECLS

#define ZG_WAITING_DEFAULT_MINUTES 3
#define ZG_WAITING_MAX_MINUTES 60

gint64 zg_waiting_get_minutes (ZgDatabase  *db,
                               GError     **error);
gboolean zg_waiting_set_minutes (ZgDatabase  *db,
                                 gint64       minutes,
                                 GError     **error);
gboolean zg_waiting_note_copy (ZgDatabase     *db,
                               const ZgReply  *reply,
                               gint64          customer_id,
                               ZgTime          now,
                               GError        **error);
gboolean zg_waiting_note_undo (ZgDatabase  *db,
                               gint64       customer_id,
                               GError     **error);
gboolean zg_waiting_is_late (const ZgWaiting *waiting,
                             ZgTime           now);
char *zg_waiting_to_text (const ZgWaiting *waiting,
                          ZgTime           now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

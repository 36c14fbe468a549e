/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgReplyUse:
 * @staff_id: who copied it, 0 when that was not noted
 * @staff_name: their name, empty for nobody known
 * @n_copies: how often, for any customer
 *
 * How much one clerk uses one reply.
 */
typedef struct {
  gint64 reply_id;
  gint64 staff_id;
  char *staff_name;
  gint64 n_copies;
  ZgTime last_at;
} ZgReplyUse;

void zg_reply_use_free (ZgReplyUse *use);
GPtrArray *zg_reply_uses_load (ZgDatabase  *db,
                               GError     **error);

G_END_DECLS

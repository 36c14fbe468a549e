/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-order.h"

G_BEGIN_DECLS

/* Of an open order: the platform says something else than the desk, and said it after the desk's step, so that it could
 * have known. Packed is a step that no platform knows. */
#define ZG_ORDER_CONFLICT_SQL \
  "(state < 4 AND platform_state IS NOT NULL AND platform_state <> state AND NOT (state = 2 AND platform_state = 1) " \
  "AND evidence_at > coalesce(CASE state WHEN 1 THEN paid_at WHEN 2 THEN packed_at WHEN 3 THEN shipped_at END, 0))"

/**
 * ZgOrderMove:
 *
 * A line of an order's history.
 */
typedef struct {
  gint64 id;
  gint64 order_id;
  ZgTime at;
  ZgOrderState from;
  ZgOrderState to;
  ZgActor actor;
  gint64 staff_id;
  char *staff_name;
  char *reason;
  gboolean undone;
} ZgOrderMove;

void zg_order_move_free (ZgOrderMove *move);

gboolean zg_order_state_table_move (ZgDatabase    *db,
                                    ZgOrder       *order,
                                    ZgOrderState   to,
                                    ZgTime         at,
                                    ZgActor        actor,
                                    gint64         staff_id,
                                    const char    *reason,
                                    gint64         import_id,
                                    gint64        *history_id_out,
                                    GError       **error);
gboolean zg_order_state_table_fill_times (ZgDatabase     *db,
                                          const ZgOrder  *known,
                                          gint64          order_id,
                                          GError        **error);
gboolean zg_order_state_table_undo (ZgDatabase  *db,
                                    ZgOrder     *order,
                                    gint64      *history_id_out,
                                    GError     **error);
GPtrArray *zg_order_state_table_load_history (ZgDatabase  *db,
                                              gint64       order_id,
                                              GError     **error);
GPtrArray *zg_order_state_table_load_ticks (ZgDatabase  *db,
                                            gint64       order_id,
                                            GError     **error);
gboolean zg_order_state_table_save_ticks (ZgDatabase  *db,
                                          ZgOrder     *order,
                                          GPtrArray   *ticks,
                                          int          n_done,
                                          ZgTime       confirmed_at,
                                          GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgOrderMove, zg_order_move_free)

G_END_DECLS

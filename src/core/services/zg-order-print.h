/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-sheet.h"

G_BEGIN_DECLS

GPtrArray *zg_order_print_load_parcels (ZgDatabase    *db,
                                        const gint64  *ids,
                                        guint          n_ids,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_order_print_note (ZgDatabase  *db,
                              GPtrArray   *parcels,
                              ZgClock     *clock,
                              GError     **error);
GPtrArray *zg_order_print_load_sheets (ZgDatabase    *db,
                                       const gint64  *ids,
                                       guint          n_ids,
                                       ZgClock       *clock,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

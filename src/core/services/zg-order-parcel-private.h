/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-order.h"

G_BEGIN_DECLS

/* Shared by what a person does to a parcel and what follows by itself. */

char *zg_parcel_join_numbers (GPtrArray     *orders,
                              const ZgOrder *but);
gboolean zg_parcel_log_change (ZgDatabase     *db,
                               const ZgOrder  *order,
                               char           *text,
                               gint64          staff_id,
                               ZgTime          now,
                               GError        **error);
gboolean zg_parcel_take_out (ZgDatabase  *db,
                             GPtrArray   *orders,
                             ZgOrder     *order,
                             const char  *why,
                             gint64       staff_id,
                             ZgTime       now,
                             GError     **error);
gboolean zg_parcel_write (ZgDatabase  *db,
                          gint64       parcel_id,
                          gboolean     has_lost,
                          ZgTime       now,
                          GError     **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgRadarRow:
 * @key: what orders that may go in one parcel have in common
 * @parcel_id: the parcel it is in already, or 0
 * @is_paid_at_door: whether the courier has to collect money for it
 *
 * An order that waits for its parcel, beside others with its key.
 */
typedef struct {
  gint64 key;
  gint64 order_id;
  gint64 parcel_id;
  gboolean is_paid_at_door;
} ZgRadarRow;

gboolean zg_radar_table_write_key (ZgDatabase  *db,
                                   gint64       id,
                                   GError     **error);
gboolean zg_radar_table_fill (ZgDatabase  *db,
                              GError     **error);
GArray *zg_radar_table_list (ZgDatabase  *db,
                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *zg_radar_table_list_like (ZgDatabase  *db,
                                  gint64       order_id,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *zg_radar_table_list_unpaid (ZgDatabase  *db,
                                    gint64       order_id,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_radar_table_set_apart (ZgDatabase  *db,
                                   gint64       order_id,
                                   gint64       other_id,
                                   gint64       staff_id,
                                   ZgTime       at,
                                   GError     **error);
gboolean zg_radar_table_clear_apart (ZgDatabase  *db,
                                     gint64       order_id,
                                     gint64       other_id,
                                     GError     **error);
GHashTable *zg_radar_table_load_apart (ZgDatabase  *db,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *zg_radar_table_load_apart_of (ZgDatabase  *db,
                                          gint64       order_id,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_radar_is_apart (GHashTable *apart,
                            gint64      order_id,
                            gint64      other_id);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "zg-store.h"

G_BEGIN_DECLS

#define ZG_TYPE_ROW (zg_row_get_type ())
G_DECLARE_FINAL_TYPE (ZgRow, zg_row, ZG, ROW, GObject)

gconstpointer zg_row_get_value (ZgRow *row);

/**
 * ZgRowFetchFunc:
 * @db: the connection of the main thread
 * @ids: row ids
 * @n_ids: how many
 * @data: what zg_row_list_new() was given
 * @error: return location for an error
 *
 * Fetches what a list shows of some rows.
 *
 * Returns: (transfer full) (nullable): a value for each id, %NULL in the place of a row that is gone
 */
typedef GPtrArray *(*ZgRowFetchFunc) (ZgDatabase    *db,
                                      const gint64  *ids,
                                      guint          n_ids,
                                      gpointer       data,
                                      GError       **error);

#define ZG_TYPE_ROW_LIST (zg_row_list_get_type ())
G_DECLARE_FINAL_TYPE (ZgRowList, zg_row_list, ZG, ROW_LIST, GObject)

ZgRowList *zg_row_list_new (ZgStore        *store,
                            ZgRowFetchFunc  fetch,
                            GDestroyNotify  free_value,
                            gpointer        data,
                            GDestroyNotify  free_data) G_GNUC_WARN_UNUSED_RESULT;
void zg_row_list_set_ids (ZgRowList *list,
                          GArray    *ids);
void zg_row_list_take_values (ZgRowList *list,
                              GArray    *ids,
                              GPtrArray *values);
void zg_row_list_refresh (ZgRowList *list,
                          GArray    *ids);
gboolean zg_row_list_find_id (ZgRowList *list,
                              gint64     id,
                              guint     *position_out);
gint64 zg_row_list_get_id (ZgRowList *list,
                           guint      position);
guint zg_row_list_get_n_live (ZgRowList *list);

G_END_DECLS

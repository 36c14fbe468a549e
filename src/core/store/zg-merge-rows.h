/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-merge-table.h"

G_BEGIN_DECLS

/* What a customer has several of. */
typedef enum {
  ZG_MERGE_PHONES,
  ZG_MERGE_ACCOUNTS,
  ZG_MERGE_ADDRESSES,
  ZG_N_MERGE_PARTS,
} ZgMergePart;

const char * const *zg_merge_rows_list_tables (void);
gboolean zg_merge_rows_has_column (const char *column);
gboolean zg_merge_rows_take_field (ZgDatabase    *db,
                                   ZgMergeField   field,
                                   gint64         kept_id,
                                   gint64         other_id,
                                   GError       **error);
gboolean zg_merge_rows_set_text (ZgDatabase    *db,
                                 ZgMergeField   field,
                                 gint64         kept_id,
                                 const char    *text,
                                 GError       **error);
gboolean zg_merge_rows_absorb_part (ZgDatabase   *db,
                                    ZgMergePart   part,
                                    gint64        row_id,
                                    GError      **error);
gboolean zg_merge_rows_move_parts (ZgDatabase   *db,
                                   ZgMergePart   part,
                                   gint64        kept_id,
                                   gint64        other_id,
                                   gboolean      other_first,
                                   GError      **error);
gboolean zg_merge_rows_move (ZgDatabase  *db,
                             gint64       merge_id,
                             gint64       kept_id,
                             gint64       other_id,
                             GError     **error);
gboolean zg_merge_rows_delete_other (ZgDatabase  *db,
                                     gint64       other_id,
                                     GError     **error);
gboolean zg_merge_rows_touch (ZgDatabase  *db,
                              gint64       customer_id,
                              ZgTime       at,
                              GError     **error);
gboolean zg_merge_rows_put_back (ZgDatabase             *db,
                                 const ZgCustomerMerge  *merge,
                                 GError                **error);

G_END_DECLS

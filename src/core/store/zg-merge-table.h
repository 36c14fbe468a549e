/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-merge-plan.h"
#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgCustomerMerge:
 * @kept_id: who stayed
 * @other_id: whose entry went
 * @other_name: what the other one is called
 * @undone_at: when it was taken back, or %ZG_TIME_NONE
 * @other_rows: the other one as they were, for zg-merge-rows.h; empty in lists
 * @kept_rows: the kept one before
 * @merged_rows: the kept one after
 *
 * A merge of two customers.
 */
typedef struct {
  gint64 id;
  ZgTime at;
  gint64 staff_id;
  gint64 kept_id;
  gint64 other_id;
  char *other_name;
  ZgTime undone_at;
  char *other_rows;
  char *kept_rows;
  char *merged_rows;
} ZgCustomerMerge;

/**
 * ZgMergeMoves:
 *
 * How much points at a customer and goes along when they are merged into another.
 */
typedef struct {
  gint64 n_orders;
  gint64 n_follow_ups;
  gint64 n_contacts;
} ZgMergeMoves;

void zg_customer_merge_free (ZgCustomerMerge *merge);
gboolean zg_merge_table_count_moves (ZgDatabase    *db,
                                     gint64         customer_id,
                                     ZgMergeMoves  *moves_out,
                                     GError       **error);
gboolean zg_merge_table_load_side (ZgDatabase   *db,
                                   ZgMergeSide  *side,
                                   GError      **error);
gint64 zg_merge_table_begin (ZgDatabase  *db,
                             gint64       kept_id,
                             gint64       other_id,
                             gint64       staff_id,
                             ZgTime       at,
                             GError     **error);
gboolean zg_merge_table_seal (ZgDatabase  *db,
                              gint64       merge_id,
                              GError     **error);
gboolean zg_merge_table_note_line (ZgDatabase  *db,
                                   gint64       merge_id,
                                   const char  *contact_uid,
                                   GError     **error);
gboolean zg_merge_table_delete_line (ZgDatabase  *db,
                                     gint64       merge_id,
                                     GError     **error);
gboolean zg_merge_table_finish_undo (ZgDatabase  *db,
                                     gint64       merge_id,
                                     ZgTime       at,
                                     GError     **error);
ZgCustomerMerge *zg_merge_table_load (ZgDatabase  *db,
                                      gint64       merge_id,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_merge_table_list (ZgDatabase  *db,
                                gint64       kept_id,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_merge_table_find_home (ZgDatabase  *db,
                                   gint64       customer_id,
                                   gint64      *home_id_out,
                                   GError     **error);
gboolean zg_merge_table_forget_customer (ZgDatabase  *db,
                                         gint64       customer_id,
                                         GError     **error);

gboolean zg_not_same_table_set (ZgDatabase  *db,
                                gint64       customer_id,
                                gint64       other_id,
                                gint64       staff_id,
                                ZgTime       at,
                                GError     **error);
gboolean zg_not_same_table_clear (ZgDatabase  *db,
                                  gint64       customer_id,
                                  gint64       other_id,
                                  GError     **error);
gboolean zg_not_same_table_contains (ZgDatabase  *db,
                                     gint64       customer_id,
                                     gint64       other_id,
                                     gboolean    *contains_out,
                                     GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgCustomerMerge, zg_customer_merge_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-customer-filter.h"
#include "zg-database.h"

G_BEGIN_DECLS

/**
 * ZgMemberLevel:
 * @min_spent: minor units that are enough for it, 0 for no matter what
 * @min_orders: how many orders are enough for it, 0 for no matter how many
 *
 * A level and its rule. One of both is enough; a level with neither is given by hand. Higher levels come later.
 */
typedef struct {
  gint64 id;
  char *uid;
  char *name;
  gint64 min_spent;
  gint64 min_orders;
} ZgMemberLevel;

ZgMemberLevel *zg_member_level_new (const char *name,
                                    gint64      min_spent,
                                    gint64      min_orders) G_GNUC_WARN_UNUSED_RESULT;
void zg_member_level_free (ZgMemberLevel *level);

GPtrArray *zg_level_table_load (ZgDatabase  *db,
                                GError     **error);
gboolean zg_level_table_replace (ZgDatabase  *db,
                                 GPtrArray   *levels,
                                 GError     **error);
GPtrArray *zg_level_table_list_used (ZgDatabase  *db,
                                     GError     **error);

/**
 * ZgLevelCandidate:
 * @level: the level they have, empty for none
 *
 * What a customer's level is suggested by.
 */
typedef struct {
  gint64 customer_id;
  char *level;
  gint64 spent;
  gint64 n_orders;
} ZgLevelCandidate;

void zg_level_candidate_free (ZgLevelCandidate *candidate);
ZgLevelCandidate *zg_level_table_load_candidate (ZgDatabase  *db,
                                                 gint64       customer_id,
                                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_level_table_load_candidates (ZgDatabase  *db,
                                           gint64       min_spent,
                                           gint64       min_orders,
                                           GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgMemberLevel, zg_member_level_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgLevelCandidate, zg_level_candidate_free)

G_END_DECLS

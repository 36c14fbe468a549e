/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-level-table.h"
#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgLevelSuggestion:
 * @present: the level they have, empty for none
 * @suggested: the level that fits
 * @spent: why: minor units
 * @n_orders: and orders
 *
 * A customer whose level is not the one that fits.
 */
typedef struct {
  gint64 customer_id;
  char *present;
  char *suggested;
  gint64 spent;
  gint64 n_orders;
} ZgLevelSuggestion;

void zg_level_suggestion_free (ZgLevelSuggestion *suggestion);

gboolean zg_member_level_save_all (ZgDatabase  *db,
                                   GPtrArray   *levels,
                                   GError     **error);
gboolean zg_member_level_parse (const char     *text,
                                ZgMemberLevel **level_out,
                                GError        **error);
char *zg_member_level_describe (const ZgMemberLevel *level,
                                const char          *currency) G_GNUC_WARN_UNUSED_RESULT;
const char *zg_member_level_choose (GPtrArray  *levels,
                                    const char *present,
                                    gint64      spent,
                                    gint64      n_orders);
gboolean zg_member_level_suggest (ZgDatabase  *db,
                                  gint64       customer_id,
                                  char       **suggested_out,
                                  GError     **error);
GPtrArray *zg_member_level_suggest_all (ZgDatabase  *db,
                                        GError     **error);
gboolean zg_member_level_apply (ZgDatabase  *db,
                                GPtrArray   *suggestions,
                                gboolean     is_reverse,
                                gint64       staff_id,
                                ZgClock     *clock,
                                guint       *n_changed_out,
                                GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgLevelSuggestion, zg_level_suggestion_free)

G_END_DECLS

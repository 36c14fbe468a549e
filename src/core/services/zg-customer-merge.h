/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-merge-plan.h"
#include "zg-merge-table.h"

G_BEGIN_DECLS

ZgMergePlan *zg_customer_merge_plan (ZgDatabase  *db,
                                     gint64       kept_id,
                                     gint64       other_id,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 zg_customer_merge (ZgDatabase         *db,
                          const ZgMergePlan  *plan,
                          gint64              staff_id,
                          ZgClock            *clock,
                          GError            **error);
ZgCustomerMerge *zg_customer_unmerge (ZgDatabase  *db,
                                      gint64       merge_id,
                                      ZgClock     *clock,
                                      GError     **error);
gboolean zg_customer_set_not_same (ZgDatabase  *db,
                                   gint64       customer_id,
                                   gint64       other_id,
                                   gboolean     not_same,
                                   gint64       staff_id,
                                   ZgClock     *clock,
                                   GError     **error);

G_END_DECLS

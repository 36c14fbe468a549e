/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"

G_BEGIN_DECLS

GArray *zg_merge_candidates_find (ZgDatabase  *db,
                                  gint64       customer_id,
                                  const char  *query,
                                  guint        max,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

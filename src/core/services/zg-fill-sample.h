/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-fill-context.h"

G_BEGIN_DECLS

ZgFillContext *zg_fill_sample_load (ZgDatabase  *db,
                                    gint64       staff_id,
                                    ZgClock     *clock,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

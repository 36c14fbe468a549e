/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-time.h"

G_BEGIN_DECLS

gboolean zg_demo_fill (ZgDatabase  *db,
                       const char  *language,
                       ZgClock     *clock,
                       GError     **error);

G_END_DECLS

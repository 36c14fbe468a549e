/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"

G_BEGIN_DECLS

gboolean zg_radar_table_write_key (ZgDatabase  *db,
                                   gint64       id,
                                   GError     **error);
gboolean zg_radar_table_fill (ZgDatabase  *db,
                              GError     **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"

G_BEGIN_DECLS

GHashTable *zg_tag_table_load_colours (ZgDatabase  *db,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_tag_table_set_colour (ZgDatabase  *db,
                                  const char  *tag,
                                  const char  *colour,
                                  char       **before_out,
                                  GError     **error);

G_END_DECLS

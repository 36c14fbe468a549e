/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-picture.h"

G_BEGIN_DECLS

gboolean zg_picture_table_insert (ZgDatabase  *db,
                                  ZgPicture   *picture,
                                  GError     **error);
ZgPicture *zg_picture_table_load (ZgDatabase  *db,
                                  gint64       id,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_picture_table_delete_unused (ZgDatabase  *db,
                                         GError     **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-store.h"

G_BEGIN_DECLS

gboolean zg_search_rebuild_create (ZgDatabase  *db,
                                   GError     **error);
gboolean zg_search_rebuild_begin (ZgDatabase  *db,
                                  GError     **error);
gboolean zg_search_rebuild_begin_if_outdated (ZgDatabase  *db,
                                              GError     **error);
gboolean zg_search_rebuild_step (ZgDatabase    *db,
                                 gpointer       is_complete_out,
                                 GCancellable  *cancellable,
                                 GError       **error);
void zg_search_rebuild_start (ZgStore *store);
gboolean zg_search_rebuild_finish (ZgStore  *store,
                                   GError  **error);

G_END_DECLS

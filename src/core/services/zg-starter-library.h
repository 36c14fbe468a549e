/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-reply.h"

G_BEGIN_DECLS

const char *zg_starter_library_pick_language (const char * const *locales);
const char * const *zg_starter_library_list_languages (void);
GPtrArray *zg_starter_library_load (const char  *language,
                                    GError     **error);
gboolean zg_starter_library_install (ZgDatabase  *db,
                                     const char  *language,
                                     ZgClock     *clock,
                                     int         *n_added_out,
                                     GError     **error);
gboolean zg_starter_library_remove (ZgDatabase  *db,
                                    ZgClock     *clock,
                                    int         *n_removed_out,
                                    int         *n_kept_out,
                                    GError     **error);

G_END_DECLS

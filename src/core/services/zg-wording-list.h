/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-wording.h"

G_BEGIN_DECLS

char *zg_wording_list_get_language (ZgDatabase  *db,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_wording_list_load_shipped (const char  *language,
                                         GError     **error);
GPtrArray *zg_wording_list_load (ZgDatabase  *db,
                                 const char  *language,
                                 GError     **error);
ZgWording *zg_wording_list_compile (ZgDatabase  *db,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean zg_wording_list_save (ZgDatabase      *db,
                               ZgWordingEntry  *entry,
                               GError         **error);
gboolean zg_wording_list_restore (ZgDatabase            *db,
                                  const ZgWordingEntry  *entry,
                                  GError               **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-wording-entry.h"

G_BEGIN_DECLS

GPtrArray *zg_wording_table_load (ZgDatabase  *db,
                                  const char  *language,
                                  GError     **error);
gboolean zg_wording_table_insert (ZgDatabase      *db,
                                  ZgWordingEntry  *entry,
                                  GError         **error);
gboolean zg_wording_table_update (ZgDatabase      *db,
                                  ZgWordingEntry  *entry,
                                  GError         **error);
gboolean zg_wording_table_delete (ZgDatabase            *db,
                                  const ZgWordingEntry  *entry,
                                  GError               **error);
gboolean zg_wording_table_delete_shipped (ZgDatabase  *db,
                                          const char  *language,
                                          GError     **error);
char *zg_wording_table_guess_language (ZgDatabase  *db,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

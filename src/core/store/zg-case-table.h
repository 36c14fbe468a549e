/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-case.h"
#include "zg-database.h"

G_BEGIN_DECLS

gboolean zg_case_table_insert (ZgDatabase  *db,
                               ZgCase      *self,
                               GError     **error);
gboolean zg_case_table_update (ZgDatabase  *db,
                               ZgCase      *self,
                               GError     **error);
gboolean zg_case_table_delete (ZgDatabase    *db,
                               const ZgCase  *self,
                               GError       **error);
ZgCase *zg_case_table_load (ZgDatabase  *db,
                            gint64       id,
                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_case_table_list (ZgDatabase  *db,
                               gboolean     closed_too,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_case_table_list_for_order (ZgDatabase  *db,
                                         gint64       order_id,
                                         GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_case_table_list_due (ZgDatabase  *db,
                                   ZgTime       until,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean zg_case_table_save_remedies (ZgDatabase    *db,
                                      const ZgCase  *self,
                                      GError       **error);
gboolean zg_case_table_load_remedies (ZgDatabase  *db,
                                      ZgCase      *self,
                                      GError     **error);
gboolean zg_case_table_add_line (ZgDatabase  *db,
                                 gint64       case_id,
                                 ZgTime       at,
                                 gint64       staff_id,
                                 const char  *type,
                                 const char  *text,
                                 GError     **error);
GPtrArray *zg_case_table_load_lines (ZgDatabase  *db,
                                     gint64       case_id,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_case_table_refresh_order (ZgDatabase  *db,
                                      gint64       order_id,
                                      GError     **error);
GPtrArray *zg_case_table_load_rules (ZgDatabase  *db,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_case_table_put_rule (ZgDatabase        *db,
                                 const ZgCaseRule  *rule,
                                 GError           **error);
gboolean zg_case_table_write_due (ZgDatabase    *db,
                                  const ZgCase  *self,
                                  GError       **error);
GPtrArray *zg_case_table_load_policies (ZgDatabase  *db,
                                        gint64       order_id,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *zg_case_table_list_refunds (ZgDatabase  *db,
                                    ZgTime       since,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

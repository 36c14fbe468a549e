/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgStatement:
 *
 * A prepared statement of a #ZgDatabase. Parameters and columns are counted from 0. A wrong parameter number is a
 * programmer's error and is found by the first test that runs the statement; a value that can't be bound makes
 * zg_statement_step() fail.
 */
typedef struct _ZgStatement ZgStatement;

ZgStatement *zg_statement_new (ZgDatabase  *db,
                               const char  *sql,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;
ZgStatement *zg_statement_new_once (ZgDatabase  *db,
                                    const char  *sql,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
ZgStatement *zg_statement_new_gathering (ZgDatabase  *db,
                                         const char  *insert,
                                         int          n_columns,
                                         const char  *order_by,
                                         GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_statement_flush (ZgStatement  *statement,
                             GError      **error);
void zg_statement_free (ZgStatement *statement);

void zg_statement_bind_int64 (ZgStatement *statement,
                              int          index,
                              gint64       value);
void zg_statement_bind_text (ZgStatement *statement,
                             int          index,
                             const char  *value);
void zg_statement_bind_text_or_null (ZgStatement *statement,
                                     int          index,
                                     const char  *value);
void zg_statement_bind_bytes (ZgStatement *statement,
                              int          index,
                              GBytes      *bytes);
void zg_statement_bind_id (ZgStatement *statement,
                           int          index,
                           gint64       id);
void zg_statement_bind_time (ZgStatement *statement,
                             int          index,
                             ZgTime       time);
void zg_statement_bind_null (ZgStatement *statement,
                             int          index);

gboolean zg_statement_step (ZgStatement  *statement,
                            gboolean     *has_row_out,
                            GError      **error);
gboolean zg_statement_run (ZgStatement  *statement,
                           GError      **error);
void zg_statement_reset (ZgStatement *statement);

gint64 zg_statement_get_int64 (ZgStatement *statement,
                               int          column);
const char *zg_statement_get_text (ZgStatement *statement,
                                   int          column);
char *zg_statement_dup_text (ZgStatement *statement,
                             int          column);
void zg_statement_copy_text (ZgStatement  *statement,
                             int           column,
                             char        **destination);
GBytes *zg_statement_dup_bytes (ZgStatement *statement,
                                int          column);
ZgTime zg_statement_get_time (ZgStatement *statement,
                              int          column);
gboolean zg_statement_is_null (ZgStatement *statement,
                               int          column);
int zg_statement_get_n_columns (ZgStatement *statement);
const char *zg_statement_get_column_name (ZgStatement *statement,
                                          int          column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgStatement, zg_statement_free)

G_END_DECLS

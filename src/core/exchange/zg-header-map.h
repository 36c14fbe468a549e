/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-delimited-reader.h"

G_BEGIN_DECLS

/**
 * ZgColumnName:
 * @name: a column's name as zg_header_normalise() gives it
 * @column: the number that the profile knows it by
 */
typedef struct {
  const char *name;
  int column;
} ZgColumnName;

char *zg_header_normalise (const char *name) G_GNUC_WARN_UNUSED_RESULT;
guint zg_header_map (ZgDelimitedReader  *reader,
                     const ZgColumnName *names,
                     int                *places,
                     int                 n_columns);
char *zg_cell_clean (const char *cell) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

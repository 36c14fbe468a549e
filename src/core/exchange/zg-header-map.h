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

/**
 * ZgHeaderMap:
 *
 * Where the columns of a file stand that its profile knows.
 */
typedef struct _ZgHeaderMap ZgHeaderMap;

char *zg_header_normalise (const char *name) G_GNUC_WARN_UNUSED_RESULT;
ZgHeaderMap *zg_header_map_new (ZgDelimitedReader  *reader,
                                const ZgColumnName *names,
                                guint               n_columns) G_GNUC_WARN_UNUSED_RESULT;
void zg_header_map_free (ZgHeaderMap *map);
guint zg_header_map_get_n_known (const ZgHeaderMap *map);
int zg_header_map_get_column (const ZgHeaderMap *map,
                              guint              field);
guint zg_header_map_get_n_fields (const ZgHeaderMap *map);
gboolean zg_header_map_has (const ZgHeaderMap *map,
                            guint              column);
int zg_header_map_get_first (const ZgHeaderMap *map,
                             guint              column);
char *zg_header_map_get_text (const ZgHeaderMap *map,
                              ZgDelimitedReader *reader,
                              guint              column) G_GNUC_WARN_UNUSED_RESULT;
char *zg_header_map_get_id (const ZgHeaderMap *map,
                            ZgDelimitedReader *reader,
                            guint              column) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgHeaderMap, zg_header_map_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"

G_BEGIN_DECLS

/**
 * ZgSegment:
 * @id: 0 for a ready one, and for a new one
 * @key: (nullable): of a ready one, which comes with the program and has no row
 * @name: what it is called
 * @filter: the text of a #ZgCustomerFilter
 * @position: its place among the saved ones
 *
 * A filter over customers with a name.
 */
typedef struct {
  gint64 id;
  char *uid;
  gint64 version;
  char *key;
  char *name;
  char *filter;
  int position;
} ZgSegment;

ZgSegment *zg_segment_new (const char *name,
                           const char *filter) G_GNUC_WARN_UNUSED_RESULT;
ZgSegment *zg_segment_copy (const ZgSegment *segment) G_GNUC_WARN_UNUSED_RESULT;
void zg_segment_free (ZgSegment *segment);

GPtrArray *zg_segment_table_load (ZgDatabase  *db,
                                  GError     **error);
gboolean zg_segment_table_insert (ZgDatabase  *db,
                                  ZgSegment   *segment,
                                  GError     **error);
gboolean zg_segment_table_update (ZgDatabase  *db,
                                  ZgSegment   *segment,
                                  GError     **error);
gboolean zg_segment_table_delete (ZgDatabase  *db,
                                  gint64       id,
                                  GError     **error);
gboolean zg_segment_table_set_position (ZgDatabase  *db,
                                        gint64       id,
                                        int          position,
                                        GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgSegment, zg_segment_free)

G_END_DECLS

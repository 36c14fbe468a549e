/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-import-marks.h"
#include "zg-import-record.h"

G_BEGIN_DECLS

/* How old what the file says is beside what is known. */
typedef enum {
  ZG_EVIDENCE_OLDER,
  ZG_EVIDENCE_SAME,
  ZG_EVIDENCE_NEWER,
} ZgEvidenceAge;

/* A merge under way. */
typedef struct {
  ZgOrder *known;
  const ZgImportRecord *record;
  ZgEvidenceAge age;
  gboolean changed;
  ZgImportMarks marks;
} ZgMerge;

gboolean zg_merge_platform_changed (ZgMerge      *merge,
                                    ZgImportMark  mark,
                                    const char   *text);
gboolean zg_merge_buyer_changed (ZgMerge      *merge,
                                 ZgImportMark  mark,
                                 const char   *text);
void zg_merge_items (ZgMerge *merge);
void zg_merge_mark_lines (ZgImportMarks   *marks,
                          const GPtrArray *items);

G_END_DECLS

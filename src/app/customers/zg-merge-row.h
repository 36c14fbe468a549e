/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-merge-plan.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   chosen (field, choice)   a person wants the other value
 */
#define ZG_TYPE_MERGE_ROW (zg_merge_row_get_type ())
G_DECLARE_FINAL_TYPE (ZgMergeRow, zg_merge_row, ZG, MERGE_ROW, GtkWidget)

GtkWidget *zg_merge_row_new (const ZgMergePlan *plan,
                             ZgMergeField       field) G_GNUC_WARN_UNUSED_RESULT;
void zg_merge_row_set_stacked (ZgMergeRow *self,
                               gboolean    stacked);
void zg_merge_row_choose (ZgMergeRow    *self,
                          ZgMergeChoice  choice);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-segment-job.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   changed (text)            the text of the filter that is asked for now
 *   saved (ZgSegmentJob *)    (transfer full): it has a name
 */
#define ZG_TYPE_SEGMENT_EDITOR (zg_segment_editor_get_type ())
G_DECLARE_FINAL_TYPE (ZgSegmentEditor, zg_segment_editor, ZG, SEGMENT_EDITOR, GtkPopover)

GtkWidget *zg_segment_editor_new (ZgSession *session) G_GNUC_WARN_UNUSED_RESULT;
void zg_segment_editor_show (ZgSegmentEditor *self,
                             const char      *filter,
                             const ZgSegment *segment);
void zg_segment_editor_show_count (ZgSegmentEditor *self,
                                   guint            n_rows);

G_END_DECLS

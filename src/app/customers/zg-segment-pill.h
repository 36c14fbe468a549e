/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-segment-job.h"

G_BEGIN_DECLS

GtkWidget *zg_segment_pill_new (const ZgSegmentCount *count) G_GNUC_WARN_UNUSED_RESULT;
const ZgSegment *zg_segment_pill_get_segment (GtkWidget *pill);
gboolean zg_segment_pill_is_of (GtkWidget       *pill,
                                const ZgSegment *segment);
void zg_segment_pill_show_count (GtkWidget *pill,
                                 gint64     n);

G_END_DECLS

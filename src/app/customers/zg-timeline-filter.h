/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-timeline.h"

G_BEGIN_DECLS

#define ZG_TYPE_TIMELINE_FILTER (zg_timeline_filter_get_type ())
G_DECLARE_FINAL_TYPE (ZgTimelineFilter, zg_timeline_filter, ZG, TIMELINE_FILTER, GtkWidget)

GtkWidget *zg_timeline_filter_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_timeline_filter_show (ZgTimelineFilter *self,
                              ZgTimelineKinds   kinds,
                              ZgTimelineKinds   available);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-list-bar.h"

G_BEGIN_DECLS

#define ZG_TYPE_SEGMENT_BAR (zg_segment_bar_get_type ())
G_DECLARE_FINAL_TYPE (ZgSegmentBar, zg_segment_bar, ZG, SEGMENT_BAR, GtkWidget)

GtkWidget *zg_segment_bar_new (ZgListBar *bar,
                               ZgSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-session.h"
#include "zg-timeline-row.h"

G_BEGIN_DECLS

#define ZG_TYPE_TIMELINE_EDIT (zg_timeline_edit_get_type ())
G_DECLARE_FINAL_TYPE (ZgTimelineEdit, zg_timeline_edit, ZG, TIMELINE_EDIT, GObject)

ZgTimelineEdit *zg_timeline_edit_new (ZgSession *session) G_GNUC_WARN_UNUSED_RESULT;
void zg_timeline_edit_watch (ZgTimelineEdit *self,
                             ZgTimelineRow  *row);
ZgTimelineRow *zg_timeline_edit_get_row (ZgTimelineEdit *self);
gboolean zg_timeline_edit_has_changes (ZgTimelineEdit *self);
gboolean zg_timeline_edit_cancel (ZgTimelineEdit *self);
void zg_timeline_edit_focus (ZgTimelineEdit *self);
const ZgContact *zg_timeline_edit_get_left (ZgTimelineEdit *self);
void zg_timeline_edit_begin_left (ZgTimelineEdit *self,
                                  ZgTimelineRow  *row);

G_END_DECLS

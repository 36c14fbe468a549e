/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-note-editor.h"
#include "zg-timeline.h"

G_BEGIN_DECLS

#define ZG_TYPE_TIMELINE_ROW (zg_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (ZgTimelineRow, zg_timeline_row, ZG, TIMELINE_ROW, GtkListBoxRow)

GtkWidget *zg_timeline_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_timeline_row_show (ZgTimelineRow   *self,
                           ZgTimelineEntry *entry,
                           ZgClock         *clock);
ZgTimelinePlace zg_timeline_row_get_place (ZgTimelineRow *self);
const ZgContact *zg_timeline_row_get_note (ZgTimelineRow *self);
ZgNoteEditor *zg_timeline_row_begin (ZgTimelineRow *self,
                                     ZgNoteEditor  *left);
ZgNoteEditor *zg_timeline_row_get_editor (ZgTimelineRow *self);
void zg_timeline_row_end (ZgTimelineRow *self);

G_END_DECLS

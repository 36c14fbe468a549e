/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-timeline-row.h"

G_BEGIN_DECLS

#define ZG_TYPE_TIMELINE_CARDS (zg_timeline_cards_get_type ())
G_DECLARE_FINAL_TYPE (ZgTimelineCards, zg_timeline_cards, ZG, TIMELINE_CARDS, GtkWidget)

GtkWidget *zg_timeline_cards_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_timeline_cards_set_clock (ZgTimelineCards *self,
                                  ZgClock         *clock);
guint zg_timeline_cards_get_n_rows (ZgTimelineCards *self);
ZgTimelineRow *zg_timeline_cards_get_row (ZgTimelineCards *self,
                                          guint            index);
ZgTimelineRow *zg_timeline_cards_find (ZgTimelineCards       *self,
                                       const ZgTimelinePlace *place);
void zg_timeline_cards_replace (ZgTimelineCards *self,
                                GPtrArray       *entries);
void zg_timeline_cards_update (ZgTimelineCards *self,
                               guint            first,
                               GPtrArray       *entries,
                               gboolean         has_earlier);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-time.h"

G_BEGIN_DECLS

/*
 * ZgReplyDay is a field for a day: typed as 2026-10-01, or taken from a calendar. Empty is no day.
 *
 * Signals:
 *   changed ()      another day, or something that is none
 */
#define ZG_TYPE_REPLY_DAY (zg_reply_day_get_type ())
G_DECLARE_FINAL_TYPE (ZgReplyDay, zg_reply_day, ZG, REPLY_DAY, GtkWidget)

void zg_reply_day_set_zone (ZgReplyDay *self,
                            GTimeZone  *zone);
void zg_reply_day_set_label (ZgReplyDay *self,
                             const char *label);
void zg_reply_day_set_time (ZgReplyDay *self,
                            ZgTime      time);
gboolean zg_reply_day_get_time (ZgReplyDay *self,
                                int         days_after,
                                ZgTime     *time_out);
void zg_reply_day_focus (ZgReplyDay *self);

G_END_DECLS

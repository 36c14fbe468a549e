/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-session.h"
#include "zg-timeline.h"

G_BEGIN_DECLS

#define ZG_TYPE_CUSTOMER_TIMELINE (zg_customer_timeline_get_type ())
G_DECLARE_FINAL_TYPE (ZgCustomerTimeline, zg_customer_timeline, ZG, CUSTOMER_TIMELINE, GtkWidget)

void zg_customer_timeline_set_session (ZgCustomerTimeline *self,
                                       ZgSession          *session);
void zg_customer_timeline_set_customer (ZgCustomerTimeline *self,
                                        gint64              customer_id);
void zg_customer_timeline_set_scrolls (ZgCustomerTimeline *self,
                                       gboolean            scrolls);
void zg_customer_timeline_get_span (ZgCustomerTimeline *self,
                                    ZgTimelineSpan     *span_out);
void zg_customer_timeline_show (ZgCustomerTimeline   *self,
                                ZgTimeline           *timeline,
                                const ZgTimelineSpan *span);

gboolean zg_customer_timeline_is_editing (ZgCustomerTimeline *self);
gboolean zg_customer_timeline_has_changes (ZgCustomerTimeline *self);
gboolean zg_customer_timeline_cancel (ZgCustomerTimeline *self);
void zg_customer_timeline_focus (ZgCustomerTimeline *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-time.h"

G_BEGIN_DECLS

#define ZG_TYPE_CUSTOMER_TIMELINE (zg_customer_timeline_get_type ())
G_DECLARE_FINAL_TYPE (ZgCustomerTimeline, zg_customer_timeline, ZG, CUSTOMER_TIMELINE, GtkWidget)

void zg_customer_timeline_show (ZgCustomerTimeline *self,
                                GPtrArray          *entries,
                                ZgClock            *clock);

G_END_DECLS

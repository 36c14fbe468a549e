/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-session.h"
#include "zg-waiting.h"

G_BEGIN_DECLS

#define ZG_TYPE_WAITING_CLOCK (zg_waiting_clock_get_type ())
G_DECLARE_FINAL_TYPE (ZgWaitingClock, zg_waiting_clock, ZG, WAITING_CLOCK, GObject)

ZgWaitingClock *zg_waiting_clock_new (ZgSession *session) G_GNUC_WARN_UNUSED_RESULT;
const ZgWaiting *zg_waiting_clock_find (ZgWaitingClock *self,
                                        gint64          customer_id);
const ZgWaiting *zg_waiting_clock_get_longest (ZgWaitingClock *self);
void zg_waiting_clock_show (ZgWaitingClock  *self,
                            const ZgWaiting *waiting,
                            GtkWidget       *tinted,
                            GtkLabel        *label);

G_END_DECLS

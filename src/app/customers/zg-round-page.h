/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-round-job.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   left ()     it is enough for now: the round goes on another time, or has come to its end
 */
#define ZG_TYPE_ROUND_PAGE (zg_round_page_get_type ())
G_DECLARE_FINAL_TYPE (ZgRoundPage, zg_round_page, ZG, ROUND_PAGE, GtkWidget)

GtkWidget *zg_round_page_new (ZgSession   *session,
                              ZgToastArea *toasts) G_GNUC_WARN_UNUSED_RESULT;
void zg_round_page_open (ZgRoundPage *self,
                         gint64       round_id);
void zg_round_page_go_on (ZgRoundPage *self);
void zg_round_page_take_back (ZgRoundPage *self);
void zg_round_page_leave (ZgRoundPage *self);

G_END_DECLS

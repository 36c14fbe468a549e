/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-session.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   walk (gint64)     go on with that round
 */
#define ZG_TYPE_ROUND_BANNER (zg_round_banner_get_type ())
G_DECLARE_FINAL_TYPE (ZgRoundBanner, zg_round_banner, ZG, ROUND_BANNER, GtkBox)

GtkWidget *zg_round_banner_new (ZgSession *session) G_GNUC_WARN_UNUSED_RESULT;
void zg_round_banner_set_is_walking (ZgRoundBanner *self,
                                     gboolean       is_walking);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ZG_TYPE_BADGE (zg_badge_get_type ())
G_DECLARE_FINAL_TYPE (ZgBadge, zg_badge, ZG, BADGE, GtkWidget)

GtkWidget *zg_badge_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_badge_set_count (ZgBadge  *self,
                         guint     count,
                         gboolean  late);

G_END_DECLS

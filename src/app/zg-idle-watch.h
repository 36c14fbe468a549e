/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define ZG_TYPE_IDLE_WATCH (zg_idle_watch_get_type ())
G_DECLARE_FINAL_TYPE (ZgIdleWatch, zg_idle_watch, ZG, IDLE_WATCH, GObject)

ZgIdleWatch *zg_idle_watch_new (gint64 idle_after) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_idle_watch_get_idle (ZgIdleWatch *self);
void zg_idle_watch_touch (ZgIdleWatch *self);
gboolean zg_idle_watch_take_doubt (ZgIdleWatch *self);

G_END_DECLS

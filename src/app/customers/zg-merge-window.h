/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-session.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   done (ZgMergeJob *)    (transfer full): it was merged, or noted that they are two people; the window goes
 */
#define ZG_TYPE_MERGE_WINDOW (zg_merge_window_get_type ())
G_DECLARE_FINAL_TYPE (ZgMergeWindow, zg_merge_window, ZG, MERGE_WINDOW, AdwWindow)

GtkWindow *zg_merge_window_new (GtkWindow *parent,
                                ZgSession *session,
                                gint64     kept_id,
                                gint64     other_id);

G_END_DECLS

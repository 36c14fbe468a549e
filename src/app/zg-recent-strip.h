/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_RECENT_STRIP (zg_recent_strip_get_type ())
G_DECLARE_FINAL_TYPE (ZgRecentStrip, zg_recent_strip, ZG, RECENT_STRIP, GtkWidget)

void zg_recent_strip_set_session (ZgRecentStrip *self,
                                  ZgSession     *session);

G_END_DECLS

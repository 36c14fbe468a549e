/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-screen.h"

G_BEGIN_DECLS

#define ZG_TYPE_REPLIES_SCREEN (zg_replies_screen_get_type ())
G_DECLARE_FINAL_TYPE (ZgRepliesScreen, zg_replies_screen, ZG, REPLIES_SCREEN, GtkWidget)

G_END_DECLS

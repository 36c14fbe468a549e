/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_TALK_POPOVER (zg_talk_popover_get_type ())
G_DECLARE_FINAL_TYPE (ZgTalkPopover, zg_talk_popover, ZG, TALK_POPOVER, GtkPopover)

GtkWidget *zg_talk_popover_new (ZgSession *session) G_GNUC_WARN_UNUSED_RESULT;
void zg_talk_popover_set_slim (ZgTalkPopover *self,
                               gboolean       slim);

G_END_DECLS

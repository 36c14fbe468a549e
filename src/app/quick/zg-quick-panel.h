/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-session.h"

G_BEGIN_DECLS

/*
 * Signals:
 *   leave (action: char *, parameter: GVariant)    the main window should come and do that, see zg-window-actions.c
 */
#define ZG_TYPE_QUICK_PANEL (zg_quick_panel_get_type ())
G_DECLARE_FINAL_TYPE (ZgQuickPanel, zg_quick_panel, ZG, QUICK_PANEL, AdwWindow)

ZgQuickPanel *zg_quick_panel_new (ZgSession *session) G_GNUC_WARN_UNUSED_RESULT;
void zg_quick_panel_open (ZgQuickPanel *self,
                          const char   *query,
                          guint32       timestamp);
void zg_quick_panel_copy_reply (ZgQuickPanel *self,
                                gint64        reply_id,
                                guint32       timestamp);
void zg_quick_panel_open_reply (ZgQuickPanel *self,
                                gint64        reply_id);
void zg_quick_panel_escape (ZgQuickPanel *self);
void zg_quick_panel_focus (ZgQuickPanel *self);
void zg_quick_panel_leave (ZgQuickPanel *self,
                           const char   *action,
                           GVariant     *parameter);
void zg_quick_panel_next_wording (ZgQuickPanel *self);
void zg_quick_panel_switch_customer (ZgQuickPanel *self);
void zg_quick_panel_undo (ZgQuickPanel *self);
ZgSession *zg_quick_panel_get_session (ZgQuickPanel *self);

/* zg-quick-actions.c */
void zg_quick_panel_install_actions (ZgQuickPanel *self);
void zg_quick_panel_class_bind_keys (GtkWidgetClass *widget_class);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-screen.h"
#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_WINDOW (zg_window_get_type ())
G_DECLARE_FINAL_TYPE (ZgWindow, zg_window, ZG, WINDOW, AdwApplicationWindow)

ZgWindow *zg_window_new (GtkApplication *application,
                         ZgSession      *session) G_GNUC_WARN_UNUSED_RESULT;
ZgSession *zg_window_get_session (ZgWindow *self);
ZgScreen *zg_window_get_screen (ZgWindow   *self,
                                const char *name);
ZgScreen *zg_window_get_visible_screen (ZgWindow *self);
gboolean zg_window_show_screen (ZgWindow   *self,
                                const char *name);
void zg_window_toast (ZgWindow   *self,
                      const char *text);
void zg_window_switch_customer (ZgWindow *self);

void zg_window_import (ZgWindow *self);

gboolean zg_window_may_close (ZgWindow *self);

void zg_window_install_actions (ZgWindow *self);
void zg_window_enable_actions (ZgWindow *self,
                               gboolean  has_shop);
void zg_window_class_bind_keys (GtkWidgetClass *widget_class);

G_END_DECLS

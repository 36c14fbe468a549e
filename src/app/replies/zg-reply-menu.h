/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GMenuModel *zg_reply_menu_new (GMenuModel *group_menu) G_GNUC_WARN_UNUSED_RESULT;
void zg_reply_menu_show_groups (GMenu     *group_menu,
                                GPtrArray *groups);

G_END_DECLS

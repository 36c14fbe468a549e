/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_WAIT_ROW (zg_wait_row_get_type ())
G_DECLARE_FINAL_TYPE (ZgWaitRow, zg_wait_row, ZG, WAIT_ROW, AdwActionRow)

GtkWidget *zg_wait_row_new (ZgSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-session.h"

G_BEGIN_DECLS

#define ZG_TYPE_FIRST_START (zg_first_start_get_type ())
G_DECLARE_FINAL_TYPE (ZgFirstStart, zg_first_start, ZG, FIRST_START, GtkWidget)

void zg_first_start_set_session (ZgFirstStart *self,
                                 ZgSession    *session);
void zg_first_start_import (ZgFirstStart *self);
gboolean zg_first_start_get_import_next (ZgFirstStart *self);

G_END_DECLS

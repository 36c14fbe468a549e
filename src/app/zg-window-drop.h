/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-window.h"

G_BEGIN_DECLS

void zg_window_take_files (ZgWindow *self);
gboolean zg_window_open_file (ZgWindow   *self,
                              const char *path);

G_END_DECLS

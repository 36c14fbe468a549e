/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int zg_import_lock_take (const char *path,
                         gint64      import_id);
gboolean zg_import_lock_is_held (const char *path,
                                 gint64      import_id);

G_END_DECLS

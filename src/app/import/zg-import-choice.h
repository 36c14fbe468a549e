/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-session.h"

G_BEGIN_DECLS

/**
 * ZgImportOpen:
 * @path: the file that was chosen
 *
 * Returns: (transfer floating): a window that shows what the file is
 */
typedef GtkWindow *(*ZgImportOpen) (GtkWindow  *parent,
                                    ZgSession  *session,
                                    const char *path);

void zg_import_choose (GtkWindow          *parent,
                       ZgSession          *session,
                       const char         *title,
                       const char         *kind,
                       const char * const *endings,
                       ZgImportOpen        open);

G_END_DECLS

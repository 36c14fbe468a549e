/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-session.h"

G_BEGIN_DECLS

void zg_order_printing_run (GtkWindow    *parent,
                            ZgSession    *session,
                            const gint64 *ids,
                            guint         n_ids,
                            gboolean      is_sheet,
                            const char   *export_path);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void zg_csv_append (GString    *csv,
                    guint       column,
                    const char *cell);
void zg_csv_end_row (GString *csv);
void zg_csv_begin (GString *csv);

G_END_DECLS

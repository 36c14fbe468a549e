/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What one cell of a shop's file means, and how one of ours is written so that spreadsheets leave it alone. */

char *zg_cell_to_exact_text (const char *cell) G_GNUC_WARN_UNUSED_RESULT;
char *zg_cell_to_text (const char *cell) G_GNUC_WARN_UNUSED_RESULT;
char *zg_cell_to_id (const char *cell) G_GNUC_WARN_UNUSED_RESULT;
gboolean zg_cell_is_rounded_id (const char *id);
gboolean zg_cell_needs_guard (const char *text);

G_END_DECLS

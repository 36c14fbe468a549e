/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void zg_entry_row_name_apply (AdwEntryRow *row);

G_END_DECLS

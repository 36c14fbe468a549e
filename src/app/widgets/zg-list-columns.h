/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-session.h"
#include "zg-table.h"

G_BEGIN_DECLS

void zg_list_columns_keep (ZgTable    *table,
                           ZgSession  *session,
                           const char *setting);

G_END_DECLS

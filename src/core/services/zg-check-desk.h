/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-check-form.h"
#include "zg-database.h"

G_BEGIN_DECLS

gboolean zg_check_desk_save (ZgDatabase   *db,
                             ZgCheckForm  *form,
                             ZgClock      *clock,
                             GError      **error);

G_END_DECLS

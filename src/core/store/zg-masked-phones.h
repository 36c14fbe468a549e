/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"
#include "zg-phone.h"

G_BEGIN_DECLS

gboolean zg_masked_phones_apply (ZgDatabase  *db,
                                 GPtrArray   *rows,
                                 GError     **error);
char *zg_masked_phones_to_text (ZgDatabase    *db,
                                const ZgPhone *phone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

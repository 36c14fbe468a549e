/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"

G_BEGIN_DECLS

gboolean zg_customer_find_other_with_account (ZgDatabase  *db,
                                              gint64       own_id,
                                              const char  *platform,
                                              const char  *account,
                                              gint64      *id_out,
                                              char       **call_name_out,
                                              GError     **error);
gboolean zg_customer_find_other_with_phone (ZgDatabase  *db,
                                            gint64       own_id,
                                            const char  *digits,
                                            gint64      *id_out,
                                            char       **call_name_out,
                                            GError     **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-database.h"

G_BEGIN_DECLS

gboolean zg_contact_import_table_find (ZgDatabase  *db,
                                       const char  *uid,
                                       gint64      *id_out,
                                       GError     **error);
gboolean zg_contact_import_table_find_by_name (ZgDatabase  *db,
                                               const char  *name,
                                               const char  *call_name,
                                               gint64      *id_out,
                                               GError     **error);
gboolean zg_contact_import_table_is_of_import (ZgDatabase  *db,
                                               gint64       customer_id,
                                               gint64       import_id,
                                               gboolean    *is_out,
                                               GError     **error);
gboolean zg_contact_import_table_set_uid (ZgDatabase  *db,
                                          gint64       customer_id,
                                          const char  *uid,
                                          GError     **error);

G_END_DECLS

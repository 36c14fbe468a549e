/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-contact.h"
#include "zg-database.h"
#include "zg-follow-up-table.h"

G_BEGIN_DECLS

gboolean zg_contact_table_insert (ZgDatabase  *db,
                                  ZgContact   *contact,
                                  GError     **error);
gboolean zg_contact_table_restore (ZgDatabase       *db,
                                   const ZgContact  *contact,
                                   GError          **error);
gboolean zg_contact_table_set_text (ZgDatabase  *db,
                                    gint64       id,
                                    const char  *text,
                                    GError     **error);
gboolean zg_contact_table_append_to_last_copy (ZgDatabase  *db,
                                               gint64       reply_id,
                                               gint64       customer_id,
                                               const char  *text,
                                               gint64      *id_out,
                                               GError     **error);
gboolean zg_contact_table_delete (ZgDatabase  *db,
                                  gint64       id,
                                  GError     **error);
gboolean zg_contact_table_load (ZgDatabase  *db,
                                gint64       id,
                                ZgContact  **contact_out,
                                GError     **error);
GPtrArray *zg_contact_table_load_for_customer (ZgDatabase  *db,
                                               gint64       customer_id,
                                               int          limit,
                                               GError     **error);
gboolean zg_contact_table_find_change (ZgDatabase  *db,
                                       gint64       order_id,
                                       const char  *title,
                                       ZgTime       at,
                                       gint64      *id_out,
                                       GError     **error);
gboolean zg_contact_table_find_copy (ZgDatabase  *db,
                                     gint64       order_id,
                                     guint        stages,
                                     const char  *text,
                                     ZgTime       since,
                                     gboolean    *is_there_out,
                                     GError     **error);
gboolean zg_contact_table_find_last_copy (ZgDatabase  *db,
                                          gint64       reply_id,
                                          gint64       customer_id,
                                          ZgTime      *at_out,
                                          int         *count_out,
                                          GError     **error);

/**
 * ZgCopies:
 * @last_at: when a reply was last copied for a customer
 * @count: how often
 */
typedef struct {
  gint64 reply_id;
  ZgTime last_at;
  guint count;
} ZgCopies;

GHashTable *zg_contact_table_load_copies (ZgDatabase  *db,
                                          gint64       customer_id,
                                          GError     **error);

G_END_DECLS

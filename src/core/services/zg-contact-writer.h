/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-contact-change.h"
#include "zg-database.h"

G_BEGIN_DECLS

/**
 * ZgContactWriter:
 *
 * Writes people from a file into the shop, within one transaction.
 */
typedef struct _ZgContactWriter ZgContactWriter;

ZgContactWriter *zg_contact_writer_begin (ZgDatabase  *db,
                                          gint64       import_id,
                                          ZgClock     *clock,
                                          GHashTable  *seen,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_contact_writer_free (ZgContactWriter *writer);
gboolean zg_contact_writer_apply (ZgContactWriter        *writer,
                                  const ZgContactRecord  *record,
                                  ZgDuplicatePolicy       policy,
                                  ZgContactChange       **change_out,
                                  GError                **error);
gboolean zg_contact_writer_end (ZgContactWriter  *writer,
                                GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgContactWriter, zg_contact_writer_free)

G_END_DECLS

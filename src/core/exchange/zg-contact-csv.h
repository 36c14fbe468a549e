/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-contact-record.h"

G_BEGIN_DECLS

/**
 * ZgContactCsv:
 *
 * The rows of a table of contacts, one after the other.
 */
typedef struct _ZgContactCsv ZgContactCsv;

ZgContactCsv *zg_contact_csv_open (const char  *path,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_contact_csv_close (ZgContactCsv *csv);
ZgContactFormat zg_contact_csv_get_format (ZgContactCsv *csv);
const char *zg_contact_csv_get_encoding (ZgContactCsv *csv);
const char *zg_contact_csv_get_header (ZgContactCsv *csv);
double zg_contact_csv_get_progress (ZgContactCsv *csv);
gboolean zg_contact_csv_next (ZgContactCsv     *csv,
                              ZgContactRecord **record_out,
                              GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgContactCsv, zg_contact_csv_close)

G_END_DECLS

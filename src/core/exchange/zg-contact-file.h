/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-contact-record.h"

G_BEGIN_DECLS

/**
 * ZgContactFile:
 *
 * A file of contacts, read person by person, whatever its size.
 */
typedef struct _ZgContactFile ZgContactFile;

gboolean zg_contact_file_recognise (const char      *path,
                                    ZgContactFormat *format_out);
ZgContactFile *zg_contact_file_open (const char  *path,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_contact_file_close (ZgContactFile *file);
ZgContactFormat zg_contact_file_get_format (ZgContactFile *file);
const char *zg_contact_file_get_encoding (ZgContactFile *file);
const char *zg_contact_file_get_header (ZgContactFile *file);
double zg_contact_file_get_progress (ZgContactFile *file);
gboolean zg_contact_file_next (ZgContactFile    *file,
                               ZgContactRecord **record_out,
                               GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgContactFile, zg_contact_file_close)

G_END_DECLS

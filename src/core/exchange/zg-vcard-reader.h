/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-contact-record.h"

G_BEGIN_DECLS

/**
 * ZgVcardReader:
 *
 * The cards of a vCard file, one after the other.
 */
typedef struct _ZgVcardReader ZgVcardReader;

gboolean zg_vcard_recognise (const char *head,
                             gsize       length);
ZgVcardReader *zg_vcard_reader_open (const char  *path,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_vcard_reader_close (ZgVcardReader *reader);
gboolean zg_vcard_reader_next (ZgVcardReader    *reader,
                               ZgContactRecord **record_out,
                               GError          **error);
const char *zg_vcard_reader_get_encoding (ZgVcardReader *reader);
double zg_vcard_reader_get_progress (ZgVcardReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgVcardReader, zg_vcard_reader_close)

G_END_DECLS

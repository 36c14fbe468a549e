/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-exchange-error.h"
#include "zg-vcard-property.h"

G_BEGIN_DECLS

typedef struct _ZgVcardLines ZgVcardLines;

ZgVcardLines *zg_vcard_lines_open (const char  *path,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_vcard_lines_close (ZgVcardLines *lines);
gboolean zg_vcard_lines_next (ZgVcardLines           *lines,
                              const ZgVcardProperty **property_out,
                              GError                **error);
const char *zg_vcard_lines_get_encoding (ZgVcardLines *lines);
double zg_vcard_lines_get_progress (ZgVcardLines *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgVcardLines, zg_vcard_lines_close)

G_END_DECLS

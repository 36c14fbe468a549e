/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-vcard-lines.h"

G_BEGIN_DECLS

char *zg_vcard_value_decode (const ZgVcardProperty *property,
                             gboolean              *is_sound_out) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *zg_vcard_value_split (const char *text,
                                 char        separator) G_GNUC_WARN_UNUSED_RESULT;
char *zg_vcard_value_unescape (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void zg_vcard_value_escape (GString    *line,
                            const char *text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-exchange-error.h"

G_BEGIN_DECLS

typedef struct _ZgDecoder ZgDecoder;

ZgDecoder *zg_decoder_open (const char  *path,
                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_decoder_close (ZgDecoder *decoder);
const char *zg_decoder_get_encoding (ZgDecoder *decoder);
gboolean zg_decoder_read (ZgDecoder  *decoder,
                          GString    *text,
                          gboolean   *end_out,
                          GError    **error);
double zg_decoder_get_progress (ZgDecoder *decoder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgDecoder, zg_decoder_close)

G_END_DECLS

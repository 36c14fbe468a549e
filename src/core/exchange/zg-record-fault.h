/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZgRecordFault:
 * @ZG_RECORD_TOO_LONG: longer than any record can be; it was skipped
 * @ZG_RECORD_UNCLOSED_QUOTE: a quote that does not close; reading goes on with the next line
 * @ZG_RECORD_NUL: holds a NUL byte
 * @ZG_RECORD_BAD_TEXT: holds bytes that are no text in the file's encoding
 *
 * What is wrong with a record, apart from what its fields say.
 */
typedef enum {
  ZG_RECORD_SOUND,
  ZG_RECORD_TOO_LONG,
  ZG_RECORD_UNCLOSED_QUOTE,
  ZG_RECORD_NUL,
  ZG_RECORD_BAD_TEXT,
} ZgRecordFault;

char *zg_record_fault_describe (ZgRecordFault fault);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-decoder.h"
#include "zg-record-fault.h"

G_BEGIN_DECLS

typedef struct _ZgDelimitedReader ZgDelimitedReader;

ZgDelimitedReader *zg_delimited_reader_open (const char  *path,
                                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void zg_delimited_reader_close (ZgDelimitedReader *reader);
gboolean zg_delimited_reader_next (ZgDelimitedReader  *reader,
                                   gboolean           *has_record_out,
                                   GError            **error);
ZgRecordFault zg_delimited_reader_get_fault (ZgDelimitedReader *reader);
guint64 zg_delimited_reader_get_line (ZgDelimitedReader *reader);
guint zg_delimited_reader_get_n_fields (ZgDelimitedReader *reader);
const char *zg_delimited_reader_get_field (ZgDelimitedReader *reader,
                                           guint              index);
gboolean zg_delimited_reader_spans_lines (ZgDelimitedReader *reader);
gboolean zg_delimited_reader_has_stray_quote (ZgDelimitedReader *reader);
void zg_delimited_reader_split_lines (ZgDelimitedReader *reader);
const char *zg_delimited_reader_get_encoding (ZgDelimitedReader *reader);
double zg_delimited_reader_get_progress (ZgDelimitedReader *reader);
char *zg_delimited_reader_get_raw (ZgDelimitedReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgDelimitedReader, zg_delimited_reader_close)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The fields that have a mark, in the order of the marks. The order is kept in the shop file: new ones go to the end. */
typedef enum {
  ZG_MARK_RECIPIENT,
  ZG_MARK_PHONE,
  ZG_MARK_ADDRESS,
  ZG_MARK_BUYER_NOTE,
  ZG_MARK_SELLER_NOTE,
  ZG_MARK_COURIER,
  ZG_MARK_TRACKING,
  ZG_MARK_ITEMS,                /* all of them together, as the platform told them last */
  /* Only where the buyer has changed it. */
  ZG_MARK_NEW_SKU,
  ZG_MARK_NEW_ADDRESS,
  ZG_N_MARKS
} ZgImportMark;

#define ZG_MARK_LENGTH 8

/**
 * ZgImportMarks:
 * @fields: the marks of the fields one behind the other
 * @lines: those of as many lines as the platform has told
 *
 * What the platform last said of an order's fields and lines, as short marks that differ when the text does.
 */
typedef struct {
  char fields[ZG_N_MARKS * ZG_MARK_LENGTH];
  GString *lines;
} ZgImportMarks;

void zg_import_marks_read (ZgImportMarks *marks,
                           const char    *text);
void zg_import_marks_clear (ZgImportMarks *marks);
char *zg_import_marks_to_text (const ZgImportMarks *marks);
gboolean zg_import_marks_note (ZgImportMarks *marks,
                               ZgImportMark   mark,
                               const char    *text);
gboolean zg_import_marks_has (const ZgImportMarks *marks,
                              ZgImportMark         mark);
gboolean zg_import_marks_has_line (const ZgImportMarks *marks,
                                   const char          *text);
void zg_import_marks_clear_lines (ZgImportMarks *marks);
void zg_import_marks_add_line (ZgImportMarks *marks,
                               const char    *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZgImportMarks, zg_import_marks_clear)

G_END_DECLS

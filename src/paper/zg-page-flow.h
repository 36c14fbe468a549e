/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "zg-paper-size.h"

G_BEGIN_DECLS

/**
 * ZgPageFlow:
 *
 * What stands on paper, laid out from the top of the first page to the end of the last one. To be drawn on any cairo
 * surface in points: a PDF file, or what the print dialog gives.
 */
typedef struct _ZgPageFlow ZgPageFlow;

typedef enum {
  ZG_PAGE_BODY,
  ZG_PAGE_STRONG,
  ZG_PAGE_SMALL,
  ZG_PAGE_HEADING,
  ZG_PAGE_TITLE,
} ZgPageStyle;

/**
 * ZgPageCell:
 * @text: (nullable): plain text
 * @share: how much of the width it gets, beside the shares of the others
 * @alignment: where its lines stand in it
 */
typedef struct {
  const char *text;
  ZgPageStyle style;
  double share;
  PangoAlignment alignment;
} ZgPageCell;

ZgPageFlow *zg_page_flow_new (const ZgPaperSize *size) G_GNUC_WARN_UNUSED_RESULT;
void zg_page_flow_free (ZgPageFlow *flow);
void zg_page_flow_begin_sheet (ZgPageFlow *flow,
                               const char *footer);
void zg_page_flow_add_text (ZgPageFlow  *flow,
                            const char  *text,
                            ZgPageStyle  style);
void zg_page_flow_add_row (ZgPageFlow       *flow,
                           const ZgPageCell *cells,
                           guint             n_cells);
void zg_page_flow_begin_table (ZgPageFlow       *flow,
                               const ZgPageCell *cells,
                               guint             n_cells);
void zg_page_flow_end_table (ZgPageFlow *flow);
void zg_page_flow_add_rule (ZgPageFlow *flow);
void zg_page_flow_add_space (ZgPageFlow *flow,
                             double      lines);
guint zg_page_flow_get_n_pages (const ZgPageFlow *flow);
void zg_page_flow_draw (ZgPageFlow *flow,
                        guint       page,
                        cairo_t    *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZgPageFlow, zg_page_flow_free)

G_END_DECLS

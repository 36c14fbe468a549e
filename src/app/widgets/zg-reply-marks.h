/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "zg-template.h"
#include "zg-wording.h"

G_BEGIN_DECLS

void zg_reply_marks_add_spans (PangoAttrList *attributes,
                               const ZgFill  *fill,
                               gsize          end,
                               gboolean       with_values,
                               gboolean       dark);
void zg_reply_marks_add_hits (PangoAttrList *attributes,
                              const char    *text,
                              const char    *query,
                              gboolean       with_pinyin,
                              gboolean       dark);
void zg_reply_marks_add_findings (PangoAttrList *attributes,
                                  GArray        *findings,
                                  gboolean       dark);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-fact-editor.h"

G_BEGIN_DECLS

#define ZG_TYPE_FACT_ROW (zg_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (ZgFactRow, zg_fact_row, ZG, FACT_ROW, GtkListBoxRow)

GtkWidget *zg_fact_row_new (const ZgFactKind *kind);
const ZgFactKind *zg_fact_row_get_kind (ZgFactRow *self);
gint64 zg_fact_row_get_part_id (ZgFactRow *self);
gboolean zg_fact_row_is_new (ZgFactRow *self);
void zg_fact_row_show (ZgFactRow        *self,
                       const ZgCustomer *customer,
                       guint             index,
                       ZgClock          *clock);
ZgFactEditor *zg_fact_row_begin (ZgFactRow        *self,
                                 const ZgCustomer *customer,
                                 ZgFactEditor     *left,
                                 ZgClock          *clock);
ZgFactEditor *zg_fact_row_get_editor (ZgFactRow *self);
void zg_fact_row_end (ZgFactRow *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-table-view.h"

G_BEGIN_DECLS

typedef struct _ZgTableSlots ZgTableSlots;

ZgTableSlots *zg_table_slots_new (GtkWidget       *view,
                                  ZgTableMakeFunc  make,
                                  ZgTableShowFunc  show,
                                  gpointer         data) G_GNUC_WARN_UNUSED_RESULT;
void zg_table_slots_free (ZgTableSlots *slots);
void zg_table_slots_set_model (ZgTableSlots *slots,
                               GListModel   *model);
void zg_table_slots_outdate (ZgTableSlots *slots);
void zg_table_slots_show (ZgTableSlots *slots,
                          guint         first,
                          guint         end,
                          guint         cursor,
                          guint         hovered);
void zg_table_slots_allocate (ZgTableSlots *slots,
                              double        place,
                              int           width,
                              int           row_height,
                              gboolean      redraw);
int zg_table_slots_measure (ZgTableSlots *slots,
                            int           width);
GtkWidget *zg_table_slots_get_row (ZgTableSlots *slots,
                                   guint         position);

G_END_DECLS

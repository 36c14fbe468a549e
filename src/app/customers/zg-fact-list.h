/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-fact-row.h"

G_BEGIN_DECLS

#define ZG_TYPE_FACT_LIST (zg_fact_list_get_type ())
G_DECLARE_FINAL_TYPE (ZgFactList, zg_fact_list, ZG, FACT_LIST, GtkWidget)

GtkWidget *zg_fact_list_new (const char               *title,
                             const ZgFactKind * const *kinds);
void zg_fact_list_show (ZgFactList       *self,
                        const ZgCustomer *customer,
                        ZgClock          *clock);
ZgFactRow *zg_fact_list_add (ZgFactList      *self,
                             ZgCustomerField  field);
ZgFactRow *zg_fact_list_find (ZgFactList      *self,
                              ZgCustomerField  field);
ZgFactRow *zg_fact_list_find_part (ZgFactList      *self,
                                   ZgCustomerField  field,
                                   gint64           part_id);
void zg_fact_list_remove (ZgFactList *self,
                          ZgFactRow  *row);
void zg_fact_list_clear (ZgFactList *self);
void zg_fact_list_focus_add (ZgFactList *self);

G_END_DECLS

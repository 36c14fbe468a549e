/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-order-desk.h"

G_BEGIN_DECLS

#define ZG_TYPE_ORDER_CHECKLIST (zg_order_checklist_get_type ())
G_DECLARE_FINAL_TYPE (ZgOrderChecklist, zg_order_checklist, ZG, ORDER_CHECKLIST, GtkWidget)

void zg_order_checklist_show (ZgOrderChecklist  *self,
                              const ZgOrderFile *file,
                              ZgClock           *clock);
void zg_order_checklist_focus (ZgOrderChecklist *self);
const char *zg_order_checklist_get_label (ZgOrderChecklist *self,
                                          ZgCheck           check);

G_END_DECLS

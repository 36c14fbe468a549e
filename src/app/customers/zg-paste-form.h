/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-paste-fill.h"

G_BEGIN_DECLS

#define ZG_TYPE_PASTE_FORM (zg_paste_form_get_type ())
G_DECLARE_FINAL_TYPE (ZgPasteForm, zg_paste_form, ZG, PASTE_FORM, GtkWidget)

GtkWidget *zg_paste_form_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_paste_form_adopt (ZgPasteForm  *self,
                          ZgPasteField  field,
                          GtkEditable  *entry,
                          GtkLabel     *mark);
void zg_paste_form_set_customer (ZgPasteForm      *self,
                                 const ZgCustomer *customer);
void zg_paste_form_paste (ZgPasteForm *self,
                          const char  *text);
gboolean zg_paste_form_apply (ZgPasteForm *self,
                              ZgCustomer  *customer);

G_END_DECLS

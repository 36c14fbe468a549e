/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-personal.h"

G_BEGIN_DECLS

#define ZG_TYPE_HIDDEN_LABEL (zg_hidden_label_get_type ())
G_DECLARE_FINAL_TYPE (ZgHiddenLabel, zg_hidden_label, ZG, HIDDEN_LABEL, GtkWidget)

GtkWidget *zg_hidden_label_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_hidden_label_set_text (ZgHiddenLabel *self,
                               const char    *text,
                               ZgDisclosure   disclosure);
GtkLabel *zg_hidden_label_get_label (ZgHiddenLabel *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-personal.h"

G_BEGIN_DECLS

GtkWidget *zg_fact_label_new (const char *text);
GtkWidget *zg_fact_label_new_dim (const char *text);
GtkWidget *zg_fact_label_new_hidden (const char   *text,
                                     ZgDisclosure  disclosure);

G_END_DECLS

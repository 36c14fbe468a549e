/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _ZgScrollEnd ZgScrollEnd;

/**
 * ZgScrollEndFunc:
 * @widget: what is nearly scrolled through
 */
typedef void (*ZgScrollEndFunc) (GtkWidget *widget);

ZgScrollEnd *zg_scroll_end_new (GtkWidget       *widget,
                                ZgScrollEndFunc  func) G_GNUC_WARN_UNUSED_RESULT;
void zg_scroll_end_free (ZgScrollEnd *self);
void zg_scroll_end_check_later (ZgScrollEnd *self);

G_END_DECLS

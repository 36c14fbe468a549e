/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ZG_TYPE_TOAST_AREA (zg_toast_area_get_type ())
G_DECLARE_FINAL_TYPE (ZgToastArea, zg_toast_area, ZG, TOAST_AREA, GtkWidget)

/**
 * ZgToastUndo:
 * @user_data: what was given with it
 *
 * What a toast's button or Ctrl+Z does.
 */
typedef void (*ZgToastUndo) (gpointer user_data);

GtkWidget *zg_toast_area_new (void) G_GNUC_WARN_UNUSED_RESULT;
void zg_toast_area_set_child (ZgToastArea *self,
                              GtkWidget   *child);
void zg_toast_area_show (ZgToastArea *self,
                         const char  *text);
void zg_toast_area_show_undo (ZgToastArea    *self,
                              const char     *text,
                              const char     *button,
                              ZgToastUndo     undo,
                              gpointer        user_data,
                              GDestroyNotify  destroy);
void zg_toast_area_dismiss (ZgToastArea *self);
gboolean zg_toast_area_undo (ZgToastArea *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ZG_TYPE_EMPTY_STATE (zg_empty_state_get_type ())
G_DECLARE_FINAL_TYPE (ZgEmptyState, zg_empty_state, ZG, EMPTY_STATE, GtkWidget)

GtkWidget *zg_empty_state_new (const char *icon_name,
                               const char *title,
                               const char *description) G_GNUC_WARN_UNUSED_RESULT;
void zg_empty_state_set_title (ZgEmptyState *self,
                               const char   *title);
void zg_empty_state_set_description (ZgEmptyState *self,
                                     const char   *description);
GtkWidget *zg_empty_state_add_button (ZgEmptyState *self,
                                      const char   *label,
                                      const char   *action_name,
                                      gboolean      suggested);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ZG_TYPE_KEY_CAP (zg_key_cap_get_type ())
G_DECLARE_FINAL_TYPE (ZgKeyCap, zg_key_cap, ZG, KEY_CAP, GtkWidget)

GtkWidget *zg_key_cap_new (const char *label) G_GNUC_WARN_UNUSED_RESULT;
void zg_key_cap_set_label (ZgKeyCap   *self,
                           const char *label);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Properties: title (string), add-label (string)
 * Signals: add ()   the person wants another part: answer with zg_part_list_append()
 */
#define ZG_TYPE_PART_LIST (zg_part_list_get_type ())
G_DECLARE_FINAL_TYPE (ZgPartList, zg_part_list, ZG, PART_LIST, GtkWidget)

void zg_part_list_append (ZgPartList *self,
                          GtkWidget  *fields);
void zg_part_list_clear (ZgPartList *self);
GPtrArray *zg_part_list_get_fields (ZgPartList *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

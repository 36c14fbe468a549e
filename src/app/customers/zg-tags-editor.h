/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ZG_TYPE_TAGS_EDITOR (zg_tags_editor_get_type ())
G_DECLARE_FINAL_TYPE (ZgTagsEditor, zg_tags_editor, ZG, TAGS_EDITOR, GtkWidget)

GtkWidget *zg_tags_editor_new (const char *text,
                               const char *label) G_GNUC_WARN_UNUSED_RESULT;
const char *zg_tags_editor_get_text (ZgTagsEditor *self);

G_END_DECLS

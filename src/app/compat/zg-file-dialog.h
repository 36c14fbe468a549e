/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ZgFileDialogFilter:
 * @name: what files of this kind are called, translated
 * @patterns: (nullable) (array zero-terminated=1): endings, without dot, in small letters; %NULL for all files
 */
typedef struct {
  const char *name;
  const char * const *patterns;
} ZgFileDialogFilter;

/**
 * ZgFileDialogDone:
 * @files: (element-type GFile): what was chosen
 *
 * Called once, only when something was chosen.
 */
typedef void (*ZgFileDialogDone) (GListModel *files,
                                  gpointer    user_data);

void zg_file_dialog_open (GtkWindow                *parent,
                          const char               *title,
                          const ZgFileDialogFilter *filters,
                          guint                     n_filters,
                          GFile                    *folder,
                          gboolean                  multiple,
                          ZgFileDialogDone          done,
                          gpointer                  user_data,
                          GDestroyNotify            destroy);

void zg_file_dialog_save (GtkWindow        *parent,
                          const char       *title,
                          const char       *name,
                          ZgFileDialogDone  done,
                          gpointer          user_data,
                          GDestroyNotify    destroy);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-bulk.h"
#include "zg-list-page.h"

G_BEGIN_DECLS

#define ZG_TYPE_BULK_BAR (zg_bulk_bar_get_type ())
G_DECLARE_DERIVABLE_TYPE (ZgBulkBar, zg_bulk_bar, ZG, BULK_BAR, GtkBox)

struct _ZgBulkBarClass
{
  GtkBoxClass parent_class;

  /* How many are chosen, in words. */
  char *(*count) (ZgBulkBar *self,
                  guint      n);
  /* What to tell of a change that was done. */
  char *(*describe) (ZgBulkBar    *self,
                     const ZgBulk *bulk);
  /* So many are chosen now. Optional. */
  void (*chosen) (ZgBulkBar *self,
                  guint      n);
  /* A change was done; the bar tells of it with a toast that takes it back. Optional. */
  void (*done) (ZgBulkBar    *self,
                const ZgBulk *bulk);
};

void zg_bulk_bar_set_list (ZgBulkBar   *self,
                           ZgListPage  *list,
                           ZgSession   *session,
                           const char  *clear_label);
ZgListPage *zg_bulk_bar_get_list (ZgBulkBar *self);
ZgSession *zg_bulk_bar_get_session (ZgBulkBar *self);
GtkWidget *zg_bulk_bar_get_buttons (ZgBulkBar *self);
GtkWidget *zg_bulk_bar_add_button (ZgBulkBar  *self,
                                   GtkWidget  *box,
                                   const char *label,
                                   GCallback   clicked);
GtkWidget *zg_bulk_bar_add_popover (ZgBulkBar      *self,
                                    const char     *label,
                                    GtkMenuButton **button_out);
GArray *zg_bulk_bar_list_chosen (ZgBulkBar *self);
void zg_bulk_bar_run (ZgBulkBar *self,
                      ZgBulk    *bulk);

G_END_DECLS

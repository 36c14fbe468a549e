/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-adaptive-bin.h"

G_BEGIN_DECLS

/*
 * ZgRecordPage is what a ZgRecordScreen asks of the page of one record: a customer, an order. It is a GtkWidget that
 * shows the record, or a form to change it.
 *
 * Signals:
 *   mode-changed ()   emit with zg_record_page_mode_changed() when the form was opened or closed
 */
#define ZG_TYPE_RECORD_PAGE (zg_record_page_get_type ())
G_DECLARE_INTERFACE (ZgRecordPage, zg_record_page, ZG, RECORD_PAGE, GtkWidget)

struct _ZgRecordPageInterface
{
  GTypeInterface parent_iface;

  /* Shows another record, or the same one anew. A form that is open was closed before. */
  void (*open) (ZgRecordPage *self,
                gint64        id);
  /* Which one is shown, or 0. */
  gint64 (*get_id) (ZgRecordPage *self);
  /* Where the page's keys work. */
  void (*focus) (ZgRecordPage *self);
  /* Opens the form, as soon as the record is there. */
  void (*edit) (ZgRecordPage *self);
  gboolean (*is_editing) (ZgRecordPage *self);
  /* Whether the form is open and something in it would be lost. */
  gboolean (*has_changes) (ZgRecordPage *self);
  /* Whether something else was begun, about this record or another, and not kept. Optional. */
  gboolean (*has_drafts) (ZgRecordPage *self);
  /* Closes the form, or else what was begun beside it; says whether there was anything to close. */
  gboolean (*cancel) (ZgRecordPage *self);
  void (*set_column_mode) (ZgRecordPage *self,
                           ZgColumnMode  mode);
};

void zg_record_page_open (ZgRecordPage *self,
                          gint64        id);
gint64 zg_record_page_get_id (ZgRecordPage *self);
void zg_record_page_focus (ZgRecordPage *self);
void zg_record_page_edit (ZgRecordPage *self);
gboolean zg_record_page_is_editing (ZgRecordPage *self);
gboolean zg_record_page_has_changes (ZgRecordPage *self);
gboolean zg_record_page_has_drafts (ZgRecordPage *self);
gboolean zg_record_page_cancel (ZgRecordPage *self);
void zg_record_page_set_column_mode (ZgRecordPage *self,
                                     ZgColumnMode  mode);
void zg_record_page_mode_changed (ZgRecordPage *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-list-page.h"
#include "zg-record-page.h"
#include "zg-screen.h"

G_BEGIN_DECLS

#define ZG_TYPE_RECORD_SCREEN (zg_record_screen_get_type ())
G_DECLARE_DERIVABLE_TYPE (ZgRecordScreen, zg_record_screen, ZG, RECORD_SCREEN, GtkWidget)

/**
 * ZgRecordScreenClass:
 * @create_list: makes the list of all records; called once
 * @create_page: makes the page of one; called once, and only where there is a shop file
 * @get_hints: the keys that are true on the list, or @on_page; those of the form are known
 * @key_pressed: (nullable): a letter alone was pressed outside text fields and the form, about the record @id
 *
 * What the screen of one kind of record has that the others have not.
 */
struct _ZgRecordScreenClass
{
  GtkWidgetClass parent_class;

  ZgListPage *(*create_list) (ZgRecordScreen *self);
  ZgRecordPage *(*create_page) (ZgRecordScreen *self);
  const ZgHint *(*get_hints) (ZgRecordScreen *self,
                              gboolean        on_page,
                              gsize          *n_hints_out);
  gboolean (*key_pressed) (ZgRecordScreen *self,
                           guint           keyval,
                           gint64          id);
};

ZgSession *zg_record_screen_get_session (ZgRecordScreen *self);
ZgToastArea *zg_record_screen_get_toasts (ZgRecordScreen *self);
ZgListPage *zg_record_screen_get_list (ZgRecordScreen *self);
ZgRecordPage *zg_record_screen_get_page (ZgRecordScreen *self);
gboolean zg_record_screen_shows_page (ZgRecordScreen *self);
gint64 zg_record_screen_get_id (ZgRecordScreen *self);
void zg_record_screen_show_page (ZgRecordScreen *self,
                                 gint64          id);
void zg_record_screen_show_list (ZgRecordScreen *self);
void zg_record_screen_add_banner (ZgRecordScreen *self,
                                  GtkWidget      *banner);
void zg_record_screen_show_walk (ZgRecordScreen *self,
                                 GtkWidget      *walk);
gboolean zg_record_screen_shows_walk (ZgRecordScreen *self);

G_END_DECLS

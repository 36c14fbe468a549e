/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-adaptive-bin.h"
#include "zg-reply-editor.h"
#include "zg-reply-hints.h"
#include "zg-session.h"
#include "zg-toast-area.h"

G_BEGIN_DECLS

/*
 * ZgReplyWorkshop is where replies are made: the editor, the bin and the groups, each a page with a way back. It also
 * has the actions that change the chosen reply without a page, as the group `reply` of zg_reply_workshop_get_actions():
 *
 *   reply.new                 Ctrl+N        a new one, in the group that is shown
 *   reply.edit                F2            the editor
 *   reply.duplicate           Ctrl+Shift+D  another one of the same content, in the editor
 *   reply.favourite           Ctrl+D        a favourite, or none; the state says which
 *   reply.shift         i     Alt+↑ Alt+↓   its place in its group
 *   reply.move          x                   into that group
 *   reply.delete              Alt+Delete    into the bin
 *   reply.give          (xx)  dragging      that reply into that group
 *   reply.put           (xx)  dragging      that reply to the place of that other one
 *   reply.open          x                   the editor of that reply
 *   reply.delete-edited                     what is in the editor goes into the bin
 *   reply.back                Alt+←         from a page to the list
 *   reply.bin                               the deleted ones
 *   reply.groups                            the groups
 *   reply.health                            what needs a hand
 *
 * Signals:
 *   entered ()              a page is to be seen instead of the list
 *   left (gint64 id)        the list is to be seen again, with that reply chosen unless it is 0
 */
#define ZG_TYPE_REPLY_WORKSHOP (zg_reply_workshop_get_type ())
G_DECLARE_FINAL_TYPE (ZgReplyWorkshop, zg_reply_workshop, ZG, REPLY_WORKSHOP, GtkWidget)

GtkWidget *zg_reply_workshop_new (ZgSession   *session,
                                  ZgToastArea *list_toasts) G_GNUC_WARN_UNUSED_RESULT;
GActionGroup *zg_reply_workshop_get_actions (ZgReplyWorkshop *self);
GMenuModel *zg_reply_workshop_get_menu (ZgReplyWorkshop *self);
void zg_reply_workshop_add_bindings (GtkWidgetClass *screen_class);
ZgReplyPlace zg_reply_workshop_get_place (ZgReplyWorkshop *self);
ZgReplyEditor *zg_reply_workshop_get_editor (ZgReplyWorkshop *self);
ZgToastArea *zg_reply_workshop_get_toast_area (ZgReplyWorkshop *self);
void zg_reply_workshop_set_column_mode (ZgReplyWorkshop *self,
                                        ZgColumnMode     mode);
void zg_reply_workshop_set_groups (ZgReplyWorkshop *self,
                                   GPtrArray       *groups,
                                   gint64           shown_id);
void zg_reply_workshop_set_chosen (ZgReplyWorkshop *self,
                                   const ZgReply   *reply);
void zg_reply_workshop_refresh (ZgReplyWorkshop *self);
gboolean zg_reply_workshop_leave (ZgReplyWorkshop *self);
void zg_reply_workshop_keep (ZgReplyWorkshop *self);

G_END_DECLS

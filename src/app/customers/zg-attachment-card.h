/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-session.h"

G_BEGIN_DECLS

/*
 * ZgAttachmentCard shows the files that belong to a customer.
 *
 * Signals:
 *   mode-changed ()   something is being changed now, or not any more
 */
#define ZG_TYPE_ATTACHMENT_CARD (zg_attachment_card_get_type ())
G_DECLARE_FINAL_TYPE (ZgAttachmentCard, zg_attachment_card, ZG, ATTACHMENT_CARD, GtkWidget)

void zg_attachment_card_set_session (ZgAttachmentCard *self,
                                     ZgSession        *session);
void zg_attachment_card_show (ZgAttachmentCard *self,
                              gint64            customer_id,
                              GPtrArray        *attachments,
                              GPtrArray        *order_names);
void zg_attachment_card_clear (ZgAttachmentCard *self);
void zg_attachment_card_choose (ZgAttachmentCard *self);
void zg_attachment_card_add_files (ZgAttachmentCard *self,
                                   GListModel       *files);
gboolean zg_attachment_card_paste (ZgAttachmentCard *self);
gboolean zg_attachment_card_is_editing (ZgAttachmentCard *self);
gboolean zg_attachment_card_has_changes (ZgAttachmentCard *self);
gboolean zg_attachment_card_cancel (ZgAttachmentCard *self);

G_END_DECLS

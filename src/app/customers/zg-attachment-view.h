/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-attachment.h"
#include "zg-card-row.h"
#include "zg-time.h"

G_BEGIN_DECLS

/**
 * ZgAttachmentIntent:
 * @ZG_ATTACHMENT_INTENT_EDIT: change its name, or what order it is about
 * @ZG_ATTACHMENT_INTENT_SAVE: save a copy of it
 *
 * What one can want of a file beside what a #ZgCardIntent says; to begin with it is to look at it.
 */
typedef enum {
  ZG_ATTACHMENT_INTENT_EDIT = ZG_CARD_OWN,
  ZG_ATTACHMENT_INTENT_SAVE,
} ZgAttachmentIntent;

GtkWidget *zg_attachment_view_new (const ZgAttachment *attachment,
                                   GdkTexture         *thumbnail,
                                   ZgClock            *clock) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

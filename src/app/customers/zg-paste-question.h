/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "zg-paste.h"

G_BEGIN_DECLS

#define ZG_TYPE_PASTE_QUESTION (zg_paste_question_get_type ())
G_DECLARE_FINAL_TYPE (ZgPasteQuestion, zg_paste_question, ZG, PASTE_QUESTION, GtkWidget)

void zg_paste_question_show (ZgPasteQuestion *self,
                             const ZgPaste   *paste);
gboolean zg_paste_question_choose (ZgPasteQuestion *self,
                                   guint            number);

G_END_DECLS

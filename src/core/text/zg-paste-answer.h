/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "zg-paste.h"

G_BEGIN_DECLS

ZgPasteField zg_paste_get_question (const ZgPaste *paste);
gboolean zg_paste_answer (ZgPaste      *paste,
                          ZgPasteField  field,
                          const char   *name);

G_END_DECLS
